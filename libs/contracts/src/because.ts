/** Why something is as it is: a code of reasons.ts, and what its sentence is filled with. */
import { z } from 'zod';

/** A reason code with the values its sentence needs. */
export const Because = z
  .object({ code: z.string(), values: z.record(z.string(), z.union([z.string(), z.number()])).default({}) })
  .meta({ id: 'Because' });
export type Because = z.infer<typeof Because>;
