/** Reads a calendar once into what the arithmetic needs: spans in seconds per weekday, and the dates that differ. */
import type { Calendar } from '@trunkline/contracts';
import { isZone } from './zone-offsets.ts';

/** Seconds of local time since midnight, half open, sorted, not touching. */
export type Span = readonly [number, number];
/** Days are counted from 1970-01-01, in local dates. */
export type ReadCalendar = {
  tz: string;
  /** By weekday, Sunday is 0. */
  week: readonly (readonly Span[])[];
  /** Open seconds of each weekday without exceptions and clock changes. */
  weekSeconds: readonly number[];
  holidays: ReadonlySet<number>;
  holidaysYearly: ReadonlySet<string>;
  special: ReadonlyMap<number, readonly Span[]>;
  breaks: ReadonlyMap<number, readonly Span[]>;
  /** Every date that is named, in order. */
  named: readonly number[];
};
export type CalendarRead =
  | { ok: true; calendar: ReadCalendar }
  | { ok: false; because: 'calendar-never-open' | 'no-such-zone' };

const day = 86_400_000;
const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
const read = new WeakMap<Calendar, CalendarRead>();

/** Calendars are not changed in place; a changed one is another object. */
export function readCalendar(calendar: Calendar): CalendarRead {
  let result = read.get(calendar);
  if (!result) {
    result = readAnew(calendar);
    read.set(calendar, result);
  }
  return result;
}

/** The spans of a date before breaks are taken out: special hours go before yearly holidays, a named holiday before all. */
export function spansBeforeBreaks(calendar: ReadCalendar, date: number): readonly Span[] {
  if (calendar.holidays.has(date)) return [];
  const special = calendar.special.get(date);
  if (special) return special;
  if (isYearlyHoliday(calendar, date)) return [];
  return calendar.week[weekdayOf(date)] as readonly Span[];
}

export function spansOf(calendar: ReadCalendar, date: number): readonly Span[] {
  const spans = spansBeforeBreaks(calendar, date);
  const breaks = calendar.breaks.get(date);
  return breaks && spans.length > 0 ? without(spans, breaks) : spans;
}

export function isHoliday(calendar: ReadCalendar, date: number): boolean {
  return calendar.holidays.has(date) || (!calendar.special.has(date) && isYearlyHoliday(calendar, date));
}

export const weekdayOf = (date: number): number => (((date + 4) % 7) + 7) % 7;
export const secondsOf = (spans: readonly Span[]): number => spans.reduce((sum, [from, to]) => sum + to - from, 0);

function isYearlyHoliday(calendar: ReadCalendar, date: number): boolean {
  return calendar.holidaysYearly.size > 0 && calendar.holidaysYearly.has(monthAndDay(date));
}
const monthAndDay = (date: number) => new Date(date * day).toISOString().slice(5, 10);

function readAnew(calendar: Calendar): CalendarRead {
  if (!isZone(calendar.tz)) return { ok: false, because: 'no-such-zone' };
  const week = weekdays.map((name) => readSpans(calendar.hours[name] ?? []));
  const holidays = new Set((calendar.holidays ?? []).map(dateOf));
  const special = readDates(calendar.special ?? {});
  const breaks = readDates(calendar.breaks ?? {});
  const result: ReadCalendar = {
    tz: calendar.tz,
    week,
    weekSeconds: week.map(secondsOf),
    holidays,
    holidaysYearly: new Set(calendar.holidaysYearly ?? []),
    special,
    breaks,
    named: [...new Set([...holidays, ...special.keys(), ...breaks.keys()])].sort((a, b) => a - b),
  };
  return isEverOpen(result) ? { ok: true, calendar: result } : { ok: false, because: 'calendar-never-open' };
}

function isEverOpen(calendar: ReadCalendar): boolean {
  if (calendar.named.some((date) => spansOf(calendar, date).length > 0)) return true;
  if (calendar.weekSeconds.every((seconds) => seconds === 0)) return false;
  if (calendar.holidaysYearly.size < 365) return true;
  const from = (calendar.named.at(-1) ?? 0) + 1; // a weekday meets a 29 February within 40 years, but for 1900 and 2100
  return Array.from({ length: 366 * 40 }, (_, at) => from + at).some((date) => spansOf(calendar, date).length > 0);
}

function readDates(dates: Record<string, [string, string][]>): Map<number, readonly Span[]> {
  return new Map(Object.entries(dates).map(([date, spans]) => [dateOf(date), readSpans(spans)]));
}
const dateOf = (date: string) => Math.floor(Date.parse(`${date}T00:00:00Z`) / day);

function readSpans(spans: readonly (readonly [string, string])[]): readonly Span[] {
  const sorted = spans
    .map(([from, to]): [number, number] => [secondOf(from), secondOf(to)])
    .filter(([from, to]) => to > from)
    .sort((a, b) => a[0] - b[0]);
  const joined: [number, number][] = [];
  for (const span of sorted) {
    const last = joined.at(-1);
    if (last && span[0] <= last[1]) last[1] = Math.max(last[1], span[1]);
    else joined.push(span);
  }
  return joined;
}
const secondOf = (time: string) => Number(time.slice(0, 2)) * 3600 + Number(time.slice(3, 5)) * 60;

function without(spans: readonly Span[], breaks: readonly Span[]): readonly Span[] {
  return breaks.reduce<readonly Span[]>(
    (left, [from, to]) =>
      left.flatMap(([open, close]): Span[] => {
        const before: Span = [open, Math.min(close, from)];
        const after: Span = [Math.max(open, to), close];
        return [before, after].filter(([begin, end]) => end > begin);
      }),
    spans,
  );
}
