/** A clock as the arithmetic sees it: how much of it is used at an instant, and when so much will be. */
import type { Calendar } from '@trunkline/contracts';
import type { Carried } from './carry-over.ts';
import { inOrder, warnAt } from './due-at.ts';
import type { Pause } from './show-working.ts';
import { usedSeconds } from './used-seconds.ts';

/** Instants in ms; `carried` where policy or calendar changed while it ran. */
export type Timed = {
  hours: Calendar;
  startedAt: number;
  pauses: readonly Pause[];
  limitSeconds: number;
  carried: Carried | null;
};

/** Open seconds that are used. */
export function usedAt({ hours, startedAt, pauses, carried }: Timed, now: number): number {
  const since = carried?.at ?? startedAt;
  const used = usedSeconds(hours, since, Math.max(now, since), inOrder(pauses));
  return (carried?.usedSeconds ?? 0) + (used.ok ? used.value : 0);
}

/** When so many open seconds are used; null where the calendar never gets there. */
export function instantOfUse({ hours, startedAt, pauses, carried }: Timed, seconds: number): number | null {
  const left = seconds - (carried?.usedSeconds ?? 0);
  if (carried && left <= 0) return carried.at;
  const from = carried?.at ?? startedAt;
  const at = warnAt({ calendar: hours, startedAt: from, limit: { seconds: left }, pauses }, 100);
  return at.ok ? at.value : null;
}
