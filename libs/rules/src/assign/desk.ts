/** Who is there, what waits, and who is to get what: once with indexes, for the engine, and once linear, for its oracle. */
import type { AgentId, AssignmentId, Because, ConversationId, PolicyV1, Presence, StaffV1 } from '@trunkline/contracts';
import type { Room } from './may-take.ts';
import type { RememberedAgent, RememberedConversation } from './remembered.ts';
import type { RequiredNow } from './required-now.ts';

export type Choice = {
  winner: RememberedAgent;
  because: Because;
  /** Who would have been next; of a small desk all of them, of a big one the nearest few. */
  behind: RememberedAgent[];
};

export type ToGive = { conversation: RememberedConversation; choice: Choice };
export type ToSay = { conversation: RememberedConversation; because: Because };

/** How many failed by which rule first. */
export type Counts = Record<string, number>;

/**
 * Whoever changes anything says so here, and nothing has to be said about what follows from it: `nextToGive` and
 * `reasonsToSay` find that. What is on its way into a heap (state, key, ring, tried) is changed between `unwait` and `wait`.
 */
export interface Desk extends Room {
  at: string;
  readonly policy: PolicyV1;
  readonly routedCount: number;
  /** Everybody whom routing may give work, by id. Asked of small desks only. */
  routed(): readonly RememberedAgent[];

  agent(id: AgentId): RememberedAgent | undefined;
  /** The agent as remembered, made where never heard of, and touched. */
  meet(id: AgentId): RememberedAgent;
  /** Soonest first. */
  heldBy(id: AgentId): RememberedConversation[];
  setPresence(agent: RememberedAgent, presence: Presence): void;
  setRecord(agent: RememberedAgent, record: StaffV1): void;
  setPolicy(policy: PolicyV1): void;
  /** Takes room, or gives it back; load beyond capacity is an override, by whatever way it came to be. */
  load(agent: RememberedAgent, conversation: RememberedConversation, weight: number): void;
  /** It was their turn: counts for *even*, and, given by routing, for the fair limit. */
  countGiven(agent: RememberedAgent, queue: string, inTurn: boolean): void;
  uncountGiven(agent: RememberedAgent, queue: string): void;
  /** The fewest that any other online agent of this group was given; null where there is none. */
  fewestGiven(queue: string, but: RememberedAgent): number | null;
  raiseGiven(agent: RememberedAgent, queue: string, to: number): void;

  conversation(id: ConversationId): RememberedConversation | undefined;
  remember(conversation: RememberedConversation): RememberedConversation;
  forget(conversation: RememberedConversation): void;
  touch(conversation: RememberedConversation): void;
  /** A copy that stays as it is. */
  plain(conversation: RememberedConversation): RememberedConversation;
  wait(conversation: RememberedConversation): void;
  unwait(conversation: RememberedConversation): void;
  /** Null where nobody has it. */
  holderOf(conversation: RememberedConversation): RememberedAgent | null;
  hold(conversation: RememberedConversation, agent: RememberedAgent | null, assignmentId: AssignmentId | null): void;
  requiredNow(conversation: RememberedConversation): RequiredNow;

  /** What time alone has changed since; `change` is called before each. */
  passTime(change: (conversation: RememberedConversation) => void): void;
  /** The soonest of all who can be given to somebody now. */
  nextToGive(): ToGive | null;
  /** Why those wait whose reason is another now: who was looked at since, and who stands in front where people changed. */
  reasonsToSay(): ToSay[];
  /** Everybody but the winner, by the first rule that failed. */
  countFailing(conversation: RememberedConversation, winner: RememberedAgent | null): Counts;
}
