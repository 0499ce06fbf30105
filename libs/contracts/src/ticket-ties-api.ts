/** Bodies of the routes by which tickets are merged, split and tied to conversations and to each other. */
import { z } from 'zod';
import { CustomerBrief } from './desk-api.ts';
import { AgentId, ConversationId, TicketId } from './ids.ts';
import { Instant, Standard } from './parts.ts';
import { Kind } from './policy.v1.ts';
import { TicketState } from './ticket-facts.v1.ts';

const named = <Schema extends z.ZodType>(id: string, schema: Schema) => schema.meta({ id });

/** A conversation that is about it. */
export const TiedConversation = named(
  'TiedConversation',
  z.object({
    id: ConversationId,
    queue: z.string(),
    standard: Standard,
    state: z.string(),
    subject: z.string().nullable(),
    /** Codes of the taxonomy. */
    topic: z.string().nullable(),
    label: z.string().nullable(),
    arrivedAt: Instant,
    /** The ticket was opened in it: this one is not untied. */
    isFirst: z.boolean(),
  }),
);
export type TiedConversation = z.infer<typeof TiedConversation>;

/** `merged`: it went into this ticket, or this one into it; `split`: one was opened out of the other; `linked`: by hand. */
export const TiedTicket = named(
  'TiedTicket',
  z.object({
    id: TicketId,
    number: z.string(),
    kind: Kind,
    state: TicketState,
    subject: z.string(),
    ownerId: AgentId.nullable(),
    how: z.enum(['merged-into', 'merged-from', 'split-from', 'split-into', 'linked']),
  }),
);
export type TiedTicket = z.infer<typeof TiedTicket>;

/** What belongs together with a ticket; nothing of it that is hidden from who asks. */
export const TicketTies = named(
  'TicketTies',
  z.object({
    customer: CustomerBrief,
    conversations: z.array(TiedConversation),
    tickets: z.array(TiedTicket),
  }),
);
export type TicketTies = z.infer<typeof TicketTies>;

/** Another conversation of the customer's, or another ticket, by its id or its number. */
export const NewTie = named(
  'NewTie',
  z.union([
    z.strictObject({ conversationId: ConversationId }),
    z.strictObject({ ticketId: TicketId }),
    z.strictObject({
      number: z
        .string()
        .trim()
        .regex(/^T-\d{1,12}$/i),
    }),
  ]),
);
export type NewTie = z.infer<typeof NewTie>;
export const MergeWith = named(
  'MergeWith',
  z.union([
    z.strictObject({ ticketId: TicketId }),
    z.strictObject({
      number: z
        .string()
        .trim()
        .regex(/^T-\d{1,12}$/i),
    }),
  ]),
);
export type MergeWith = z.infer<typeof MergeWith>;
