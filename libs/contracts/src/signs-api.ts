/** Bodies of the routes about signs, incidents, outcomes and the same matter. */
import { z } from 'zod';
import { Because, CustomerBrief, pageOf } from './desk-api.ts';
import { AgentId, ConversationId, IncidentId, IncidentMessageId, MessageId, SignId } from './ids.ts';
import { ChannelName, ConversationState, DeliveryState, Instant, Standard } from './parts.ts';
import { SignKind } from './policy.v1.ts';

const named = <Schema extends z.ZodType>(id: string, schema: Schema) => schema.meta({ id });

/** Marks a conversation as sensitive. The same kind marked twice is one mark. */
export const NewSign = named('NewSign', z.strictObject({ kind: SignKind, note: z.string().max(1000).optional() }));
export type NewSign = z.infer<typeof NewSign>;
export const RemovedSign = named('RemovedSign', z.strictObject({ reason: z.string().trim().min(1).max(1000) }));
export type RemovedSign = z.infer<typeof RemovedSign>;
/** How a contact ended. Without satisfaction a reason is needed; a score of 1 or 2 is none, whatever else is said. */
export const NewOutcome = named(
  'NewOutcome',
  z
    .strictObject({
      satisfied: z.boolean(),
      reason: z.string().trim().max(1000).default(''),
      score: z.int().min(1).max(5).optional(),
    })
    .refine(({ satisfied, reason }) => satisfied || reason !== '', { path: ['reason'], message: 'say with what' }),
);
export type NewOutcome = z.infer<typeof NewOutcome>;
export const SameMatterSaid = named(
  'SameMatterSaid',
  z.strictObject({ conversationId: ConversationId, tied: z.boolean() }),
);
export type SameMatterSaid = z.infer<typeof SameMatterSaid>;

export const Sign = named(
  'Sign',
  z.object({
    id: SignId,
    conversationId: ConversationId,
    kind: SignKind,
    by: z.enum(['detection', 'person']),
    personId: AgentId.nullable(),
    /** The words that decided, as they stand in the folded text. */
    words: z.array(z.string()),
    /** Why, where words alone do not say it: so many contacts, so many in a window. */
    because: Because.nullable(),
    note: z.string().nullable(),
    at: Instant,
    incidentId: IncidentId.nullable(),
    seenBy: AgentId.nullable(),
    seenAt: Instant.nullable(),
  }),
);
export type Sign = z.infer<typeof Sign>;
export const Signs = named('Signs', pageOf(Sign));
export type Signs = z.infer<typeof Signs>;

const Brief = z.object({
  id: ConversationId,
  state: ConversationState,
  queue: z.string(),
  channel: ChannelName,
  standard: Standard,
  customer: CustomerBrief,
  subject: z.string().nullable(),
  lastWords: z.string(),
  agentId: AgentId.nullable(),
});
/** An alert for those who watch the queue. */
export const SignRow = named('SignRow', Sign.extend({ conversation: Brief }));
export type SignRow = z.infer<typeof SignRow>;
export const SignRows = named('SignRows', pageOf(SignRow));
export type SignRows = z.infer<typeof SignRows>;

/** What a supervisor tells whoever has the conversation, without the customer seeing it; the alert counts as seen. */
export const SignHelp = named('SignHelp', z.strictObject({ instruction: z.string().trim().min(1).max(4000) }));
export type SignHelp = z.infer<typeof SignHelp>;

/** Many report the same, and ever more of them. */
export const IncidentRow = named(
  'IncidentRow',
  z.object({
    id: IncidentId,
    version: z.int().positive(),
    label: z.string(),
    queues: z.array(z.string()),
    windowMinutes: z.int().positive(),
    /** Of the present window; what is usual; window by window until now, the oldest first. */
    count: z.int().nonnegative(),
    usual: z.number(),
    counts: z.array(z.int().nonnegative()),
    openedAt: Instant,
    closedAt: Instant.nullable(),
    because: Because.nullable(),
    closedBy: AgentId.nullable(),
    /** All of them, and the newest of those that one may see. */
    memberCount: z.int().nonnegative(),
    members: z.array(Brief),
  }),
);
export type IncidentRow = z.infer<typeof IncidentRow>;
export const IncidentRows = named('IncidentRows', pageOf(IncidentRow));
export type IncidentRows = z.infer<typeof IncidentRows>;

const EachLanguage = z.strictObject({
  en: z.string().trim().min(1).max(4000),
  zh: z.string().trim().min(1).max(4000),
});
/** One message to all members of an incident, each in their own language. */
export const NewIncidentMessage = named('NewIncidentMessage', z.strictObject({ text: EachLanguage }));
export type NewIncidentMessage = z.infer<typeof NewIncidentMessage>;
/** A last message goes to all members before it is over; null: none. */
export const ClosedIncident = named('ClosedIncident', z.strictObject({ text: EachLanguage.nullable().default(null) }));
export type ClosedIncident = z.infer<typeof ClosedIncident>;
export const NewIncidentMember = named('NewIncidentMember', z.strictObject({ conversationId: ConversationId }));
export type NewIncidentMember = z.infer<typeof NewIncidentMember>;
/** What became of it for one member; of those left out, why. */
export const IncidentMessageTo = named(
  'IncidentMessageTo',
  z.object({
    conversationId: ConversationId,
    customer: CustomerBrief,
    state: z.enum(['waits', 'written', 'left-out']),
    because: Because.nullable(),
    messageId: MessageId.nullable(),
    /** How far it got, once written. */
    delivery: DeliveryState.nullable(),
  }),
);
export type IncidentMessageTo = z.infer<typeof IncidentMessageTo>;
export const IncidentMessage = named(
  'IncidentMessage',
  z.object({
    id: IncidentMessageId,
    incidentId: IncidentId,
    text: EachLanguage,
    by: AgentId,
    at: Instant,
    /** Of all members; `to` holds those that one may see, the newest 200. */
    waits: z.int().nonnegative(),
    written: z.int().nonnegative(),
    leftOut: z.int().nonnegative(),
    to: z.array(IncidentMessageTo),
  }),
);
export type IncidentMessage = z.infer<typeof IncidentMessage>;
export const IncidentMessages = named('IncidentMessages', pageOf(IncidentMessage));
export type IncidentMessages = z.infer<typeof IncidentMessages>;

/** The customer's other contacts that may be about the same matter, and why. */
export const MatterRow = named(
  'MatterRow',
  z.object({
    conversationId: ConversationId,
    kind: z.enum(['same', 'proposed', 'other']),
    because: Because,
    /** How it ended, where that is known. */
    satisfied: z.boolean().nullable(),
    lastWords: z.string(),
    lastAt: Instant,
  }),
);
export type MatterRow = z.infer<typeof MatterRow>;
export const Matter = named('Matter', pageOf(MatterRow));
export type Matter = z.infer<typeof Matter>;
