/** A question to the supervisor on duty, from asking to the instruction that answers it. */
import { z } from 'zod';
import { Because } from './because.ts';
import { AgentId, ConsultId, ConversationId } from './ids.ts';
import { Instant } from './parts.ts';

/** Why an agent asks the supervisor on duty: what the customer refused, what may not be promised, what is beyond them. */
export const ConsultKind = z.enum([
  'transfer-refused',
  'third-bounce',
  'event-complaint',
  'promise-asked',
  'sensitive',
  'other',
]);
export type ConsultKind = z.infer<typeof ConsultKind>;
export const Consult = z
  .object({
    id: ConsultId,
    conversationId: ConversationId,
    queue: z.string(),
    kind: ConsultKind,
    wanted: z.string(),
    because: Because.nullable(),
    /** Null: a rule asks. */
    askedBy: AgentId.nullable(),
    askedAt: Instant,
    seenBy: AgentId.nullable(),
    seenAt: Instant.nullable(),
    answeredBy: AgentId.nullable(),
    answeredAt: Instant.nullable(),
    instruction: z.string().nullable(),
    promiseUntil: Instant.nullable(),
    callBackAt: Instant.nullable(),
    /** Over without an answer: the conversation was solved, or the customer changed their mind. */
    overAt: Instant.nullable(),
  })
  .meta({ id: 'Consult' });
export type Consult = z.infer<typeof Consult>;
