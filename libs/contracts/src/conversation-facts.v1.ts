/** `conversation.*`, `assignment.ended`, `message.stored`: what the router says of a conversation. No bodies. */
import { z } from 'zod';
import {
  AddressId,
  AgentId,
  AssignmentId,
  ConversationId,
  CustomerId,
  DecisionId,
  MessageId,
  ReceiptId,
} from './ids.ts';
import { Automatic, ChannelName, ConversationState, Instant, Standard, Urgency } from './parts.ts';

/**
 * What each of them begins with. `version` rises with every change of the conversation, so a reader can tell an old
 * fact from a new one whatever order they arrive in. `state`, `queue` and `agentId` are those after the change.
 */
export const Head = z.object({
  conversationId: ConversationId,
  version: z.int().positive(),
  state: ConversationState,
  queue: z.string(),
  /** Who it is offered to or assigned to; null where nobody. */
  agentId: AgentId.nullable(),
  /** Who stays with it until it is closed, where it was escalated: they see it and hear of it, whoever has it. */
  followerId: AgentId.nullable().optional(),
  channel: ChannelName,
  standard: Standard,
  /** Whom a complaint of it is about: they neither see it nor hear of it. */
  hiddenFrom: z.array(AgentId).optional(),
});

export const ConversationOpenedV1 = Head.extend({
  customerId: CustomerId,
  addressId: AddressId,
  language: z.string(),
  label: z.string().nullable(),
  urgency: Urgency,
  /** The channel's account it came by; `vip` or tags of the customer. */
  account: z.string().optional(),
  tiers: z.array(z.string()).optional(),
  automatic: Automatic.nullable(),
  /** Receipt time of its first message: where waiting and the first-response clock begin. */
  arrivedAt: Instant,
  /** The closed conversation of the same thread that this one goes on from. */
  continues: ConversationId.nullable(),
});
export type ConversationOpenedV1 = z.infer<typeof ConversationOpenedV1>;

/** Nobody has it. `because` is a code of reasons.ts. */
export const ConversationWaitingV1 = Head.extend({ because: z.string(), decisionId: DecisionId.nullable() });
export type ConversationWaitingV1 = z.infer<typeof ConversationWaitingV1>;

export const ConversationOfferedV1 = Head.extend({
  assignmentId: AssignmentId,
  decisionId: DecisionId,
  /** When the ring ends. */
  until: Instant,
});
export type ConversationOfferedV1 = z.infer<typeof ConversationOfferedV1>;

export const ConversationAssignedV1 = Head.extend({
  assignmentId: AssignmentId,
  decisionId: DecisionId.nullable(),
  how: z.enum(['accepted', 'direct', 'transferred', 'taken-over', 'reopened']),
});
export type ConversationAssignedV1 = z.infer<typeof ConversationAssignedV1>;

/** An offer or an assignment is over; `agentId` of the head may already be another's. */
export const AssignmentEndedV1 = Head.extend({
  assignmentId: AssignmentId,
  formerAgentId: AgentId,
  because: z.string(),
});
export type AssignmentEndedV1 = z.infer<typeof AssignmentEndedV1>;

export const ConversationSolvedV1 = Head.extend({ because: z.string() });
export type ConversationSolvedV1 = z.infer<typeof ConversationSolvedV1>;
export const ConversationReopenedV1 = Head.extend({ because: z.string() });
export type ConversationReopenedV1 = z.infer<typeof ConversationReopenedV1>;
export const ConversationClosedV1 = Head.extend({ because: z.string() });
export type ConversationClosedV1 = z.infer<typeof ConversationClosedV1>;

/**
 * A message row exists. A `reply` by an agent stops the first-response clock at the fact's own `at`; a customer's
 * message starts the next one.
 */
export const MessageStoredV1 = Head.extend({
  messageId: MessageId,
  from: z.enum(['customer', 'agent', 'bot', 'desk']),
  kind: z.enum(['message', 'reply', 'note', 'notice']),
  authorId: AgentId.nullable(),
  receiptId: ReceiptId.nullable(),
  automatic: Automatic.nullable(),
});
export type MessageStoredV1 = z.infer<typeof MessageStoredV1>;

/** What became of one of our messages was written at its row: whoever shows the conversation fetches it anew. */
export const MessageMovedV1 = Head;
export type MessageMovedV1 = z.infer<typeof MessageMovedV1>;
