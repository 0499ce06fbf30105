/** Makes a day of a calendar usual, closed, of its own hours or a make-up workday, and puts many holidays in at once. */
import type { Calendar, Holiday } from '@trunkline/contracts';
import type { Span } from './read-spans.ts';

export type DayAs = { kind: 'usual' } | { kind: 'closed' } | { kind: 'hours'; spans: Span[] } | { kind: 'work' };

const week = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const dayNames = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

export function setDay(calendar: Calendar, date: string, as: DayAs, name = calendar.names?.[date] ?? ''): Calendar {
  const { [date]: _special, ...special } = calendar.special;
  const { [date]: _name, ...names } = calendar.names ?? {};
  const holidays = calendar.holidays.filter((one) => one !== date);
  const spans = as.kind === 'hours' ? as.spans : as.kind === 'work' ? workHours(calendar) : null;
  const { names: _names, ...rest } = calendar;
  const named = name.trim() !== '' && as.kind !== 'usual' ? { ...names, [date]: name.trim() } : names;
  return {
    ...rest,
    holidays: as.kind === 'closed' ? [...holidays, date].sort() : holidays,
    special: spans ? { ...special, [date]: spans } : special,
    ...(Object.keys(named).length > 0 ? { names: named } : {}),
  };
}

/** Half a day keeps the first half of its open time; an observance closes only where it was picked. */
export function putHolidays(calendar: Calendar, picked: readonly Holiday[]): Calendar {
  return picked.reduce((so, { date, name, kind }) => setDay(so, date, dayAs(calendar, date, kind), name), calendar);
}

function dayAs(calendar: Calendar, date: string, kind: Holiday['kind']): DayAs {
  if (kind === 'work') return { kind: 'work' };
  if (kind !== 'half-day') return { kind: 'closed' };
  const weekday = dayNames[new Date(`${date}T00:00Z`).getUTCDay()] as (typeof dayNames)[number];
  const spans = firstHalf((calendar.hours[weekday] ?? []) as Span[]);
  return spans.length > 0 ? { kind: 'hours', spans } : { kind: 'closed' };
}

/** The hours of the first weekday that has any: what a make-up workday works. */
const workHours = ({ hours }: Calendar): Span[] =>
  (week.map((day) => hours[day] ?? []).find((spans) => spans.length > 0) ?? []) as Span[];

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const timeOf = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

function firstHalf(spans: Span[]): Span[] {
  let left = Math.floor(spans.reduce((sum, [from, to]) => sum + minutesOf(to) - minutesOf(from), 0) / 2);
  return spans.flatMap(([from, to]): Span[] => {
    const length = Math.min(left, minutesOf(to) - minutesOf(from));
    left -= length;
    return length > 0 ? [[from, timeOf(minutesOf(from) + length)]] : [];
  });
}
