/** What a telephone system writes of a call. */
import { CallState } from '@trunkline/contracts';
import { z } from 'zod';

const short = (most: number) =>
  z
    .string()
    .max(10_000)
    .transform((text) => text.trim().slice(0, most));
const maybe = (most: number) => short(most).nullish();

export const Report = z.object({
  call: z.string().trim().min(1).max(255),
  state: CallState,
  direction: z.enum(['in', 'out']).default('in'),
  /** Who calls; empty or absent where the number was withheld. */
  from: maybe(512),
  /** Who is called. */
  to: maybe(512),
  name: maybe(255),
  language: maybe(35),
  topic: maybe(64),
  /** Whose telephone rings, or who took it: their number at the desk, or their telephone. */
  agent: maybe(64),
  recordingUrl: maybe(2048),
  voicemail: z
    .string()
    .transform((text) => text.slice(0, 4000))
    .nullish(),
  seconds: z.int().nonnegative().max(1_000_000).nullish(),
  at: z.iso.datetime({ offset: true }).nullish(),
});
