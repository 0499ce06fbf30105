/** Hears a recorded day with the policy it was decided by, and writes down what people did, free of who it fell to. */
import type { AgentId, AssignmentId, ConversationId, PolicyV1, Standard } from '@trunkline/contracts';
import type { EngineInput } from '../assign/engine-input.ts';
import type { Change, Heard, Phase, Stand } from './follow-engine.ts';
import { middleOf } from './middle-of.ts';
import type { LogStart } from './routing-log.ts';
import type { Part, Reaction, Script } from './script.ts';

/** When nothing at all was recorded of the kind. */
const usual = { acceptMs: 4_000, handlingMs: 300_000, absenceMs: 120_000 };

const unanswered: Reaction = { kind: 'ring-ended', after: 0, note: '' };

type Clock = {
  phase: Phase;
  since: number;
  inHand: number;
  standard: Standard | null;
  offer: AssignmentId | null;
  offeredAt: number;
};

export class WriteScript {
  private readonly parts = new Map<ConversationId, Part>();
  private readonly clocks = new Map<ConversationId, Clock>();
  private readonly arrivals: Script['arrivals'] = [];
  private readonly people: Script['people'] = [];
  private readonly absences: Script['absences'] = new Map();
  private readonly awaySince = new Map<AgentId, number>();
  private readonly took: { accepts: number[]; handling: Map<Standard, number[]> } = {
    accepts: [],
    handling: new Map(),
  };
  private policy: PolicyV1;

  constructor(private readonly start: LogStart) {
    this.policy = start.policy;
    const at = Date.parse(start.at);
    for (const { id, state, assignmentId, standard } of start.remembered.conversations) {
      const phase = state === 'accepted' ? 'taken' : 'waiting';
      const offer = state === 'offered' ? assignmentId : null;
      this.clocks.set(id, { phase, since: at, inHand: 0, standard, offer, offeredAt: at });
    }
  }

  /** Before the engine hears it: what is done is told by the clock that ran until then. */
  before(input: EngineInput, stand: Stand): void {
    const at = Date.parse(input.at);
    if (input.kind === 'policy') this.policy = input.body.policy;
    else if (input.kind === 'staff') this.people.push(input);
    else if (input.kind === 'presence') this.present(input, at);
    else if (input.conversationId !== null) this.about(input, stand, at);
  }

  /** After the engine has heard it: clocks that start and stop. */
  after({ changes, outcomes }: Heard, at: number): void {
    for (const change of changes) this.turn(change, at);
    for (const one of outcomes) {
      if (one.kind === 'presence' && one.because.code === 'missed-offers') this.awaySince.set(one.agentId, at);
    }
  }

  finish(until: number): Script {
    for (const agentId of this.awaySince.keys()) this.absencesOf(agentId).push(null);
    for (const [id, { offer }] of this.clocks) if (offer !== null) this.partOf(id).reactions.push(unanswered);
    const { start, arrivals, people, parts, absences, took } = this;
    const handling = Object.fromEntries([...took.handling].map(([standard, all]) => [standard, middleOf(all)]));
    const ended = [...absences.values()].flat().filter((one) => one !== null);
    const typical = {
      accepts: middleOf(took.accepts) ?? usual.acceptMs,
      handling,
      anyHandling: middleOf([...took.handling.values()].flat()) ?? usual.handlingMs,
      absence: middleOf(ended) ?? usual.absenceMs,
    };
    return { start, until, arrivals, people, parts, absences, typical };
  }

  /** Whoever comes back after missed offers does so as long after them as they did. */
  private present(input: Script['people'][number] & { kind: 'presence' }, at: number): void {
    const away = this.awaySince.get(input.agentId!);
    if (away === undefined) {
      this.people.push(input);
      return;
    }
    this.awaySince.delete(input.agentId!);
    this.absencesOf(input.agentId!).push(input.body.state === 'online' ? at - away : null);
    if (input.body.state !== 'online') this.people.push(input);
  }

  private absencesOf(id: AgentId): (number | null)[] {
    const known = this.absences.get(id) ?? [];
    this.absences.set(id, known);
    return known;
  }

  private about(input: EngineInput, stand: Stand, at: number): void {
    const id = input.conversationId!;
    const clock = this.clocks.get(id);
    if (input.kind === 'waits' && !clock) {
      this.arrivals.push({ input, policy: this.policy });
      return;
    }
    if (!clock) return; // a stranger: leaving twice, or placed before it came
    const part = this.partOf(id);
    // went while it rang: nobody knows whether it would have been taken
    if (input.kind === 'leaves' && stand.offer !== null) part.reactions.push(unanswered);
    const told = { clock: clock.phase, after: readClock(clock, at), order: input.id };
    if (input.kind === 'waits') part.deeds.push({ ...told, input, policy: this.policy });
    else if (input.kind === 'leaves' || input.kind === 'place' || input.kind === 'room')
      part.deeds.push({ ...told, input });
    else if (input.kind === 'accepts' || input.kind === 'declines' || input.kind === 'ring-ended') {
      if (stand.offer === null) return;
      const after = at - clock.offeredAt;
      part.reactions.push({ kind: input.kind, after, note: input.kind === 'declines' ? input.body.note : '' });
      if (input.kind === 'accepts') this.took.accepts.push(after);
    }
  }

  private partOf(id: ConversationId): Part {
    const known = this.parts.get(id) ?? { deeds: [], reactions: [] };
    this.parts.set(id, known);
    return known;
  }

  private turn({ id, after, now }: Change, at: number): void {
    const fresh: Clock = { phase: 'gone', since: at, inHand: 0, standard: null, offer: null, offeredAt: at };
    const clock = this.clocks.get(id) ?? fresh;
    this.clocks.set(id, clock);
    clock.standard = now?.standard ?? clock.standard;
    if (after.offer !== clock.offer) Object.assign(clock, { offer: after.offer, offeredAt: at });
    if (after.phase === clock.phase) return;
    turnClock(clock, after.phase, at);
    if (after.phase === 'gone' && clock.inHand > 0 && clock.standard) this.handled(clock.standard, clock.inHand);
  }

  private handled(standard: Standard, ms: number): void {
    const known = this.took.handling.get(standard) ?? [];
    this.took.handling.set(standard, known);
    known.push(ms);
  }
}

export function readClock({ phase, since, inHand }: Pick<Clock, 'phase' | 'since' | 'inHand'>, at: number): number {
  return at - since + (phase === 'taken' ? inHand : 0);
}

/** Time in hand adds up over interruptions, until it is gone. */
export function turnClock(clock: Pick<Clock, 'phase' | 'since' | 'inHand'>, phase: Phase, at: number): void {
  if (clock.phase === 'taken') clock.inHand += at - clock.since;
  if (clock.phase === 'gone') clock.inHand = 0;
  clock.phase = phase;
  clock.since = at;
}
