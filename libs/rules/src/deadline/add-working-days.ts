/** Working days: the same local time so many working days later; lodged while closed, counted from the next opening. */
import type { Calendar } from '@trunkline/contracts';
import { addOpenTime, type Found, isOpenAt, nextOpen } from './business-time.ts';
import { dateAt, nextOpenDate, stretchesOf } from './open-hours.ts';
import { type ReadCalendar, readCalendar } from './read-calendar.ts';
import { instantOf, offsetAt } from './zone-offsets.ts';

const day = 86_400_000;

/**
 * `domain.md` §5. A day with any open time is a working day, a make-up Saturday too. Lodged while closed, the day of
 * the next opening is the first, and the last one ends at its closing. A local time at which that day is closed falls
 * back to the last closing before it, or on to the day's first opening.
 */
export function addWorkingDays(calendar: Calendar, start: number, days: number): Found<number> {
  const read = readCalendar(calendar);
  if (!read.ok) return read;
  if (days <= 0) return addOpenTime(calendar, start, 0);
  const open = isOpenAt(calendar, start);
  if (!open.ok) return open;
  if (open.value) return sameTimeLater(read.calendar, start, days);
  const from = nextOpen(calendar, start);
  if (!from.ok) return from;
  const last = workingDayAfter(read.calendar, dateAt(read.calendar, from.value), days - 1);
  return last === undefined ? never : { ok: true, value: stretchesOf(read.calendar, last).at(-1)?.[1] as number };
}

const never: Found<number> = { ok: false, because: 'calendar-never-open' };

function sameTimeLater(read: ReadCalendar, start: number, days: number): Found<number> {
  const date = workingDayAfter(read, dateAt(read, start), days);
  if (date === undefined) return never;
  const timeOfDay = (start + offsetAt(read.tz, start)) % day;
  const wanted = instantOf(read.tz, date * day + timeOfDay);
  const stretches = stretchesOf(read, date);
  const [from, to] = stretches.filter(([begin]) => begin <= wanted).at(-1) ?? [];
  if (from === undefined || to === undefined) return { ok: true, value: stretches[0]?.[0] as number };
  return { ok: true, value: Math.min(wanted, to) };
}

function workingDayAfter(read: ReadCalendar, date: number, count: number): number | undefined {
  let at: number | undefined = date;
  for (let left = count; left > 0 && at !== undefined; left -= 1) at = nextOpenDate(read, at, 1);
  return at;
}
