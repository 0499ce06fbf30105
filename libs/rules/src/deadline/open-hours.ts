/** The open stretches of a calendar as instants, day by day, and how long whole days are open, without walking them. */
import { type ReadCalendar, secondsOf, spansOf, weekdayOf } from './read-calendar.ts';
import { type ClockChange, changesIn, instantOf, offsetAt } from './zone-offsets.ts';

/** From, to in ms; half open. */
export type Stretch = readonly [number, number];
const day = 86_400_000;
/** The rarest calendar that is open at all opens within this many days. */
export const farthestDays = 366 * 40;

/** The local date of an instant, in days since 1970-01-01. */
export function dateAt(calendar: ReadCalendar, at: number): number {
  return Math.floor((at + offsetAt(calendar.tz, at)) / day);
}

export function stretchesOf(calendar: ReadCalendar, date: number): Stretch[] {
  const midnight = date * day;
  return spansOf(calendar, date)
    .map(
      ([from, to]): Stretch => [
        instantOf(calendar.tz, midnight + from * 1000),
        instantOf(calendar.tz, midnight + to * 1000),
      ],
    )
    .filter(([from, to]) => to > from);
}

/** Open milliseconds of the whole dates `from` up to, not including, `to`: weeks by multiplication, exceptions one by one. */
export function openOfDates(calendar: ReadCalendar, from: number, to: number): number {
  if (to <= from) return 0;
  let seconds = regularSeconds(calendar, from, to);
  let extra = 0;
  for (const date of exceptionsIn(calendar, from, to)) {
    seconds -= calendar.weekSeconds[weekdayOf(date)] as number;
    extra += stretchesOf(calendar, date).reduce((sum, [begin, end]) => sum + end - begin, 0);
  }
  return seconds * 1000 + extra;
}

function regularSeconds(calendar: ReadCalendar, from: number, to: number): number {
  const weeks = Math.floor((to - from) / 7);
  let seconds = weeks * calendar.weekSeconds.reduce((sum, each) => sum + each, 0);
  for (let date = from + weeks * 7; date < to; date += 1) seconds += calendar.weekSeconds[weekdayOf(date)] as number;
  return seconds;
}

/** Dates in the range that may be open for another time than their weekday says. */
function exceptionsIn(calendar: ReadCalendar, from: number, to: number): Set<number> {
  const dates = new Set(calendar.named.filter((date) => date >= from && date < to));
  const firstYear = new Date(from * day).getUTCFullYear();
  const lastYear = new Date(to * day).getUTCFullYear();
  for (let year = firstYear; year <= lastYear; year += 1) {
    for (const yearly of calendar.holidaysYearly)
      addIn(dates, Date.parse(`${year}-${yearly}T00:00:00Z`) / day, from, to);
    for (const change of changesIn(calendar.tz, year)) {
      for (const date of touchedBy(calendar, change)) addIn(dates, date, from, to);
    }
  }
  return dates;
}

/** The dates whose open time a change of the clocks may lengthen or shorten: none where it falls into closed hours. */
function touchedBy(calendar: ReadCalendar, { at, before, after }: ClockChange): number[] {
  const low = at + Math.min(before, after);
  const high = at + Math.max(before, after);
  const date = Math.floor(low / day);
  if (Math.floor(high / day) !== date) return [date, date + 1];
  const [from, to] = [(low - date * day) / 1000, (high - date * day) / 1000];
  return spansOf(calendar, date).some(([open, close]) => open <= to && close >= from) ? [date] : [];
}

function addIn(dates: Set<number>, date: number, from: number, to: number): void {
  if (date >= from && date < to) dates.add(date);
}

/** The next date after this one on which anything is open; a step where the week is closed leaps to the named dates. */
export function nextOpenDate(calendar: ReadCalendar, after: number, step: 1 | -1): number | undefined {
  if (calendar.weekSeconds.every((seconds) => seconds === 0)) {
    const named = step === 1 ? calendar.named : [...calendar.named].reverse();
    return named.find((date) => (date - after) * step > 0 && secondsOf(spansOf(calendar, date)) > 0);
  }
  for (let count = 1; count <= farthestDays; count += 1) {
    if (spansOf(calendar, after + count * step).length > 0) return after + count * step;
  }
  return undefined;
}
