/** Random days on random ladders: people come and go, rosters change, time passes, somebody says yes or nobody does. */
import type { AgentId, LadderLevel, PolicyV1, RosterDayV1, StaffV1, Trigger } from '@trunkline/contracts';
import { isOpenAt } from '../deadline/business-time.ts';
import { drawSome, type Random } from '../simulate/draw.ts';
import { seeded } from '../simulate/seeded.ts';
import { beginsAt, wakes } from './begins-at.ts';
import { ladderOf, levelOf, personOf, shiftsOf } from './desk-for-ladder-specs.ts';
import { matterOver } from './matter-over.ts';
import { nextLevel } from './next-level.ts';
import { mayHear } from './tell-whom.ts';

const seed = Number(process.env.LADDER_SEED ?? Math.floor(Math.random() * 2 ** 31));
const days = 1_000;
const minute = 60_000;
const begin = Date.parse('2026-11-23T00:00:00Z');
const iso = (ms: number) => new Date(ms).toISOString();
const triggers: Trigger[] = [
  'limit-missed',
  'complaint',
  'repeated',
  'beyond-ability',
  'publicity',
  'sensitive',
  'delay-told-enough',
];

type Told = { level: number; at: number; people: AgentId[]; nobody: boolean; seconds: number };
type Day = {
  random: Random;
  policy: PolicyV1;
  staff: StaffV1[];
  online: Set<string>;
  roster: RosterDayV1[];
  hidden: AgentId[];
  trigger: Trigger;
};
const chance = (random: Random, share: number) => random() < share;
const whole = (random: Random, most: number) => Math.floor(random() * most);

function drawDay(random: Random): Day {
  const staff = Array.from({ length: 1 + whole(random, 6) }, (_, at) =>
    personOf(`p${at}`, {
      role: (['supervisor', 'administrator', 'supervisor', 'agent'] as const)[whole(random, 4)]!,
      groups: chance(random, 0.8) ? ['service'] : [],
      active: chance(random, 0.9),
    }),
  );
  const ladder = Array.from({ length: 1 + whole(random, 4) }, (_, at): LadderLevel => {
    const agentId = chance(random, 0.25) ? (`p${whole(random, 7)}` as AgentId) : undefined;
    const role = chance(random, 0.5) ? 'supervisor' : 'administrator';
    return levelOf(at * 2 + 1, {
      ...(agentId ? { agentId } : { role }),
      acknowledgeMinutes: 1 + whole(random, 30),
      pagedWhile: chance(random, 0.4) ? 'day' : null,
    });
  });
  const from = whole(random, 20);
  const hour = (at: number) => `${String(at).padStart(2, '0')}:00`;
  const day = {
    tz: 'Asia/Shanghai',
    hours: { mon: [[hour(from), hour(from + 4)]], tue: [['09:00', '18:00']] } as PolicyV1['calendars'][string]['hours'],
    ...{ holidays: [], holidaysYearly: [], special: {}, breaks: {} },
  };
  const drawn = { staff, online: new Set<string>(), roster: [], hidden: [] as AgentId[] };
  const trigger = triggers[whole(random, triggers.length)]!;
  if (chance(random, 0.2)) drawn.hidden.push(`p${whole(random, 6)}` as AgentId);
  return { random, policy: ladderOf(ladder, {}, { day }), ...drawn, trigger };
}

/** Between two instants of the ladder anything may happen. */
function live(day: Day, at: number): void {
  const { random, staff } = day;
  const some = () => drawSome(random, Math.min(2, staff.length), staff.length).map((at) => staff[at]!.id);
  for (const id of some()) if (!day.online.delete(id)) day.online.add(id);
  if (!chance(random, 0.3)) return;
  const shifts = some().map((who) => ({
    who,
    from: iso(at - whole(random, 600) * minute),
    to: iso(at + whole(random, 600) * minute),
    leads: chance(random, 0.7),
  }));
  day.roster = shifts.length === 0 ? [] : [shiftsOf('service', shifts)];
}

/** As the app does: timers bring the next step, an acknowledgement or an end stops it, a fact that comes twice adds nothing. */
function play(day: Day): { told: Told[]; ended: string } {
  const { random, policy, trigger } = day;
  const begins = beginsAt(trigger, policy);
  if (begins.kind === 'off') return { told: [], ended: 'off' };
  const told: Told[] = [];
  let [after, at] = [begins.after, begin + whole(random, 1440) * minute];
  for (let step = 0; step < 20; step += 1) {
    live(day, at);
    const presence = (id: AgentId) => (day.online.has(id) ? 'online' : 'offline') as 'online' | 'offline';
    const around = { staff: day.staff, roster: day.roster, presence, at };
    const next = nextLevel({ after, trigger, queue: 'service', hiddenFrom: day.hidden }, policy, around);
    if (next.kind === 'stay') return { told, ended: 'top' };
    if (next.kind === 'wait') {
      expect(next.until).toBeGreaterThan(at);
      at = next.until;
      continue;
    }
    const { level, people, isNobodyThere: nobody, acknowledgeSeconds: seconds } = next;
    told.push({ level, at, people, nobody, seconds });
    after = level;
    if (chance(random, 0.15)) return { told, ended: 'acknowledged' };
    const end = chance(random, 0.1) ? { state: 'solved' as const, at: at + 1 } : null;
    const stand = { trigger, begunAt: begin, end, clockStopped: null, isTicketDone: false, isSignTakenBack: false };
    if (matterOver(stand).kind === 'over') return { told, ended: 'over' };
    at += seconds * 1000;
  }
  throw new Error('it climbs for ever');
}

/** Somebody works here who may hear of it. */
const isAnybody = ({ staff, hidden }: Day) =>
  staff.some((person) => !hidden.includes(person.id) && mayHear(person, 'service'));

function check(day: Day, told: readonly Told[]): void {
  const { policy, trigger, staff, hidden } = day;
  const levels = told.map(({ level }) => level);
  expect(levels).toEqual([...new Set(levels)].sort((a, b) => a - b)); // no level twice, and never down
  for (const { level, at, people, nobody, seconds } of told) {
    const rung = policy.time.ladder.find((one) => one.level === level)!;
    const open = rung.pagedWhile === null || wakes(trigger, policy) || isOpenAt(policy.calendars.day!, at);
    expect(open === true || (typeof open === 'object' && open.ok && open.value)).toBe(true); // no page in quiet hours
    expect(people.some((id) => hidden.includes(id))).toBe(false);
    expect(people.every((id) => mayHear(staff.find((one) => one.id === id)!, 'service'))).toBe(true);
    expect(seconds).toBeLessThanOrEqual(rung.acknowledgeMinutes * 60);
    if (nobody && people.length === 0 && isAnybody(day)) expect(seconds).toBeLessThanOrEqual(60);
  }
}

test(`A29 A45 on ${days} random days no level is told twice, never nobody, none in quiet hours (LADDER_SEED=${seed})`, () => {
  const random = seeded(seed);
  const ends = new Map<string, number>();
  for (let nth = 0; nth < days; nth += 1) {
    const day = drawDay(random);
    const { told, ended } = play(day);
    ends.set(ended, (ends.get(ended) ?? 0) + 1);
    check(day, told);
    if (ended === 'top' && isAnybody(day)) expect(told.at(-1)?.people.length).toBeGreaterThan(0);
  }
  expect([...ends.keys()].sort()).toEqual(['acknowledged', 'over', 'top']);
});
