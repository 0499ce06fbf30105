/** Finds what in one calendar does not hold: spans that overlap or run backwards, dates that do not exist, no open time. */
import type { Calendar } from '@trunkline/contracts';
import { readCalendar } from '../deadline/read-calendar.ts';
import { type Fault, isOdd, isWrong, repeated } from './fault.ts';

type Spans = readonly (readonly [from: string, to: string])[];

/** `path`: where the calendar stands in its document; empty: it is the document. */
export function lintCalendar(calendar: Calendar, path = ''): Fault[] {
  const { hours, holidays, holidaysYearly, special, breaks, names = {} } = calendar;
  const at = (place: string) => (path === '' ? place : `${path}.${place}`);
  const named = [...Object.keys(special), ...Object.keys(breaks)];
  const found = [
    ...Object.entries(hours).flatMap(([name, spans]) => lintSpans(spans, at(`hours.${name}`))),
    ...Object.entries(special).flatMap(([date, spans]) => lintSpans(spans, at(`special.${date}`))),
    ...Object.entries(breaks).flatMap(([date, spans]) => lintSpans(spans, at(`breaks.${date}`))),
    ...lintDates(holidays, at('holidays')),
    ...lintDates(holidaysYearly, at('holidaysYearly')),
    ...Object.keys(special).flatMap((date) => lintDate(date, at(`special.${date}`))),
    ...Object.keys(breaks).flatMap((date) => lintDate(date, at(`breaks.${date}`))),
    ...Object.keys(names).flatMap((date) => (named.includes(date) ? [] : lintDate(date, at(`names.${date}`)))),
  ];
  const read = readCalendar(calendar);
  if (read.ok) return found;
  const isZone = read.because === 'no-such-zone';
  return [...found, isWrong(isZone ? at('tz') : path, read.because)];
}

/** Spans that touch are one; in whatever order they stand. */
function lintSpans(spans: Spans, path: string): Fault[] {
  return spans.flatMap(([from, to], place) => {
    const here = `${path}[${place}]`;
    if (to <= from) return [isWrong(here, 'span-inverted', { from, to })];
    const other = spans.slice(0, place).find(([begin, end]) => begin < to && from < end);
    if (!other) return [];
    return [isWrong(here, 'spans-overlap', { from, to, otherFrom: other[0], otherTo: other[1] })];
  });
}

function lintDates(dates: readonly string[], path: string): Fault[] {
  return [
    ...dates.flatMap((date, place) => lintDate(date, `${path}[${place}]`)),
    ...repeated([...dates]).map((place) =>
      isOdd(`${path}[${place}]`, 'is-there-twice', { code: dates[place] as string }),
    ),
  ];
}

/** `2026-02-30`, or `02-30` of any year; 29 February is a day of some years. */
function lintDate(date: string, path: string): Fault[] {
  const full = date.length === 5 ? `2024-${date}` : date;
  const at = Date.parse(`${full}T00:00:00Z`);
  const isThere = !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === full;
  return isThere ? [] : [isWrong(path, 'date-does-not-exist', { date })];
}
