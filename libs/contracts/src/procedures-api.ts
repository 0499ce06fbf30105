/** Bodies about what the procedure wants next, and about what agents ask the supervisor on duty. */
import { z } from 'zod';
import { Because, CustomerBrief } from './desk-api.ts';
import { AgentId, ConsultId, ConversationId } from './ids.ts';
import { ChannelName, Instant } from './parts.ts';
import { ConsultKind } from './procedure-facts.v1.ts';

const named = <Schema extends z.ZodType>(id: string, schema: Schema) => schema.meta({ id });

/** A question to the supervisor on duty. `wanted`: what it is about in the agent's words, or the held draft. */
export const NewConsult = named(
  'NewConsult',
  z.strictObject({ kind: ConsultKind, wanted: z.string().trim().min(1).max(8000) }),
);
export type NewConsult = z.infer<typeof NewConsult>;
/** What the agent does by it: the feedback stands in the conversation as an instruction. */
export const ConsultAnswer = named(
  'ConsultAnswer',
  z.strictObject({
    instruction: z.string().trim().min(1).max(4000),
    /** Releases one promise: this new time is told to the customer and becomes a clock. */
    promiseUntil: Instant.nullable().default(null),
    /** Arranges a call-back, due then. */
    callBackAt: Instant.nullable().default(null),
  }),
);
export type ConsultAnswer = z.infer<typeof ConsultAnswer>;
export const Consult = named(
  'Consult',
  z.object({
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
  }),
);
export type Consult = z.infer<typeof Consult>;
export const ConsultRow = named(
  'ConsultRow',
  Consult.extend({
    channel: ChannelName,
    customer: CustomerBrief,
    subject: z.string().nullable(),
    lastWords: z.string(),
  }),
);
export type ConsultRow = z.infer<typeof ConsultRow>;
export const ConsultRows = named('ConsultRows', z.object({ items: z.array(ConsultRow), next: z.string().nullable() }));
export type ConsultRows = z.infer<typeof ConsultRows>;
