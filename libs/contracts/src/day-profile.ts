/** A usual day at the desk, for simulations: what comes in, how long it takes, who works when. */
import { z } from 'zod';
import { Standard } from './parts.ts';
import { StaffV1 } from './staff.v1.ts';

/** Minutes of the local day. */
const Minutes = z.int().min(0).max(1440);

/** One kind of work. `label` null: what nobody could name. */
export const Flow = z.strictObject({
  standard: Standard,
  account: z.string().default(''),
  language: z.string().default('en'),
  label: z.string().nullable().default(null),
  /** How many come in each hour of the day, on average. */
  perHour: z.array(z.number().nonnegative()).length(24),
  /** How long one is in somebody's hands: the mean, and its spread as a share of it (1: as random as can be). */
  handlingSeconds: z.number().positive(),
  handlingSpread: z.number().min(0).max(5).default(1),
  /** How long one waits before giving up, on average; null: as long as it takes. */
  patienceSeconds: z.number().positive().nullable().default(null),
});
export type Flow = z.infer<typeof Flow>;

/** From and to in minutes of the local day. */
export const Shift = z.strictObject({ record: StaffV1, from: Minutes, to: Minutes });
export type Shift = z.infer<typeof Shift>;

export const DayProfile = z.strictObject({
  tz: z.string().default('UTC'),
  flows: z.array(Flow).min(1),
  shifts: z.array(Shift).min(1),
  /** How long an offer rings until it is taken, on average, and which share of them is missed. */
  acceptSeconds: z.number().nonnegative().default(4),
  missedShare: z.number().min(0).max(1).default(0),
});
export type DayProfile = z.infer<typeof DayProfile>;
