/** Working days: the same local time so many working days later; lodged while closed, counted from the next opening. */
import type { Calendar } from '@trunkline/contracts';
import { addOpenTime, type Found, nothingFound } from './business-time.ts';
import { dateAt, type Stretch, stretchesBefore, stretchesFrom } from './open-hours.ts';
import { dayMs, type ReadCalendar, readCalendar } from './read-calendar.ts';
import { eraAt } from './zone-offsets.ts';

/**
 * `domain.md` §5. A day with any open time is a working day, a make-up Saturday too. Lodged before the day opens or
 * after it has closed, the day of the next opening is the first, and the last one ends at its closing. A local time at
 * which the last day is closed, or rests, falls back to the closing before it, or on to the day's first opening.
 * Less than none: as many earlier, from the closing before, to the last one's opening.
 */
export function addWorkingDays(calendar: Calendar, start: number, days: number): Found<number> {
  const read = readCalendar(calendar);
  if (!read.ok) return read;
  if (days === 0) return addOpenTime(calendar, start, 0);
  const step = days > 0 ? 1 : -1;
  const isIn = isInWorkingDay(read.calendar, start);
  const last = workingDay(read.calendar, start, { count: Math.abs(days), step, isIn });
  if (!last) return nothingFound(read.calendar);
  if (isIn) return { ok: true, value: sameTime(read.calendar, start, last) };
  return { ok: true, value: step === 1 ? endOf(last) : beginOf(last) };
}

const beginOf = (stretches: readonly Stretch[]) => stretches[0]?.from as number;
const endOf = (stretches: readonly Stretch[]) => stretches.at(-1)?.to as number;

/** Has its day opened, and does it open again or not close before? */
function isInWorkingDay(read: ReadCalendar, at: number): boolean {
  const date = dateAt(read, at);
  const stretches = stretchesOn(read, date, at);
  return stretches.length > 0 && beginOf(stretches) <= at && at < endOf(stretches);
}

/** All of a date, found from an instant near it. */
function stretchesOn(read: ReadCalendar, date: number, near: number): Stretch[] {
  const found: Stretch[] = [];
  for (const stretch of stretchesFrom(read, near - 2 * dayMs)) {
    if (stretch.from > near + 2 * dayMs) break;
    if (stretch.date === date) found.push(stretch);
  }
  return found;
}

/** The stretches of the working day that is so many away; the day one is in is not counted. */
function workingDay(
  read: ReadCalendar,
  start: number,
  { count, step, isIn }: { count: number; step: 1 | -1; isIn: boolean },
): Stretch[] | undefined {
  let left = count;
  let known = isIn ? dateAt(read, start) : undefined;
  for (const { date, from } of step === 1 ? stretchesFrom(read, start) : stretchesBefore(read, start)) {
    if (known !== undefined && (date - known) * step <= 0) continue;
    known = date;
    left -= 1;
    if (left === 0) return stretchesOn(read, date, from);
  }
  return undefined;
}

function sameTime(read: ReadCalendar, start: number, stretches: readonly Stretch[]): number {
  const shows = (at: number) => {
    const local = at + eraAt(read.tz, at).offset;
    return local - Math.floor(local / dayMs) * dayMs;
  };
  const timeOfDay = shows(start);
  let due = beginOf(stretches);
  for (const { from, to } of stretches) {
    const wanted = from + timeOfDay - shows(from);
    if (wanted >= from && wanted < to) return wanted; // shown twice: the first
    if (wanted >= to) due = to;
  }
  return due;
}
