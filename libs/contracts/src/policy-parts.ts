/** Small shapes that the parts of the policy are made of. */
import { z } from 'zod';
import { BothLanguages } from './parts.ts';

/** What the policy calls its things: `payment-and-settlement`. */
export const Code = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

/** What a conversation may be about (`domain.md` §2). */
export const Kind = z.enum(['inquiry', 'incident', 'complaint-employee', 'complaint-event', 'suggestion', 'praise']);
export type Kind = z.infer<typeof Kind>;

/** A field that is asked: of a profile, of a form before a chat. `choices` only with `choice`. */
export const AskedField = z.object({
  code: Code,
  name: BothLanguages,
  kind: z.enum(['text', 'long-text', 'email', 'phone', 'number', 'date', 'choice']),
  isRequired: z.boolean().default(false),
  choices: z.array(z.object({ code: Code, name: BothLanguages })).default([]),
});
export type AskedField = z.infer<typeof AskedField>;
