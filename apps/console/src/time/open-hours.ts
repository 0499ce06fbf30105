/** Whether a calendar is open at an instant, and when it opens next: what a pause mark says, never a deadline. */
import type { Calendar } from '@trunkline/contracts';

type Span = readonly [from: string, to: string];
export type OpenHours = { isOpen: true } | { isOpen: false; opensAt: number | null };

const names = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
const dayMs = 86_400_000;
const farthestDays = 60;

/** The open spans of a local date: a named holiday goes before special hours, these before what returns each year. */
export function spansOn(date: string, { hours, holidays, holidaysYearly, special, breaks }: Calendar): Span[] {
  if (holidays.includes(date)) return [];
  const yearly = holidaysYearly.includes(date.slice(5)) ? [] : undefined;
  const weekday = names[new Date(`${date}T00:00Z`).getUTCDay()] as (typeof names)[number];
  const open = special[date] ?? yearly ?? hours[weekday] ?? [];
  return (breaks[date] ?? []).reduce<Span[]>((left, pause) => left.flatMap((span) => without(span, pause)), [...open]);
}

function without([open, close]: Span, [from, to]: Span): Span[] {
  const parts: Span[] = [
    [open, close < from ? close : from],
    [open > to ? open : to, close],
  ];
  return parts.filter(([begin, end]) => begin < end);
}

export function openHours(calendar: Calendar, atMs: number): OpenHours {
  const { date, time } = localOf(calendar.tz, atMs);
  const today = spansOn(date, calendar);
  if (today.some(([from, to]) => from <= time && time < to)) return { isOpen: true };
  const later = today.find(([from]) => from > time);
  if (later) return { isOpen: false, opensAt: instantOf(calendar.tz, date, later[0]) };
  for (let ahead = 1; ahead <= farthestDays; ahead += 1) {
    const next = new Date(Date.parse(`${date}T00:00Z`) + ahead * dayMs).toISOString().slice(0, 10);
    const [first] = spansOn(next, calendar);
    if (first) return { isOpen: false, opensAt: instantOf(calendar.tz, next, first[0]) };
  }
  return { isOpen: false, opensAt: null };
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Date and time of day in a zone: `2026-11-23`, `09:30`. */
export function localOf(tz: string, atMs: number): { date: string; time: string } {
  let format = formats.get(tz);
  if (!format) {
    format = new Intl.DateTimeFormat('sv-SE', {
      timeZone: tz,
      dateStyle: 'short',
      timeStyle: 'short',
      hourCycle: 'h23',
    });
    formats.set(tz, format);
  }
  const [date = '', time = ''] = format.format(atMs).split(' ');
  return { date, time };
}

/** The instant of a local time; one that the clocks skip is taken an hour on. */
export function instantOf(tz: string, date: string, time: string): number {
  const wanted = Date.parse(`${date}T${time === '24:00' ? '00:00' : time}Z`) + (time === '24:00' ? dayMs : 0);
  let at = wanted;
  for (let round = 0; round < 3; round += 1) {
    const local = localOf(tz, at);
    at += wanted - Date.parse(`${local.date}T${local.time}Z`);
  }
  return at;
}
