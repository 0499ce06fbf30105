/** When is it due? Once, in business time, into an absolute instant, with its working shown (design §7). */
import type { Calendar, DeadlineWorking } from '@trunkline/contracts';
import { addWorkingDays } from './add-working-days.ts';
import { addOpenTime, type Found, type NoTime, openSecondsBetween } from './business-time.ts';
import { type Pause, showWorking } from './show-working.ts';

export type Limit = { seconds: number } | { workingDays: number };
export type DueAsked = {
  calendar: Calendar;
  /** ms */
  startedAt: number;
  limit: Limit;
  /** In which the clock stood still, in ms. */
  pauses?: readonly Pause[];
};
export type Due = { ok: true; dueAt: number; working: DeadlineWorking[] } | NoTime;

export function dueAt(asked: DueAsked): Due {
  const pauses = inOrder(asked.pauses ?? []);
  const due = 'seconds' in asked.limit ? afterSeconds(asked, asked.limit.seconds, pauses) : afterDays(asked, pauses);
  if (!due.ok) return due;
  return { ok: true, dueAt: due.value, working: showWorking(asked.calendar, asked.startedAt, due.value, pauses) };
}

/** The instant at which so much of the limit, in percent, is used; the point at which it is warned of. */
export function warnAt(asked: DueAsked & { limit: { seconds: number } }, percent: number): Found<number> {
  return afterSeconds(asked, (asked.limit.seconds * percent) / 100, inOrder(asked.pauses ?? []));
}

function afterSeconds(asked: DueAsked, seconds: number, pauses: readonly Pause[]): Found<number> {
  let at = asked.startedAt;
  let left = seconds;
  for (const [from, to] of pauses) {
    if (to <= at) continue;
    const used = openSecondsBetween(asked.calendar, at, Math.max(at, from));
    if (!used.ok) return used;
    if (used.value >= left) break;
    left -= used.value;
    at = to;
  }
  return addOpenTime(asked.calendar, at, left);
}

/**
 * A day's length is what the calendar makes it: the open time that a pause took is added behind. One that begins when no
 * open time is left, in the night before it is due as the day opens, moves nothing; so it is with seconds.
 */
function afterDays(asked: DueAsked, pauses: readonly Pause[]): Found<number> {
  const { calendar, startedAt } = asked;
  const days = 'workingDays' in asked.limit ? asked.limit.workingDays : 0;
  let due = addWorkingDays(calendar, startedAt, days);
  for (const [from, to] of pauses) {
    if (!due.ok) return due;
    if (to <= startedAt) continue;
    const left = openSecondsBetween(calendar, Math.max(from, startedAt), due.value);
    const stood = openSecondsBetween(calendar, Math.max(from, startedAt), to);
    if (!left.ok || !stood.ok || left.value <= 0) break;
    if (stood.value > 0) due = addOpenTime(calendar, due.value, stood.value);
  }
  return due;
}

/** Sorted, and those that overlap joined. */
export function inOrder(pauses: readonly Pause[]): Pause[] {
  const joined: [number, number][] = [];
  for (const [from, to] of [...pauses].sort((a, b) => a[0] - b[0])) {
    const last = joined.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else if (to > from) joined.push([from, to]);
  }
  return joined;
}
