/** What a screen says of a deadline or of hours: due in so many minutes, minutes between, open now, opens next. */
import type { Calendar } from '@trunkline/contracts';
import { type Found, isOpenAt, type NoTime, nextClosing, nextOpen } from './business-time.ts';
import { inOrder } from './due-at.ts';
import type { Pause } from './show-working.ts';
import { usedSeconds } from './used-seconds.ts';

/** Whole minutes of open time, rounded down; negative where `end` is earlier. */
export function minutesBetween(
  calendar: Calendar,
  start: number,
  end: number,
  pauses: readonly Pause[] = [],
): Found<number> {
  const used = usedSeconds(calendar, start, end, inOrder(pauses));
  return used.ok ? { ok: true, value: Math.trunc(used.value / 60) } : used;
}

export type DueIn =
  | {
      ok: true;
      kind: 'due-in' | 'late-by' /** Of open time. */;
      minutes: number /** By any clock. */;
      elapsedMinutes: number;
    }
  | NoTime;

export function dueIn(calendar: Calendar, now: number, dueAt: number): DueIn {
  const open = minutesBetween(calendar, now, dueAt);
  if (!open.ok) return open;
  const elapsedMinutes = Math.trunc(Math.abs(dueAt - now) / 60_000);
  return { ok: true, kind: now <= dueAt ? 'due-in' : 'late-by', minutes: Math.abs(open.value), elapsedMinutes };
}

export type HoursNow =
  | { ok: true; kind: 'open' /** Null: it never closes. */; closesAt: number | null }
  | { ok: true; kind: 'closed' /** Null: it does not open again. */; opensAt: number | null }
  | NoTime;

export function hoursNow(calendar: Calendar, now: number): HoursNow {
  const open = isOpenAt(calendar, now);
  if (!open.ok) return open;
  const next = open.value ? nextClosing(calendar, now) : nextOpen(calendar, now);
  const at = next.ok ? next.value : null;
  return open.value ? { ok: true, kind: 'open', closesAt: at } : { ok: true, kind: 'closed', opensAt: at };
}
