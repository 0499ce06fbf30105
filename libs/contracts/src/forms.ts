/** What a conversation's forms ask, and how far each field is. */
import { z } from 'zod';
import { BothLanguages, Instant } from './parts.ts';
import { AskedField } from './policy-parts.ts';

export const FieldStand = AskedField.extend({
  /** Null while it is not known. */
  value: z.string().nullable(),
  /** It is known from where they write, and nobody need ask. */
  isFromAddress: z.boolean(),
  /** When the customer was asked; each is asked once. */
  askedAt: Instant.nullable(),
});
export type FieldStand = z.infer<typeof FieldStand>;
export const FormStand = z
  .object({
    code: z.string(),
    name: BothLanguages,
    /** The conversation is not resolved while a required field is missing. */
    isRequired: z.boolean(),
    fields: z.array(FieldStand),
  })
  .meta({ id: 'FormStand' });
export type FormStand = z.infer<typeof FormStand>;

/** Values by the code of their field; an empty one takes the value away. */
export const FormValues = z
  .strictObject({ values: z.record(z.string().max(64), z.string().max(2000)) })
  .meta({ id: 'FormValues' });
export type FormValues = z.infer<typeof FormValues>;
