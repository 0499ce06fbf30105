/** What is asked of the process that reads holidays, and what it answers. */
import type { Because, Holidays } from '@trunkline/contracts';

export type HolidaysOf = { country?: string; state?: string; year: number; language: string };
/** `today`: a date; recurring events are taken from the year before to two years after it. */
export type ToRead = ({ kind: 'list' } & HolidaysOf) | { kind: 'file'; text: string; today: string };
export type Read =
  | { ok: true; items: Holidays['items']; faults: Because[]; places?: Holidays['places'] }
  | { ok: false; because: Because };
