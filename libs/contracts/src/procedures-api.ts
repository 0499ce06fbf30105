/** Bodies of the routes by which agents ask the supervisor on duty, and are told what to do. */
import { z } from 'zod';
import { Consult, ConsultKind } from './consult.ts';
import { CustomerBrief } from './desk-api.ts';
import { ChannelName, Instant, Standard } from './parts.ts';

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
export const ConsultRow = named(
  'ConsultRow',
  Consult.extend({
    channel: ChannelName,
    standard: Standard,
    customer: CustomerBrief,
    subject: z.string().nullable(),
    lastWords: z.string(),
  }),
);
export type ConsultRow = z.infer<typeof ConsultRow>;
export const ConsultRows = named('ConsultRows', z.object({ items: z.array(ConsultRow), next: z.string().nullable() }));
export type ConsultRows = z.infer<typeof ConsultRows>;
export const Consults = named('Consults', z.object({ items: z.array(Consult), next: z.string().nullable() }));
export type Consults = z.infer<typeof Consults>;
