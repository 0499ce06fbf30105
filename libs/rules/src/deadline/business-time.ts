/** Arithmetic in open time: add, take away, between, next, previous, closing, open. Instants in ms, whole seconds kept. */
import type { Calendar } from '@trunkline/contracts';
import { dateAt, nextOpenDate, openOfDates, type Stretch, stretchesOf } from './open-hours.ts';
import { type ReadCalendar, readCalendar } from './read-calendar.ts';

export type NoTime = { ok: false; because: 'calendar-never-open' | 'calendar-never-closes' | 'no-such-zone' };
export type Found<Value> = { ok: true; value: Value } | NoTime;

const neverOpen: NoTime = { ok: false, because: 'calendar-never-open' };
const found = <Value>(value: Value | undefined): Found<Value> =>
  value === undefined ? neverOpen : { ok: true, value };

function ask<Value>(calendar: Calendar, answer: (read: ReadCalendar) => Value | undefined): Found<Value> {
  const read = readCalendar(calendar);
  return read.ok ? found(answer(read.calendar)) : read;
}

/** Where it ends exactly at a closing, it stays there. Nothing to add while closed: the next opening. */
export function addOpenTime(calendar: Calendar, start: number, seconds: number): Found<number> {
  if (seconds < 0) return takeOpenTime(calendar, start, -seconds);
  return ask(calendar, (read) => walkOn(read, start, seconds * 1000));
}

/** Backwards: where it ends exactly at an opening, it stays there. */
export function takeOpenTime(calendar: Calendar, start: number, seconds: number): Found<number> {
  if (seconds < 0) return addOpenTime(calendar, start, -seconds);
  return ask(calendar, (read) => walkBack(read, start, seconds * 1000));
}

/** Open seconds from `start` to `end`; negative where `end` is earlier. Elapsed time: clock changes count as they are. */
export function openSecondsBetween(calendar: Calendar, start: number, end: number): Found<number> {
  return ask(calendar, (read) => (start <= end ? openMs(read, start, end) : -openMs(read, end, start)) / 1000);
}

/** The first open instant at or after. */
export function nextOpen(calendar: Calendar, start: number): Found<number> {
  return ask(calendar, (read) => walkOn(read, start, 0));
}

/** The last instant at or before that is open or a closing; an opening itself goes back to the closing before it. */
export function previousOpen(calendar: Calendar, start: number): Found<number> {
  return ask(calendar, (read) => {
    for (const [from, to] of stretchesBefore(read, start)) if (from < start) return Math.min(to, start);
    return undefined;
  });
}

/** The next closing after. Spans that touch, over midnight too, are one; one that never ends has none. */
export function nextClosing(calendar: Calendar, start: number): Found<number> {
  const read = readCalendar(calendar);
  if (!read.ok) return read;
  let closing: number | undefined;
  let count = 0;
  for (const [from, to] of stretchesFrom(read.calendar, start)) {
    if (closing !== undefined && from > closing) return found(closing);
    if (to > start) closing = to;
    count += 1;
    if (count > 1500) return { ok: false, because: 'calendar-never-closes' };
  }
  return found(closing);
}

export function isOpenAt(calendar: Calendar, at: number): Found<boolean> {
  return ask(calendar, (read) => stretchAt(read, at) !== undefined);
}

function stretchAt(read: ReadCalendar, at: number): Stretch | undefined {
  const date = dateAt(read, at);
  return [date - 1, date, date + 1]
    .flatMap((each) => stretchesOf(read, each))
    .find(([from, to]) => from <= at && at < to);
}

function walkOn(read: ReadCalendar, start: number, ms: number): number | undefined {
  let left = ms;
  let date = dateAt(read, start) - 1;
  for (;;) {
    for (const [from, to] of stretchesOf(read, date)) {
      if (to <= start) continue;
      const begin = Math.max(from, start);
      if (left <= to - begin) return begin + left;
      left -= to - begin;
    }
    const next = nextOpenDate(read, date, 1);
    if (next === undefined) return undefined;
    [date, left] = date > dateAt(read, start) ? leap(read, next, left, 1) : [next, left];
  }
}

function walkBack(read: ReadCalendar, start: number, ms: number): number | undefined {
  if (ms === 0 && stretchAt(read, start)) return start;
  let left = ms;
  let date = dateAt(read, start) + 1;
  for (;;) {
    for (const [from, to] of stretchesOf(read, date).reverse()) {
      if (from >= start) continue;
      const end = Math.min(to, start);
      if (left <= end - from) return end - left;
      left -= end - from;
    }
    const next = nextOpenDate(read, date, -1);
    if (next === undefined) return undefined;
    [date, left] = date < dateAt(read, start) ? leap(read, next, left, -1) : [next, left];
  }
}

/** Passes over whole weeks that surely do not hold all that is left; less than that is walked. */
function leap(read: ReadCalendar, from: number, ms: number, step: 1 | -1): [date: number, left: number] {
  let date = from;
  let left = ms;
  const weekMs = read.weekSeconds.reduce((sum, each) => sum + each, 0) * 1000;
  for (let weeks = weekMs > 0 ? Math.floor(left / weekMs) : 0; weeks > 1; weeks = Math.floor(weeks / 2)) {
    const days = weeks * 7;
    const open = step === 1 ? openOfDates(read, date, date + days) : openOfDates(read, date - days + 1, date + 1);
    if (open >= left) continue;
    left -= open;
    date += days * step;
  }
  return [date, left];
}

function openMs(read: ReadCalendar, start: number, end: number): number {
  const first = dateAt(read, start);
  const last = dateAt(read, end);
  const clipped = (date: number) =>
    stretchesOf(read, date).reduce(
      (sum, [from, to]) => sum + Math.max(0, Math.min(to, end) - Math.max(from, start)),
      0,
    );
  const nearStart = [first - 1, first, first + 1].filter((date) => date <= last + 1);
  const nearEnd = [last - 1, last, last + 1].filter((date) => date > first + 1);
  const near = [...nearStart, ...nearEnd].reduce((sum, date) => sum + clipped(date), 0);
  return near + openOfDates(read, first + 2, last - 1);
}

function* stretchesFrom(read: ReadCalendar, start: number): Generator<Stretch> {
  let date: number | undefined = dateAt(read, start) - 1;
  while (date !== undefined) {
    yield* stretchesOf(read, date);
    date = nextOpenDate(read, date, 1);
  }
}

function* stretchesBefore(read: ReadCalendar, start: number): Generator<Stretch> {
  let date: number | undefined = dateAt(read, start) + 1;
  while (date !== undefined) {
    yield* stretchesOf(read, date).reverse();
    date = nextOpenDate(read, date, -1);
  }
}
