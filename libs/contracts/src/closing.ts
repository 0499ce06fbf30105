/** How a conversation is brought to its end: the closing question, the survey on consent, what the customer thought. */
import { z } from 'zod';
import { AgentId } from './ids.ts';
import { Instant } from './parts.ts';

export const Closing = z
  .object({
    /** Of the present resolution: one more with every reopening. */
    cycle: z.int().positive(),
    /** When "anything else?" was asked; null: not yet. */
    askedAt: Instant.nullable(),
    askedBy: AgentId.nullable(),
    /** What they said to it; null while they have not. */
    wantsMore: z.boolean().nullable(),
    answeredAt: Instant.nullable(),
    survey: z.enum(['offered', 'agreed', 'declined', 'answered']).nullable(),
    surveyAt: Instant.nullable(),
    score: z.int().min(1).max(5).nullable(),
    comment: z.string().nullable(),
  })
  .meta({ id: 'Closing' });
export type Closing = z.infer<typeof Closing>;
