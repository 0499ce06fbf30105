/** Bodies of the routes about tickets, complaints, follow-ups and the word that a matter is beyond one. */
import { z } from 'zod';
import { pageOf } from './desk-api.ts';
import { AgentId, ConversationId, CustomerId, FollowUpId, HandOverId, TicketId } from './ids.ts';
import { Attachment, BothLanguages, Instant, Urgency } from './parts.ts';
import { Kind } from './policy.v1.ts';
import { TicketState } from './ticket-facts.v1.ts';

const named = <Schema extends z.ZodType>(id: string, schema: Schema) => schema.meta({ id });

/** `domain.md` §5: what a complaint records; `accusedNumber` only where it is about an employee. */
export const Complaint = named(
  'Complaint',
  z.strictObject({
    accusedNumber: z.string().min(1).max(16).nullable().default(null),
    /** The address or number that was used at the time. */
    contactUsed: z.string().max(200).default(''),
    happenedAt: Instant.nullable().default(null),
    content: z.string().trim().min(1).max(8000),
    /** How the customer can be reached. */
    reachAt: z.string().trim().min(1).max(200),
  }),
);
export type Complaint = z.infer<typeof Complaint>;

/** A complaint's kind asks for `complaint`; one about an employee for the accused's number. */
export const NewTicket = named(
  'NewTicket',
  z.strictObject({
    kind: Kind,
    severity: Urgency.default('normal'),
    subject: z.string().trim().min(1).max(200),
    ownerId: AgentId.nullable().default(null),
    department: z.string().max(100).nullable().default(null),
    complaint: Complaint.nullable().default(null),
    /** Whether the customer is told the number at once; yes, unless it says no. */
    tellCustomer: z.boolean().optional(),
  }),
);
export type NewTicket = z.infer<typeof NewTicket>;
/** Only what is named changes. */
export const ChangedTicket = named(
  'ChangedTicket',
  z.strictObject({
    state: TicketState.optional(),
    kind: Kind.optional(),
    severity: Urgency.optional(),
    ownerId: AgentId.nullable().optional(),
    department: z.string().max(100).nullable().optional(),
  }),
);
export type ChangedTicket = z.infer<typeof ChangedTicket>;

/** One time that a department had it: asked with a note, and its answer. */
export const HandOver = named(
  'HandOver',
  z.object({
    id: HandOverId,
    /** 1 is the first. */
    turn: z.int().positive(),
    /** A code of the policy, or its name as it was written. */
    department: z.string(),
    /** What it was called when it was asked; null: as it was written. */
    name: BothLanguages.nullable(),
    note: z.string(),
    by: AgentId,
    at: Instant,
    /** By when it owes an answer; null: it is none of the policy's. */
    dueAt: Instant.nullable(),
    isMailed: z.boolean(),
    answer: z.string().nullable(),
    attachments: z.array(Attachment),
    /** Null where it came by mail: `answeredFrom`. */
    answeredBy: AgentId.nullable(),
    answeredFrom: z.string().nullable(),
    answeredAt: Instant.nullable(),
  }),
);
export type HandOver = z.infer<typeof HandOver>;
export const NewHandOver = named(
  'NewHandOver',
  z.strictObject({ department: z.string().trim().min(1).max(100), note: z.string().trim().min(1).max(4000) }),
);
export type NewHandOver = z.infer<typeof NewHandOver>;
export const DepartmentAnswer = named(
  'DepartmentAnswer',
  z.strictObject({ answer: z.string().trim().min(1).max(8000) }),
);
export type DepartmentAnswer = z.infer<typeof DepartmentAnswer>;

export const Ticket = named(
  'Ticket',
  z.object({
    id: TicketId,
    /** What the customer is told: `T-1042`. */
    number: z.string(),
    version: z.int(),
    conversationId: ConversationId,
    customerId: CustomerId,
    kind: Kind,
    severity: Urgency,
    state: TicketState,
    subject: z.string(),
    ownerId: AgentId.nullable(),
    department: z.string().nullable(),
    /** Each time a department had it, oldest first. */
    handOvers: z.array(HandOver),
    complaint: Complaint.nullable(),
    openedBy: AgentId,
    openedAt: Instant,
    answeredAt: Instant.nullable(),
    solvedAt: Instant.nullable(),
    closedAt: Instant.nullable(),
    /** The promise that runs, if one does. */
    dueAt: Instant.nullable(),
  }),
);
export type Ticket = z.infer<typeof Ticket>;
export const Tickets = named('Tickets', pageOf(Ticket));
export type Tickets = z.infer<typeof Tickets>;

export const Escalate = named(
  'Escalate',
  z.strictObject({
    because: z.enum(['beyond-competence', 'beyond-authority', 'publicity-risk']),
    note: z.string().trim().max(1000).default(''),
  }),
);
export type Escalate = z.infer<typeof Escalate>;

/** Somebody is to ask the customer, some time after (`domain.md` §7). */
export const FollowUp = named(
  'FollowUp',
  z.object({
    id: FollowUpId,
    conversationId: ConversationId,
    queue: z.string(),
    reason: z.string(),
    dueAt: Instant,
    doneBy: AgentId.nullable(),
    doneAt: Instant.nullable(),
    result: z.enum(['satisfied', 'unsatisfied', 'not-reached']).nullable(),
    note: z.string(),
  }),
);
export type FollowUp = z.infer<typeof FollowUp>;
export const FollowUps = named('FollowUps', pageOf(FollowUp));
export type FollowUps = z.infer<typeof FollowUps>;
export const FollowUpResult = named(
  'FollowUpResult',
  z.strictObject({
    result: z.enum(['satisfied', 'unsatisfied', 'not-reached']),
    note: z.string().trim().max(1000).default(''),
  }),
);
export type FollowUpResult = z.infer<typeof FollowUpResult>;
