/** A random desk and a random day on it, the same for the same seed: inputs as the dispatcher would put them. */
import type { AgentId, ConversationId, PolicyV1, Queue, StaffV1, Standard } from '@trunkline/contracts';
import { agentId, conversationId, policyOf, staffOf } from './desk-for-specs.ts';
import type { EngineInput, InputBodies, InputKind } from './engine-input.ts';
import type { RememberedAgent, RememberedConversation } from './remembered.ts';

const modes: Queue['mode'][] = ['even', 'by-ability', 'longest-idle', 'least-loaded'];
const standards: Standard[] = ['chat', 'mail', 'sms', 'social', 'call'];
const codes = ['service', 'pay', 'complaints', 'returns'];
const skills = ['x', 'y', 'z', 'lang-zh', 'lang-en'];
const mostOpen = 25;

/** The same numbers for the same seed (mulberry32). */
export class Lots {
  constructor(private state: number) {}

  share(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  below(most: number): number {
    return Math.floor(this.share() * most);
  }

  of<One>(some: readonly One[]): One {
    return some[this.below(some.length)]!;
  }

  some<One>(all: readonly One[], share: number): One[] {
    return all.filter(() => this.share() < share);
  }
}

type Known = {
  conversation(id: ConversationId): RememberedConversation | undefined;
  agent(id: AgentId): RememberedAgent | undefined;
};
type About = { conversation?: string | undefined; agent?: string | undefined };
type Put = { kind: InputKind; body: unknown; about: About };

export class RandomDay {
  readonly lots: Lots;
  policy: PolicyV1;
  readonly names: string[];
  /** Names of conversations that came in and did not leave. */
  readonly open: string[] = [];
  private ms = Date.parse('2026-11-22T09:00:00.000Z');
  private heard = 0;
  private arrived = 0;
  private readonly due: Put[] = [];

  constructor(seed: number) {
    this.lots = new Lots(seed);
    const { lots } = this;
    const size = lots.share() < 0.1 ? 66 + lots.below(15) : 3 + lots.below(lots.share() < 0.5 ? 12 : 50);
    this.names = Array.from({ length: size }, (_, n) => `a${n}`);
    this.policy = this.drawPolicy(0);
    for (const name of this.names) {
      this.due.push(this.staff(name));
      if (lots.share() < 0.8) this.due.push(this.presence(name, 'online'));
    }
  }

  get now(): string {
    return new Date(this.ms).toISOString();
  }

  next(known: Known): EngineInput {
    const put = this.due.shift() ?? this.draw(known);
    this.heard += 1;
    const { conversation, agent } = put.about;
    return {
      id: this.heard,
      step: this.heard,
      at: this.now,
      kind: put.kind,
      conversationId: conversation === undefined ? null : conversationId(conversation),
      agentId: agent === undefined ? null : agentId(agent),
      routingVersion: conversation === undefined ? null : this.heard,
      body: put.body,
    } as EngineInput;
  }

  /** A decision of the batch met a changed conversation: what the dispatcher makes of it. */
  drop(was: RememberedConversation, drains: AgentId[]): EngineInput {
    this.heard += 1;
    this.due.unshift({ kind: 'tick', body: { drains }, about: {} });
    const nobody = { agentId: null, routingVersion: null };
    const at = this.now;
    return { id: 0, step: this.heard, at, kind: 'dropped', conversationId: was.id, ...nobody, body: { was } };
  }

  private draw(known: Known): Put {
    const { lots } = this;
    this.pass();
    const pick = lots.share() * 100;
    if (this.open.length === 0 || (pick < 30 && this.open.length < mostOpen + this.names.length * 1.5))
      return this.arrives();
    if (pick < 34) return this.put('tick', {});
    if (pick < 40) return this.presence(lots.of(this.names), lots.of(['online', 'online', 'offline', 'away']));
    if (pick < 42) return this.staff(lots.of(this.names));
    if (pick < 42.3) return this.newPolicy();
    return this.aboutOne(known, lots.of(this.open), lots.share() * 100);
  }

  private pass(): void {
    const pick = this.lots.share();
    if (pick < 0.5) this.ms += this.lots.below(5) * 1000;
    else if (pick < 0.95) this.ms += this.lots.below(40_000);
    else this.ms += this.lots.below(1_800_000);
  }

  private aboutOne(known: Known, name: string, pick: number): Put {
    const now = known.conversation(conversationId(name));
    const holder = this.names.find((one) => now?.agentId === agentId(one));
    const about = { conversation: name, agent: holder };
    if (now?.state === 'offered' && now.assignmentId !== null && pick < 85) {
      const { assignmentId } = now;
      if (pick < 50) return this.put('accepts', { assignmentId }, about);
      return pick < 68
        ? this.put('ring-ended', { assignmentId }, about)
        : this.put('declines', { assignmentId, note: '' }, about);
    }
    if (now?.state === 'accepted' && !now.live && pick < 30) return this.put('room', { holds: now.held === 0 }, about);
    if (pick < 34) return this.transfers(name);
    if (pick < 40) return this.places(name);
    if (now && pick < 48) return this.warned(name, now);
    if (pick < 51)
      return this.put('bars', { agents: this.lots.some(this.names, 0.15).map(agentId) }, { conversation: name });
    if (now?.state === 'waiting' && pick < 85) return this.put('tick', {});
    if (pick < 86) return this.put('accepts', { assignmentId: 'nobody-made-it' }, { conversation: name });
    this.open.splice(this.open.indexOf(name), 1);
    return this.put('leaves', { because: 'solved' }, { conversation: name });
  }

  private put<Kind extends InputKind>(kind: Kind, body: unknown, about: About = {}): Put {
    return { kind, body, about };
  }

  private arrives(): Put {
    this.arrived += 1;
    const name = `c${this.arrived}`;
    this.open.push(name);
    return this.put('waits', this.asks(), { conversation: name });
  }

  private transfers(name: string): Put {
    const avoid = this.lots.some(this.names, 0.1).map(agentId);
    const barred = this.lots.share() < 0.1 ? this.lots.some(this.names, 0.2).map(agentId) : [];
    return this.put('waits', { ...this.asks(), avoid, barred }, { conversation: name });
  }

  private places(name: string): Put {
    const { lots } = this;
    const [agent, by] = [lots.of([...this.names, 'stranger']), lots.of(this.names)];
    return this.put(
      'place',
      { how: lots.of(['transferred', 'taken-over']), by: agentId(by) },
      { conversation: name, agent },
    );
  }

  private warned(name: string, { orderKeyParts }: RememberedConversation): Put {
    const boostMinutes = orderKeyParts.boostMinutes + 15;
    const orderKey = orderKeyParts.orderKey - 900_000;
    return this.put('warned', { orderKeyParts: { ...orderKeyParts, boostMinutes, orderKey } }, { conversation: name });
  }

  private presence(name: string, state: 'online' | 'offline' | 'away'): Put {
    const code = this.lots.of(['signed-out', 'not-seen']);
    return this.put('presence', { state, because: { code } }, { agent: name });
  }

  private staff(name: string): Put {
    const { lots } = this;
    const has = lots.some(skills, 0.5).map((skill) => [skill, 1 + lots.below(5)]);
    const record: StaffV1 = staffOf(name, {
      groups: lots.some(codes, 0.5),
      skills: Object.fromEntries(has),
      capacity: lots.share() < 0.1 ? lots.below(40) : lots.below(9),
      standards: lots.share() < 0.8 ? [] : lots.some(standards, 0.5),
      role: lots.share() < 0.9 ? 'agent' : 'supervisor',
      active: lots.share() < 0.95,
      ...(lots.share() < 0.85 && { phone: '+4930901820' }),
    });
    return this.put('staff', { record }, { agent: name });
  }

  private asks(): InputBodies['waits'] {
    const { lots } = this;
    const standard = lots.of(standards);
    const { firstResponseSeconds, weight } = this.policy.standards[standard];
    const boostMinutes = lots.below(4) * 30;
    const arrivedAt = this.ms - (lots.share() < 0.2 ? lots.below(7_200_000) : 0);
    const needs = lots.some(skills, 0.2).map((skill) => [skill, 1 + lots.below(4)]);
    const isFormer = lots.share() < 0.15;
    return {
      queue: lots.share() < 0.02 ? 'nowhere' : lots.of(this.policy.queues).code,
      standard,
      language: 'en',
      requires: Object.fromEntries(needs),
      weight,
      live: standard === 'chat' || standard === 'call',
      orderKeyParts: {
        arrivedAt: new Date(arrivedAt).toISOString(),
        firstResponseSeconds,
        boosts: [{ because: 'urgency-high', minutes: boostMinutes }],
        boostMinutes,
        // now and then a key that is not what its parts say, and equal keys
        orderKey: arrivedAt + firstResponseSeconds * 1000 - boostMinutes * 60_000 + (lots.share() < 0.02 ? 1 : 0),
      },
      preferredAgentId: isFormer ? agentId(lots.of(this.names)) : null,
      preferredUntil: isFormer ? new Date(this.ms + lots.below(120_000)).toISOString() : null,
      avoid: [],
    };
  }

  private newPolicy(): Put {
    this.policy = this.drawPolicy(this.policy.version + 1);
    return this.put('policy', { version: this.policy.version, policy: this.policy });
  }

  private drawPolicy(version: number): PolicyV1 {
    const { lots } = this;
    const kept = codes.filter((code) => code === 'service' || lots.share() < 0.7);
    const queues = kept.map((code) => ({
      code,
      mode: lots.of(modes),
      direct: lots.some(standards, 0.3),
      widensTo: lots.share() < 0.5 ? lots.of(codes) : null,
      archived: lots.share() < 0.07,
    }));
    const policy = policyOf(queues, { version });
    return {
      ...policy,
      assignment: {
        ...policy.assignment,
        missedOffersUntilAway: 1 + lots.below(4),
        leavesAfterHours: lots.share() < 0.3 ? lots.of([0.5, 1, 24]) : null,
        fairLimit: lots.share() < 0.3 ? { most: 1 + lots.below(3), seconds: lots.of([30, 300]) } : null,
        interrupts: lots.share() < 0.3 ? { chat: ['mail', 'sms'], call: ['mail'] } : {},
        whenGone: lots.of(['keep-until-warned', 'give-back']),
      },
    };
  }
}
