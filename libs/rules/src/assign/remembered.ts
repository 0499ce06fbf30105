/** What the engine remembers between steps, as plain JSON: kept in columns, so that a rebuild goes on as if unbroken. */
import type {
  AgentId,
  AssignmentId,
  Because,
  ConversationId,
  OrderKeyParts,
  Presence,
  StaffV1,
  Standard,
} from '@trunkline/contracts';

/**
 * Somebody who had this offer and let it go; not asked again before `again`, an instant, unless it is null. `barred`:
 * somebody who may never have it, whatever comes: whom a complaint of it is about.
 */
export type Tried = { agentId: AgentId; how: 'missed' | 'declined' | 'barred'; again: string | null };

export type RememberedConversation = {
  id: ConversationId;
  /** As last heard: a decision on another one is stale. */
  routingVersion: number;
  /** Number of the input by which it first came in: who came first, where keys are equal. */
  arrival: number;
  state: 'waiting' | 'offered' | 'accepted' | 'unsettled' | 'parked';
  queue: string;
  standard: Standard;
  requires: Record<string, number>;
  weight: number;
  live: boolean;
  orderKeyParts: OrderKeyParts;
  ring: number;
  widenAt: string | null;
  preferredAgentId: AgentId | null;
  preferredUntil: string | null;
  tried: Tried[];
  agentId: AgentId | null;
  assignmentId: AssignmentId | null;
  /** What it takes of its agent's room now: 0 while a mail is with the customer. */
  held: number;
  waitingBecause: Because | null;
};

export type RememberedAgent = {
  id: AgentId;
  /** Null where presence was heard of before the record. */
  record: StaffV1 | null;
  presence: Presence;
  load: number;
  /** Load beyond capacity, by an override or because capacity was lowered. */
  override: number;
  missed: number;
  /** Orders in which things happened: lower is longer ago. */
  levelSince: number;
  lastGiven: number;
  /** When they last had nothing, or null while they have something. */
  idleSince: string | null;
  /** How many were given, by queue: what *even* shares. */
  given: Record<string, number>;
  /** When the latest were given, where the policy limits how many may come in a time; oldest first. */
  recent?: string[] | undefined;
};
