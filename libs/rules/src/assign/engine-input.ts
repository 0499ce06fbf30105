/** What the engine hears. Each body holds everything needed, so that a replay of the rows needs nothing else. */
import type {
  AgentId,
  AssignmentId,
  ConversationId,
  OrderKeyParts,
  PolicyV1,
  Presence,
  StaffV1,
  Standard,
} from '@trunkline/contracts';
import type { Matter } from '../classify/choose-queue.ts';
import type { Weighed } from '../priority/order-key.ts';
import type { RememberedConversation } from './remembered.ts';

type Because = { code: string; values?: Record<string, string | number> };

export type InputBodies = {
  /** Nobody has it and somebody should; also after a transfer to a queue, and when it was reopened. */
  waits: {
    queue: string;
    standard: Standard;
    language: string;
    requires: Record<string, number>;
    weight: number;
    live: boolean;
    orderKeyParts: OrderKeyParts;
    preferredAgentId: AgentId | null;
    preferredUntil: string | null;
    /** Who is not to get it back at once: the one who handed it over. */
    avoid: AgentId[];
    /** Who may never have it: whom a complaint of it is about. */
    barred?: AgentId[];
    /** What queue and key were judged from, so that a replay can judge by another policy. The engine passes it over. */
    weighed?: Matter & Weighed;
  };
  /** Solved or closed: its room is free. */
  leaves: { because: string };
  /** These may not have it any more, nor ever get it: it is taken from them where they do. */
  bars: { agents: AgentId[] };
  accepts: { assignmentId: AssignmentId };
  declines: { assignmentId: AssignmentId | null; note: string };
  /** The offer rang until its end. */
  'ring-ended': { assignmentId: AssignmentId };
  /** To the person named in `agentId`. */
  place: {
    how: 'transferred' | 'taken-over';
    by: AgentId;
    /** They have it already, by telephone: room or not. */
    goesOn?: true;
  };
  /** Mail and SMS: frees the room while the customer is to answer, asks for it again when they have. */
  room: { holds: boolean };
  /** Little of the limit is left: a lower key, once. */
  warned: { orderKeyParts: OrderKeyParts };
  presence: { state: Presence; because: Because };
  staff: { record: StaffV1 };
  policy: { version: number; policy: PolicyV1 };
  /** Time has passed: rings that are due widen, rests end. `drains`: whose room a dropped decision gave back. */
  tick: { drains?: AgentId[] };
  /** Written by the dispatcher itself: a decision met a conversation that had changed, and was not carried out. */
  dropped: { was: RememberedConversation };
};

export type InputKind = keyof InputBodies;

/** A row of `dispatch_input` with its number. `at` is Postgres' time of its transaction: the engine has no other clock. */
export type EngineInput = {
  [Kind in InputKind]: {
    id: number;
    step: number;
    at: string;
    kind: Kind;
    conversationId: ConversationId | null;
    agentId: AgentId | null;
    routingVersion: number | null;
    body: InputBodies[Kind];
  };
}[InputKind];
