/**
 * The open stretches of a calendar as instants. A moment is open where the local clock shows a time of its date's hours:
 * hours that the clocks skip are not there, hours they show twice count twice. So all is plain local arithmetic within
 * an era of the zone, through which the clocks run evenly.
 */
import { type DayPlan, dayMs, planOf, type ReadCalendar, weekdayOf } from './read-calendar.ts';
import { type Era, eraAt } from './zone-offsets.ts';

/** `from`, `to` in ms, half open; `date` in days since 1970-01-01. */
export type Stretch = { from: number; to: number; date: number };

/** Nothing is looked for farther away. */
const farthestMs = 100 * 366 * dayMs;

/** The local date of an instant, in days since 1970-01-01. */
export function dateAt({ tz }: ReadCalendar, at: number): number {
  return Math.floor((at + eraAt(tz, at).offset) / dayMs);
}

/** Eras from an instant on, the first cut there. */
export function* erasFrom({ tz }: ReadCalendar, start: number): Generator<Era> {
  for (let at = start; at < start + farthestMs; ) {
    const era = eraAt(tz, at);
    yield { ...era, from: at };
    at = era.to;
  }
}

/** Eras back from an instant, the first cut there. */
export function* erasBefore({ tz }: ReadCalendar, start: number): Generator<Era> {
  for (let at = start; at > start - farthestMs; ) {
    const era = eraAt(tz, at - 1);
    yield { ...era, to: at };
    at = era.from;
  }
}

export function* stretchesFrom(calendar: ReadCalendar, start: number): Generator<Stretch> {
  for (const era of erasFrom(calendar, start)) {
    const [first, last] = datesOf(era);
    for (let date = first; date <= last; date += 1) {
      for (const [from, to] of planOf(calendar, date).open) {
        const stretch = cut(era, date, from, to);
        if (stretch.to > stretch.from) yield stretch;
      }
    }
  }
}

export function* stretchesBefore(calendar: ReadCalendar, start: number): Generator<Stretch> {
  for (const era of erasBefore(calendar, start)) {
    const [first, last] = datesOf(era);
    for (let date = last; date >= first; date -= 1) {
      const { open } = planOf(calendar, date);
      for (let at = open.length - 1; at >= 0; at -= 1) {
        const [from, to] = open[at] as DayPlan['open'][number];
        const stretch = cut(era, date, from, to);
        if (stretch.to > stretch.from) yield stretch;
      }
    }
  }
}

/** The first and the last local date that an era meets. */
export const datesOf = ({ from, to, offset }: Era): [first: number, last: number] => [
  Math.floor((from + offset) / dayMs),
  Math.floor((to - 1 + offset) / dayMs),
];

/** What of a span of a date, in seconds since midnight, lies within an era. */
export function cut(era: Era, date: number, from: number, to: number): Stretch {
  const midnight = date * dayMs - era.offset;
  return { from: Math.max(era.from, midnight + from * 1000), to: Math.min(era.to, midnight + to * 1000), date };
}

/** Open milliseconds of an era: its first and last date by their hours, all between by multiplication. */
export function openIn(calendar: ReadCalendar, era: Era): number {
  const [first, last] = datesOf(era);
  const ofDate = (date: number) =>
    planOf(calendar, date).open.reduce((sum, [from, to]) => {
      const stretch = cut(era, date, from, to);
      return sum + Math.max(0, stretch.to - stretch.from);
    }, 0);
  if (first === last) return ofDate(first);
  return ofDate(first) + openOfDates(calendar, first + 1, last) * 1000 + ofDate(last);
}

/** Open seconds of whole dates, `from` up to, not including, `to`: weeks by multiplication, exceptions one by one. */
function openOfDates(calendar: ReadCalendar, from: number, to: number): number {
  const weeks = Math.floor((to - from) / 7);
  let seconds = weeks * calendar.weekSeconds;
  for (let date = from + weeks * 7; date < to; date += 1) seconds += secondsOfWeekday(calendar, date);
  for (const date of calendar.named) {
    if (date >= from && date < to) seconds += planOf(calendar, date).seconds - secondsOfWeekday(calendar, date);
  }
  return calendar.yearly.size === 0 ? seconds : seconds - closedYearly(calendar, from, to);
}

const secondsOfWeekday = ({ week }: ReadCalendar, date: number) => (week[weekdayOf(date)] as DayPlan).seconds;

function closedYearly(calendar: ReadCalendar, from: number, to: number): number {
  const lastYear = new Date(to * dayMs).getUTCFullYear();
  let seconds = 0;
  for (let year = new Date(from * dayMs).getUTCFullYear(); year <= lastYear; year += 1) {
    for (const day of calendar.yearly.keys()) {
      const date = Date.UTC(year, Math.floor(day / 100) - 1, day % 100) / dayMs;
      const isThere = date >= from && date < to && new Date(date * dayMs).getUTCDate() === day % 100; // 29 February
      if (isThere && !calendar.dates.has(date)) seconds += secondsOfWeekday(calendar, date);
    }
  }
  return seconds;
}
