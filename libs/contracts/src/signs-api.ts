/** Bodies of the routes about signs, incidents, outcomes and the same matter. */
import { z } from 'zod';
import { Because, CustomerBrief, pageOf } from './desk-api.ts';
import { AgentId, ConversationId, IncidentId, SignId } from './ids.ts';
import { ChannelName, ConversationState, Instant, Standard } from './parts.ts';
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
