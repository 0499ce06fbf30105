/** Reads a calendar once into what the arithmetic needs: a plan for each weekday, and for the dates that differ. */
import type { Calendar, DeadlineWorking } from '@trunkline/contracts';
import { isZone } from './zone-offsets.ts';

/** Seconds of local time since midnight, half open, sorted, not touching. */
export type Span = readonly [number, number];
/** A part of a date and why it is what it is; the pieces of a date leave nothing of it out. */
export type Piece = { from: number; to: number; because: Exclude<DeadlineWorking['because'], 'paused'>; name?: string };
export type DayPlan = { open: readonly Span[]; seconds: number; pieces: readonly Piece[] };
/** Days are counted from 1970-01-01, in local dates. */
export type ReadCalendar = {
  tz: string;
  /** By weekday, Sunday is 0. */
  week: readonly DayPlan[];
  weekSeconds: number;
  dates: ReadonlyMap<number, DayPlan>;
  /** By month and day, 1231. */
  yearly: ReadonlyMap<number, DayPlan>;
  /** Every date that is named, in order. */
  named: readonly number[];
};
export type CalendarRead =
  | { ok: true; calendar: ReadCalendar }
  | { ok: false; because: 'calendar-never-open' | 'no-such-zone' };

export const dayMs = 86_400_000;
const daySeconds = 86_400;
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

export function planOf(calendar: ReadCalendar, date: number): DayPlan {
  const own = calendar.dates.get(date);
  if (own) return own;
  return yearlyPlan(calendar, date) ?? (calendar.week[weekdayOf(date)] as DayPlan);
}

export const weekdayOf = (date: number): number => (((date + 4) % 7) + 7) % 7;

function yearlyPlan({ yearly }: Pick<ReadCalendar, 'yearly'>, date: number): DayPlan | undefined {
  return yearly.size === 0 ? undefined : yearly.get(monthAndDay(date));
}
const monthAndDay = (date: number) => {
  const at = new Date(date * dayMs);
  return (at.getUTCMonth() + 1) * 100 + at.getUTCDate();
};

function readAnew(calendar: Calendar): CalendarRead {
  if (!isZone(calendar.tz)) return { ok: false, because: 'no-such-zone' };
  const week = weekdays.map((name) => plan(readSpans(calendar.hours[name] ?? []), 'open'));
  const yearly = new Map(
    (calendar.holidaysYearly ?? []).map((day) => [Number(day.replace('-', '')), holiday(calendar.names?.[day])]),
  );
  const dates = new Map<number, DayPlan>();
  for (const [date, spans] of Object.entries(calendar.special ?? {}))
    dates.set(dateOf(date), plan(readSpans(spans), 'special', calendar.names?.[date]));
  for (const date of calendar.holidays ?? []) dates.set(dateOf(date), holiday(calendar.names?.[date]));
  for (const [day, spans] of Object.entries(calendar.breaks ?? {})) {
    const date = dateOf(day);
    const before = dates.get(date) ?? yearlyPlan({ yearly }, date) ?? (week[weekdayOf(date)] as DayPlan);
    dates.set(date, takeOut(before, readSpans(spans)));
  }
  const result: ReadCalendar = {
    tz: calendar.tz,
    week,
    weekSeconds: week.reduce((sum, { seconds }) => sum + seconds, 0),
    dates,
    yearly,
    named: [...dates.keys()].sort((a, b) => a - b),
  };
  return isEverOpen(result) ? { ok: true, calendar: result } : { ok: false, because: 'calendar-never-open' };
}

function isEverOpen(calendar: ReadCalendar): boolean {
  if ([...calendar.dates.values()].some(({ seconds }) => seconds > 0)) return true;
  if (calendar.weekSeconds === 0) return false;
  if (calendar.yearly.size < 365) return true;
  const from = (calendar.named.at(-1) ?? 0) + 1; // a weekday meets a 29 February within 40 years
  return Array.from({ length: 366 * 40 }, (_, at) => from + at).some((date) => planOf(calendar, date).seconds > 0);
}

const dateOf = (date: string) => Math.floor(Date.parse(`${date}T00:00:00Z`) / dayMs);

const named = (piece: Piece, name: string | undefined): Piece => (name === undefined ? piece : { ...piece, name });

function holiday(name: string | undefined): DayPlan {
  return { open: [], seconds: 0, pieces: [named({ from: 0, to: daySeconds, because: 'holiday' }, name)] };
}

function plan(open: readonly Span[], because: 'open' | 'special', name?: string): DayPlan {
  const pieces: Piece[] = [];
  let at = 0;
  for (const [from, to] of open) {
    if (from > at) pieces.push({ from: at, to: from, because: 'closed' });
    pieces.push(named({ from, to, because }, name));
    at = to;
  }
  if (at < daySeconds) pieces.push({ from: at, to: daySeconds, because: 'closed' });
  return planned(pieces);
}

const isOpen = ({ because }: Piece) => because === 'open' || because === 'special';

function planned(pieces: Piece[]): DayPlan {
  const open = pieces.filter(isOpen).map(({ from, to }): Span => [from, to]);
  return { open, seconds: open.reduce((sum, [from, to]) => sum + to - from, 0), pieces };
}

function takeOut(before: DayPlan, breaks: readonly Span[]): DayPlan {
  const split = (pieces: readonly Piece[], [from, to]: Span) =>
    pieces.flatMap((piece): Piece[] => {
      if (!isOpen(piece) || to <= piece.from || from >= piece.to) return [piece];
      const [begin, end] = [Math.max(from, piece.from), Math.min(to, piece.to)];
      const parts: Piece[] = [
        { ...piece, to: begin },
        { from: begin, to: end, because: 'break' },
        { ...piece, from: end },
      ];
      return parts.filter((part) => part.to > part.from);
    });
  return planned(breaks.reduce<readonly Piece[]>(split, before.pieces) as Piece[]);
}

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
