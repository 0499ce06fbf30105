/** Bodies of the routes by which a sensitive matter goes to a department, and its result comes back to the customer. */
import { z } from 'zod';
import { CustomerBrief, pageOf } from './desk-api.ts';
import { ConversationId, TicketId } from './ids.ts';
import { Instant, Standard, Urgency } from './parts.ts';
import { Attitude, Submission } from './submission.ts';

const named = <Schema extends z.ZodType>(id: string, schema: Schema) => schema.meta({ id });
const words = (most: number) => z.string().trim().max(most);

/**
 * Hands a matter to a department with a note on the customer's attitude. Without `ticketId` a ticket is opened for it,
 * and needs a subject. From the second on `point` says with exactly what the customer is not satisfied.
 */
export const NewSubmission = named(
  'NewSubmission',
  z
    .strictObject({
      ticketId: TicketId.nullable().default(null),
      subject: words(200).default(''),
      severity: Urgency.default('high'),
      department: words(100).min(1),
      attitude: Attitude,
      note: words(4000).default(''),
      point: words(1000).default(''),
    })
    .refine(({ ticketId, subject }) => ticketId !== null || subject !== '', {
      path: ['subject'],
      message: 'say what it is about',
    }),
);
export type NewSubmission = z.infer<typeof NewSubmission>;
/** What the department found. */
export const SubmissionResult = named('SubmissionResult', z.strictObject({ result: words(8000).min(1) }));
export type SubmissionResult = z.infer<typeof SubmissionResult>;
/** How the result reaches the customer; a call-back without `dueAt` is due after the minutes of the policy. */
export const NewDelivery = named(
  'NewDelivery',
  z.strictObject({ how: z.enum(['call-back', 'held']), dueAt: Instant.nullable().default(null) }),
);
export type NewDelivery = z.infer<typeof NewDelivery>;
/** The customer was told the result, in this conversation. */
export const ResultTold = named('ResultTold', z.strictObject({ conversationId: ConversationId }));
export type ResultTold = z.infer<typeof ResultTold>;
/** What the customer said of the result; without satisfaction, with exactly what. */
export const ResultHeard = named(
  'ResultHeard',
  z
    .strictObject({ conversationId: ConversationId, satisfied: z.boolean(), point: words(1000).default('') })
    .refine(({ satisfied, point }) => satisfied || point !== '', { path: ['point'], message: 'say with what' }),
);
export type ResultHeard = z.infer<typeof ResultHeard>;
/** Ends what was submitted as often as may be: `text` reassures the customer; null: nothing more is sent. */
export const EndUnsatisfied = named(
  'EndUnsatisfied',
  z.strictObject({ reason: words(1000).min(1), text: words(8000).min(1).nullable().default(null) }),
);
export type EndUnsatisfied = z.infer<typeof EndUnsatisfied>;

/** The customer's, over all channels: what is not told yet first, in the order in which it came. */
export const Submissions = named('Submissions', pageOf(Submission));
export type Submissions = z.infer<typeof Submissions>;
/** For those who watch the queue: whose it is. */
export const SubmissionRow = named('SubmissionRow', Submission.extend({ customer: CustomerBrief, standard: Standard }));
export type SubmissionRow = z.infer<typeof SubmissionRow>;
export const SubmissionRows = named('SubmissionRows', pageOf(SubmissionRow));
export type SubmissionRows = z.infer<typeof SubmissionRows>;
