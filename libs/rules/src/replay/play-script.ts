/** Plays a recorded day again under another policy: the same arrivals and people, others who get what. */
import type { AgentId, AssignmentId, ConversationId, OrderKeyParts, PolicyV1 } from '@trunkline/contracts';
import { Engine } from '../assign/engine.ts';
import type { EngineInput, InputBodies, InputKind } from '../assign/engine-input.ts';
import type { RememberedConversation } from '../assign/remembered.ts';
import { queueOf } from '../assign/required-now.ts';
import { warnAt } from '../deadline/due-at.ts';
import { minutesOf } from '../priority/minutes-of.ts';
import { weighAgain } from '../priority/weigh-again.ts';
import { Agenda } from '../simulate/agenda.ts';
import { type Change, FollowEngine, type Heard, type Phase } from './follow-engine.ts';
import { judgeAnew, takeOver } from './judge-anew.ts';
import type { Arrival, Deed, Reaction, Script } from './script.ts';
import { WaitBook } from './wait-book.ts';
import { readClock, turnClock } from './write-script.ts';

type What =
  | { kind: 'arrival'; arrival: Arrival }
  | { kind: 'person'; input: Script['people'][number] }
  | { kind: 'deed'; id: ConversationId; token: number; deed: Deed }
  | { kind: 'reaction'; id: ConversationId; offer: AssignmentId; reaction: Reaction['kind']; note: string }
  | { kind: 'warned'; id: ConversationId; waitingSince: number }
  | { kind: 'back'; agentId: AgentId };

/** How far a conversation is in what was done with it. */
type Course = {
  phase: Phase;
  since: number;
  inHand: number;
  deed: number;
  reaction: number;
  token: number;
  weighed: InputBodies['waits']['weighed'];
};

export class PlayScript {
  readonly book: WaitBook;
  /** Waits that were taken over as they had been judged. */
  notJudgedAnew = 0;
  private readonly engine: Engine;
  private readonly follow: FollowEngine;
  private readonly agenda = new Agenda<What>();
  private readonly courses = new Map<ConversationId, Course>();
  private readonly absences = new Map<AgentId, number>();
  private step = 0;
  private now: number;
  /** The last instant for which the engine was told that time has passed. */
  private ticked: string | null = null;

  constructor(
    private readonly script: Script,
    private readonly policy: PolicyV1,
    /** Hears what the engine heard and said: a played day can be recorded like a real one. */
    private readonly tell: (heard: Heard) => void = () => {},
  ) {
    const { start, arrivals, people } = script;
    this.now = Date.parse(start.at);
    const remembered = structuredClone(start.remembered);
    const conversations = remembered.conversations.map((one) => takeOver(one, policy));
    this.engine = new Engine(policy);
    this.engine.restore({ ...remembered, conversations }, start.at);
    this.follow = new FollowEngine(this.engine, conversations);
    this.book = new WaitBook(this.now, remembered.agents, conversations);
    this.step = start.step;
    for (const arrival of arrivals)
      this.agenda.put(Date.parse(arrival.input.at), { kind: 'arrival', arrival }, arrival.input.id);
    for (const input of people) this.agenda.put(Date.parse(input.at), { kind: 'person', input }, input.id);
    for (const one of conversations) this.resume(one);
    this.hear('policy', { version: policy.version, policy }, {});
  }

  /** Everything up to an instant, in ms. */
  playUntil(until: number): void {
    for (;;) {
      const due = this.nextTick();
      const at = Math.min(due, this.agenda.nextAt);
      if (at > until) break;
      this.now = Math.max(this.now, at);
      if (due <= this.agenda.nextAt) this.tick();
      else this.happen(this.agenda.take()!);
    }
    this.now = Math.max(this.now, until);
  }

  private get at(): string {
    return new Date(this.now).toISOString();
  }

  private nextTick(): number {
    const due = this.engine.nextDueAt();
    return due === null || due === this.ticked ? Number.POSITIVE_INFINITY : Date.parse(due);
  }

  private tick(): void {
    this.ticked = this.engine.nextDueAt();
    this.hear('tick', {}, {});
  }

  private happen(what: What): void {
    if (what.kind === 'arrival') this.arrive(what.arrival);
    else if (what.kind === 'person') this.hear(what.input.kind, what.input.body, { agentId: what.input.agentId });
    else if (what.kind === 'deed') this.carryOut(what);
    else if (what.kind === 'reaction') this.react(what);
    else if (what.kind === 'warned') this.warn(what);
    else if (this.engine.agent(what.agentId)?.presence === 'away')
      this.hear('presence', { state: 'online', because: { code: 'signed-in' } }, { agentId: what.agentId });
  }

  private arrive({ input, policy }: Arrival): void {
    const id = input.conversationId!;
    const { weighed } = input.body;
    if (!weighed) this.notJudgedAnew += 1;
    this.courses.set(id, { phase: 'gone', since: this.now, inHand: 0, deed: 0, reaction: 0, token: 0, weighed });
    const body = judgeAnew(input.body, weighed, { recorded: policy, tried: this.policy, at: this.now });
    this.hear('waits', body, { conversationId: id });
  }

  private carryOut({ id, token, deed }: What & { kind: 'deed' }): void {
    const course = this.courses.get(id)!;
    if (course.token !== token) return;
    course.deed += 1;
    const { input } = deed;
    const holder = this.follow.standOf(id).agentId;
    if (input.kind === 'waits') {
      const { policy } = deed as Deed & Arrival;
      const weighed = input.body.weighed ?? course.weighed;
      if (!weighed) this.notJudgedAnew += 1;
      const body = judgeAnew(input.body, weighed, { recorded: policy, tried: this.policy, at: this.now });
      this.hear('waits', body, { conversationId: id });
    } else {
      const agentId = input.kind === 'room' ? holder : input.agentId;
      this.hear(input.kind, input.body, { conversationId: id, agentId });
    }
    if (course.token === token) this.goOn(id);
  }

  private react({ id, offer, reaction, note }: What & { kind: 'reaction' }): void {
    const { offer: now, agentId } = this.follow.standOf(id);
    if (now !== offer) return;
    const body = reaction === 'declines' ? { assignmentId: offer, note } : { assignmentId: offer };
    this.hear(reaction, body as InputBodies['declines'], { conversationId: id, agentId });
  }

  private warn({ id, waitingSince }: What & { kind: 'warned' }): void {
    const { phase, since } = this.courses.get(id)!;
    const known = this.engine.conversation(id);
    if (!known || phase !== 'waiting' || since !== waitingSince) return;
    const { nearLimit: minutes, cap } = minutesOf(known.queue, this.policy);
    const orderKeyParts = weighAgain(known.orderKeyParts, { add: { because: 'limit-is-near', minutes } }, cap);
    this.hear('warned', { orderKeyParts }, { conversationId: id });
  }

  private hear<Kind extends InputKind>(kind: Kind, body: InputBodies[Kind], of: Partial<EngineInput>): void {
    this.step += 1;
    const { at } = this;
    const { conversationId = null, agentId = null } = of;
    const routingVersion = conversationId === null ? null : this.step;
    const input = { id: this.step, step: this.step, at, kind, conversationId, agentId, routingVersion, body };
    const heard = this.weigh(input as EngineInput);
    this.book.note(heard, this.now);
    this.tell(heard);
    for (const change of heard.changes) this.turn(change);
    for (const one of heard.outcomes) {
      if (one.kind === 'offered') this.awaitReaction(one);
      if (one.kind === 'presence' && one.because.code === 'missed-offers') this.awaitReturn(one.agentId);
    }
  }

  /** What was recorded may not fit what is now (somebody has it already): then it waits for a person, as it would. */
  private weigh(input: EngineInput): Heard {
    try {
      return this.follow.hear(input);
    } catch {
      return this.follow.hear(input, true);
    }
  }

  private resume({ id, state, queue, orderKeyParts }: RememberedConversation): void {
    const phase = state === 'accepted' ? 'taken' : 'waiting';
    const fresh = { inHand: 0, deed: 0, reaction: 0, token: 0, weighed: undefined };
    this.courses.set(id, { phase, since: this.now, ...fresh });
    const { offer } = this.follow.standOf(id);
    if (offer) this.awaitReaction({ conversationId: id, assignmentId: offer, until: null });
    if (phase === 'waiting') {
      this.notJudgedAnew += 1;
      this.awaitWarning(id, queue, orderKeyParts);
    }
    this.goOn(id);
  }

  private turn({ id, after, now }: Change): void {
    const course = this.courses.get(id);
    if (!course || after.phase === course.phase) return;
    const reactions = this.script.parts.get(id)?.reactions ?? [];
    const { reaction } = course;
    // taken without having been asked: what they would have said is not said
    if (after.phase === 'taken' && reactions[reaction - 1]?.kind !== 'accepts') {
      const accepted = reactions.findIndex((one, at) => at >= reaction && one.kind === 'accepts');
      if (accepted >= 0) course.reaction = accepted + 1;
    }
    turnClock(course, after.phase, this.now);
    if (after.phase === 'waiting') this.awaitWarning(id, now!.queue, { ...now!.orderKeyParts, arrivedAt: this.at });
    this.goOn(id);
  }

  /** Puts on the agenda what is done with it next, as far as that depends on nobody but the clock. */
  private goOn(id: ConversationId): void {
    const course = this.courses.get(id)!;
    course.token += 1;
    const deeds = this.script.parts.get(id)?.deeds ?? [];
    for (; course.deed < deeds.length; course.deed += 1) {
      const deed = deeds[course.deed]!;
      const { token, phase } = course;
      if (deed.clock === 'taken' && phase === 'waiting') return;
      const left = deed.after - readClock(course, this.now);
      if (deed.clock === phase) {
        this.agenda.put(this.now + Math.max(0, left), { kind: 'deed', id, token, deed }, deed.order);
        return;
      }
      const isWorkedOnAnyway = deeds[course.deed + 1]?.clock === 'taken';
      if (phase === 'taken' && deed.input.kind === 'leaves' && !isWorkedOnAnyway) {
        const ms = this.handlingOf(id) - course.inHand;
        this.agenda.put(this.now + Math.max(0, ms), { kind: 'deed', id, token, deed }, deed.order);
        return;
      }
      // done while it waited, and now it does not: nothing to do any more
    }
  }

  /** Whoever gave up waiting was not worked on: how long that would have taken is what it takes usually. */
  private handlingOf(id: ConversationId): number {
    const { handling, anyHandling } = this.script.typical;
    const standard = this.engine.conversation(id)?.standard;
    return (standard && handling[standard]) ?? anyHandling;
  }

  private awaitReaction(offered: {
    conversationId: ConversationId;
    assignmentId: AssignmentId;
    until: string | null;
  }): void {
    const { conversationId: id, assignmentId: offer } = offered;
    const course = this.courses.get(id);
    if (!course) return;
    const usual: Reaction = { kind: 'accepts', after: this.script.typical.accepts, note: '' };
    const recorded = this.script.parts.get(id)?.reactions[course.reaction] ?? usual;
    course.reaction += 1;
    const { ringSeconds } = this.policy.standards[this.engine.conversation(id)!.standard];
    // one that rang when the span began had rung before: it ends when it ended, where that was recorded
    const ringsFor = recorded.kind === 'ring-ended' && recorded.after > 0 ? recorded.after : ringSeconds * 1000;
    const until = offered.until === null ? this.now + ringsFor : Date.parse(offered.until);
    const isMissed = recorded.kind === 'ring-ended' || this.now + recorded.after >= until;
    const at = isMissed ? until : this.now + recorded.after;
    const reaction = isMissed ? 'ring-ended' : recorded.kind;
    this.agenda.put(at, { kind: 'reaction', id, offer, reaction, note: recorded.note });
  }

  private awaitReturn(agentId: AgentId): void {
    const count = this.absences.get(agentId) ?? 0;
    this.absences.set(agentId, count + 1);
    const recorded = this.script.absences.get(agentId)?.[count];
    if (recorded === null) return;
    this.agenda.put(this.now + (recorded ?? this.script.typical.absence), { kind: 'back', agentId });
  }

  /** Its limit runs since `arrivedAt`. */
  private awaitWarning(id: ConversationId, queue: string, parts: OrderKeyParts): void {
    const calendar = this.policy.calendars[queueOf(this.policy, queue)?.calendar ?? ''];
    if (!calendar) return;
    const asked = { calendar, startedAt: Date.parse(parts.arrivedAt), limit: { seconds: parts.firstResponseSeconds } };
    const due = warnAt(asked, this.policy.time.warnAtPercent);
    if (!due.ok || due.value < this.now) return;
    this.agenda.put(Math.ceil(due.value), { kind: 'warned', id, waitingSince: this.courses.get(id)!.since });
  }
}
