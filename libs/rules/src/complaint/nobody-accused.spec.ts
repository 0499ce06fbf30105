/** A21 over random histories: whoever is accused never reads, is never given, never owns, whatever came before. */
import type { AgentId, StaffV1, Ticket } from '@trunkline/contracts';
import { agentId, conversationId, DeskForSpecs, nameOf, policyOf, staffOf } from '../assign/desk-for-specs.ts';
import { Lots } from '../assign/random-day-for-specs.ts';
import { type Act, acts } from '../may/acts.ts';
import { may, type Thing } from '../may/may.ts';
import { firstOwner } from '../ticket/first-owner.ts';
import { isHidden, isSameNumber } from '../ticket/is-hidden.ts';
import { weighMerge } from '../ticket/weigh-merge.ts';

const seed = Number(process.env.SEED ?? 20261123);
const histories = 10_000;
const stepsEach = 25;
const names = ['ann', 'ben', 'cao', 'sue'];
const policy = policyOf([{ code: 'service', direct: [] }, { code: 'complaints' }]);
const aboutConversations = (Object.keys(acts) as Act[]).filter((act) => acts[act].thing === 'conversation');

type Matter = { queue: string; hiddenFrom: AgentId[]; owners: AgentId[]; tickets: Pick<Ticket, 'kind'>[] };

class History {
  readonly desk = new DeskForSpecs(policy);
  readonly matters = new Map<string, Matter>();
  readonly people: StaffV1[];
  tried = 0;

  constructor(readonly lots: Lots) {
    this.people = names.map((name, at) =>
      staffOf(name, {
        number: String(1001 + at),
        role: lots.of(['agent', 'agent', 'supervisor', 'administrator']),
        groups: lots.of([['service'], ['complaints'], ['service', 'complaints']]),
      }),
    );
    for (const person of this.people) this.desk.comes(person.name, person);
  }

  step(): void {
    const { lots, desk } = this;
    desk.pass(lots.below(90));
    const name = lots.of(['c1', 'c2', 'c3']);
    const matter = this.matters.get(name);
    if (!matter) {
      this.arrives(name);
      return;
    }
    const pick = lots.below(10);
    const who = lots.of(this.people);
    if (pick < 2) this.complain(name, matter);
    else if (pick < 4) this.answer(name);
    else if (pick < 5) this.tryTaking(name, matter, who);
    else if (pick < 6) this.designate(matter, who);
    else if (pick < 7) this.handOn(name, matter, lots.of(['service', 'complaints']));
    else if (pick < 8) this.merge(matter, lots.of([...this.matters.values()]));
    else if (pick < 9) lots.share() < 0.5 ? desk.goes(who.name) : desk.comes(who.name, who);
    else if (lots.share() < 0.3) desk.rebuild();
  }

  private arrives(name: string): void {
    const queue = this.lots.of(['service', 'complaints']);
    this.matters.set(name, { queue, hiddenFrom: [], owners: [], tickets: [] });
    this.desk.waits(name, { queue });
  }

  /** As people write a number: in full width now and then. */
  private complain(name: string, matter: Matter): void {
    const { lots } = this;
    const isOfEmployee = lots.share() < 0.7;
    const number = lots.of(this.people).number;
    const written =
      lots.share() < 0.3 ? ` ${number.replace(/\d/g, (one) => '０１２３４５６７８９'[Number(one)]!)} ` : number;
    const accused = isOfEmployee ? this.people.filter((one) => isSameNumber(written, one.number)) : [];
    const opener = lots.of(this.people);
    if (accused.includes(opener)) return;
    if (!may({ person: opener, does: 'open-ticket', thing: this.thing(name, matter) }).ok) return;
    const hidden = accused.map(({ id }) => id);
    matter.hiddenFrom = [...new Set([...matter.hiddenFrom, ...hidden])];
    matter.owners = matter.owners.filter((id) => !matter.hiddenFrom.includes(id));
    const kind = isOfEmployee ? 'complaint-employee' : 'complaint-event';
    const leads = this.people.filter(({ role }) => role === 'supervisor').map(({ id }) => id);
    const whose = { kind, ownerId: null, department: null, openedBy: opener.id, hiddenFrom: matter.hiddenFrom, leads };
    const owner = firstOwner(whose as never);
    if (owner) matter.owners.push(owner);
    matter.tickets.push({ kind } as never);
    this.desk.hear('bars', { agents: matter.hiddenFrom }, { conversation: name });
    const holder = this.desk.holder(name);
    if (holder && hidden.includes(agentId(holder))) this.handOn(name, matter, 'complaints');
  }

  private answer(name: string): void {
    const known = this.desk.engine.conversation(conversationId(name));
    if (known?.state !== 'offered') return;
    const pick = this.lots.below(3);
    if (pick === 0) this.desk.accepts(name);
    else if (pick === 1) this.desk.misses(name);
    else this.desk.declines(name);
  }

  private tryTaking(name: string, matter: Matter, who: StaffV1): void {
    const wants = may({ person: who, does: 'take-over', thing: this.thing(name, matter) });
    if (wants.ok) {
      this.desk.hear('place', { how: 'taken-over', by: who.id }, { conversation: name, agent: who.name });
    }
  }

  private designate(matter: Matter, who: StaffV1): void {
    const { hiddenFrom, owners } = matter;
    if (owners.length > 0 && !isHidden({ complaint: null, hiddenFrom }, who)) owners[0] = who.id;
  }

  private handOn(name: string, matter: Matter, queue: string): void {
    matter.queue = queue;
    this.desk.waits(name, { queue, barred: matter.hiddenFrom } as never);
  }

  /** A complaint stays alone: what it hides never leaks into another ticket. */
  private merge(one: Matter, other: Matter): void {
    const [mine, theirs] = [one.tickets[0], other.tickets[0]];
    if (!mine || !theirs || mine === theirs) return;
    const ticket = (of: Pick<Ticket, 'kind'>, at: number) =>
      ({ ...of, id: `t${at}`, state: 'open', openedAt: '2026-11-22T09:00:00.000Z', severity: 'normal' }) as never;
    expect(weighMerge(ticket(mine, 1), ticket(theirs, 2)).kind).toBe('refused');
  }

  thing(name: string, { queue, hiddenFrom }: Matter): Thing {
    const holder = this.desk.holder(name);
    return { queue, hiddenFrom, agentId: holder ? agentId(holder) : null, departments: ['any'] };
  }

  broken(): string[] {
    return [...this.matters].flatMap(([name, matter]) => {
      const { hiddenFrom, owners } = matter;
      const holder = this.desk.holder(name);
      const thing = this.thing(name, matter);
      const accused = this.people.filter(({ id }) => hiddenFrom.includes(id));
      this.tried += accused.length;
      const reads = accused.flatMap((person) => {
        const does = this.lots.of(aboutConversations);
        const follows = { ...thing, agentId: person.id, followerId: person.id };
        const able = { ...person, departments: ['any'] };
        return may({ person: able, does, thing: follows }).ok ? [`${person.name} may ${does} ${name}`] : [];
      });
      const holds = holder && hiddenFrom.includes(agentId(holder)) ? [`${holder} has ${name}`] : [];
      return [...reads, ...holds, ...owners.filter((id) => hiddenFrom.includes(id)).map((id) => `${nameOf(id)} owns`)];
    });
  }
}

test(`A21 in ${histories} random histories nobody accused ever reads, has or owns (seed ${seed})`, () => {
  let tried = 0;
  for (let nth = 0; nth < histories; nth += 1) {
    const history = new History(new Lots(seed + nth));
    for (let step = 0; step < stepsEach; step += 1) {
      history.step();
      const broken = history.broken();
      if (broken.length > 0) throw new Error(`seed ${seed + nth}, step ${step}: ${broken.join(' · ')}`);
    }
    tried += history.tried;
  }
  process.stdout.write(`${histories} histories, ${tried} looks of somebody accused, seed ${seed}\n`);
  expect(tried).toBeGreaterThan(histories);
}, 300_000);
