/** A complaint while it is worked on: its steps in their order, what came of an earlier one, the promise that was released. */
import { z } from 'zod';
import { AgentId, ConversationId, TicketId } from './ids.ts';
import { Instant, Urgency } from './parts.ts';
import { Kind } from './policy-parts.ts';
import { TicketState } from './ticket-facts.v1.ts';

const named = <Schema extends z.ZodType>(id: string, schema: Schema) => schema.meta({ id });

/** `domain.md` §5, in their order. The first two are taken by recording it. */
export const ComplaintStep = z.enum([
  'receive',
  'record',
  'first-contact',
  'classify',
  'investigate',
  'plan',
  'agree',
  'carry-out',
  'answer',
  'follow-up',
]);
export type ComplaintStep = z.infer<typeof ComplaintStep>;

/** What the customer said to the plan: how it was heard, when, and in which words. */
export const Agreement = named(
  'Agreement',
  z.strictObject({
    agreed: z.boolean(),
    how: z.enum(['here', 'call', 'mail', 'in-person']),
    at: Instant,
    words: z.string().trim().min(1).max(2000),
  }),
);
export type Agreement = z.infer<typeof Agreement>;

/** `text` is sent to the customer at the first contact and the answer; elsewhere it is kept. */
export const NewComplaintStep = named(
  'NewComplaintStep',
  z.strictObject({
    step: ComplaintStep,
    text: z.string().trim().max(8000).default(''),
    /** Of `classify`: how grave it is. */
    severity: Urgency.optional(),
    /** Of `agree`. */
    agreement: Agreement.optional(),
    /** Of `follow-up`: not satisfied, it is investigated anew. */
    result: z.enum(['satisfied', 'unsatisfied', 'not-reached']).optional(),
  }),
);
export type NewComplaintStep = z.infer<typeof NewComplaintStep>;

export const ComplaintStepTaken = named(
  'ComplaintStepTaken',
  NewComplaintStep.extend({
    at: Instant,
    /** Null: by recording the complaint. */
    by: AgentId.nullable(),
  }),
);
export type ComplaintStepTaken = z.infer<typeof ComplaintStepTaken>;

/** An earlier complaint of the customer about the same matter. */
export const EarlierComplaint = named(
  'EarlierComplaint',
  z.object({
    ticketId: TicketId,
    number: z.string(),
    conversationId: ConversationId,
    at: Instant,
    /** `none`: it is over, and no result of it is known. */
    standing: z.enum(['result', 'open', 'none']),
    result: z.string().nullable(),
    /** To be told to the customer. */
    text: z.string(),
    toldAt: Instant.nullable(),
    satisfied: z.boolean().nullable(),
  }),
);
export type EarlierComplaint = z.infer<typeof EarlierComplaint>;
/** `text` tells the customer; `satisfied` is what they say to it: no brings in the supervisor. */
export const EarlierSaid = named(
  'EarlierSaid',
  z.strictObject({ text: z.string().trim().min(1).max(8000).optional(), satisfied: z.boolean().optional() }),
);
export type EarlierSaid = z.infer<typeof EarlierSaid>;

export const ComplaintStand = named(
  'ComplaintStand',
  z.object({
    ticketId: TicketId,
    number: z.string(),
    kind: Kind,
    state: TicketState,
    ownerId: AgentId.nullable(),
    content: z.string(),
    /** Each time one was taken, oldest first. */
    steps: z.array(ComplaintStepTaken),
    /** Null: all are taken. */
    next: ComplaintStep.nullable(),
    /** By when the customer has to be contacted; null once they were. */
    contactDueAt: Instant.nullable(),
    /** Restates and apologises: offered for the first contact. */
    contactText: z.string(),
    earlier: EarlierComplaint.nullable(),
    /** The one promise of a time that was released. */
    promise: z.object({ until: Instant, by: AgentId, at: Instant }).nullable(),
  }),
);
export type ComplaintStand = z.infer<typeof ComplaintStand>;
