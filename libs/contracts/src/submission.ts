/** One handing over of a sensitive matter to a department, from the customer's attitude to what they said of the result. */
import { z } from 'zod';
import { AgentId, CallBackId, ConversationId, SubmissionId, TicketId } from './ids.ts';
import { Instant, Urgency } from './parts.ts';

/** How the customer meets us, as who hands it over heard it. */
export const Attitude = z.enum(['calm', 'disappointed', 'upset', 'angry', 'threatens']);
export type Attitude = z.infer<typeof Attitude>;

export const Submission = z
  .object({
    id: SubmissionId,
    ticketId: TicketId,
    /** The ticket's, as the customer knows it: `T-1042`. */
    number: z.string(),
    subject: z.string(),
    severity: Urgency,
    /** Where the customer was spoken to when it was submitted. */
    conversationId: ConversationId,
    queue: z.string(),
    department: z.string(),
    /** The first, the second: of this matter, since the customer was last satisfied. */
    turn: z.int().positive(),
    attitude: Attitude,
    note: z.string(),
    /** With exactly what the customer was not satisfied; empty on the first. */
    point: z.string(),
    submittedBy: AgentId,
    submittedAt: Instant,
    result: z.string().nullable(),
    /** Null where the department answered by mail. */
    resultBy: AgentId.nullable(),
    resultAt: Instant.nullable(),
    /** Null while nobody has said: it is held all the same, so that no contact goes by without it. */
    delivery: z.enum(['call-back', 'held']).nullable(),
    callBackId: CallBackId.nullable(),
    toldAt: Instant.nullable(),
    toldBy: AgentId.nullable(),
    toldIn: ConversationId.nullable(),
    /** What the customer said of it; null while they have not. */
    satisfied: z.boolean().nullable(),
    /** With what they were not: where it is submitted again, its point. */
    complaint: z.string().nullable(),
  })
  .meta({ id: 'Submission' });
export type Submission = z.infer<typeof Submission>;
