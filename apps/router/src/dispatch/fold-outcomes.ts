/** Folds what a batch decided into what is to be written: several decisions on one conversation end in its last state. */
import type { AssignmentId, Because, ConversationId, Decision } from '@trunkline/contracts';
import type { EngineOutcome } from '@trunkline/rules';

type Of<Kind extends EngineOutcome['kind']> = Extract<EngineOutcome, { kind: Kind }>;

/** How a conversation stands after the batch. */
export type Final = Of<'offered' | 'assigned' | 'waiting'>;
/** An assignment the batch made; one that it also ended was never seen by anybody. */
export type Opened = { given: Of<'offered' | 'assigned'>; endedBecause: Because | null };

export type Folded = {
  finals: Map<ConversationId, Final>;
  opened: Map<AssignmentId, Opened>;
  /** Ended by the engine, made by an earlier commit. */
  ended: Of<'ended'>[];
  weighs: Of<'weighs'>[];
  presences: Of<'presence'>[];
  decisions: { conversationId: ConversationId; decision: Decision }[];
};

export function foldOutcomes(outcomes: EngineOutcome[]): Folded {
  const folded: Folded = {
    finals: new Map(),
    opened: new Map(),
    ended: [],
    weighs: [],
    presences: [],
    decisions: [],
  };
  for (const outcome of outcomes) fold(folded, outcome);
  return folded;
}

function fold(folded: Folded, outcome: EngineOutcome): void {
  if (outcome.kind === 'refused') return;
  if (outcome.kind === 'presence') folded.presences.push(outcome);
  else if (outcome.kind === 'weighs') folded.weighs.push(outcome);
  else if (outcome.kind === 'ended') end(folded, outcome);
  else {
    const { conversationId, decision } = outcome;
    folded.finals.set(conversationId, outcome);
    folded.decisions.push({ conversationId, decision });
    if (outcome.kind !== 'waiting') folded.opened.set(outcome.assignmentId, { given: outcome, endedBecause: null });
  }
}

function end(folded: Folded, outcome: Of<'ended'>): void {
  const opened = folded.opened.get(outcome.assignmentId);
  if (opened) opened.endedBecause = outcome.because;
  else folded.ended.push(outcome);
}
