/** Finds the decisions that met a conversation changed meanwhile, and takes them back: the drop is a numbered row too. */
import type { ConversationId, DecisionId } from '@trunkline/contracts';
import type { Engine, EngineOutcome } from '@trunkline/rules';
import type { Dropped, HeldRow, Taken } from './taken.ts';

type Decided = Extract<EngineOutcome, { kind: 'offered' | 'assigned' | 'waiting' | 'ended' }>;

const isDecided = (outcome: EngineOutcome): outcome is Decided =>
  outcome.kind === 'offered' || outcome.kind === 'assigned' || outcome.kind === 'waiting' || outcome.kind === 'ended';

const decided = (taken: Taken[]): Decided[] => taken.flatMap((one) => one.outcomes).filter(isDecided);

export const decidedIn = (taken: Taken[]): ConversationId[] => [
  ...new Set(decided(taken).map((outcome) => outcome.conversationId)),
];

export const isAbout = (outcome: EngineOutcome, stale: ReadonlySet<ConversationId>): boolean =>
  isDecided(outcome) && stale.has(outcome.conversationId);

/** `held`: the conversations under their rows' locks. */
export function staleOnes(taken: Taken[], held: ReadonlyMap<ConversationId, HeldRow>): Set<ConversationId> {
  const known = new Map(decided(taken).map((outcome) => [outcome.conversationId, outcome.routingVersion]));
  return new Set([...known].filter(([id, version]) => held.get(id)?.routingVersion !== version).map(([id]) => id));
}

/** The engine gives the room back; what changed the conversation is an input it has yet to hear. */
export function dropStale(
  engine: Engine,
  { taken, stale, step }: { taken: Taken[]; stale: ReadonlySet<ConversationId>; step: number },
): Dropped {
  if (stale.size === 0) return { inputs: [], drains: [] };
  const about = decided(taken).filter((outcome) => stale.has(outcome.conversationId));
  const inputs: Dropped['inputs'] = [...stale].sort().map((conversationId, place) => ({
    id: 0,
    step: step + place + 1,
    at: engine.at,
    kind: 'dropped',
    conversationId,
    agentId: null,
    routingVersion: null,
    body: { was: engine.imageOf(conversationId)! },
    outcome: { kind: 'took-back', decisionIds: decisionsOn(conversationId, about) },
  }));
  for (const { outcome: _, ...input } of inputs) engine.hear(input);
  const drains = about.flatMap((one) => (one.kind === 'offered' || one.kind === 'assigned' ? [one.agentId] : []));
  return { inputs, drains: [...new Set(drains)] };
}

const decisionsOn = (id: ConversationId, about: Decided[]): DecisionId[] =>
  about.flatMap((one) => (one.conversationId === id && one.kind !== 'ended' ? [one.decision.id] : []));
