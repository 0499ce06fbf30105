/** Arithmetic in open time: add, take away, between, next, previous, closing, open. Instants in ms, whole seconds kept. */
import type { Calendar } from '@trunkline/contracts';
import { dateAt, erasBefore, erasFrom, openIn, stretchesBefore, stretchesFrom } from './open-hours.ts';
import { dayMs, planOf, type ReadCalendar, readCalendar } from './read-calendar.ts';
import { type Era, eraAt } from './zone-offsets.ts';

export type NoTime = {
  ok: false;
  because: 'calendar-never-open' | 'calendar-never-closes' | 'no-such-zone' | 'too-far-away';
};
export type Found<Value> = { ok: true; value: Value } | NoTime;

/** One that opens on named dates only has opened for the last time; any other opens again beyond what is looked at. */
export const nothingFound = ({ weekSeconds }: ReadCalendar): NoTime => ({
  ok: false,
  because: weekSeconds === 0 ? 'calendar-never-open' : 'too-far-away',
});

function ask<Value>(calendar: Calendar, answer: (read: ReadCalendar) => Value | undefined): Found<Value> {
  const read = readCalendar(calendar);
  if (!read.ok) return read;
  const value = answer(read.calendar);
  return value === undefined ? nothingFound(read.calendar) : { ok: true, value };
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
    for (const { to } of stretchesBefore(read, start)) return to;
    return undefined;
  });
}

/** The next closing after. Spans that touch, over midnight too, are one; one that never ends has none. */
export function nextClosing(calendar: Calendar, start: number): Found<number> {
  const read = readCalendar(calendar);
  if (!read.ok) return read;
  if (neverCloses(read.calendar, start)) return { ok: false, because: 'calendar-never-closes' };
  return ask(calendar, (known) => {
    let closing: number | undefined;
    for (const { from, to } of stretchesFrom(known, start)) {
      if (closing !== undefined && from > closing) return closing;
      closing = to;
    }
    return closing;
  });
}

export function isOpenAt(calendar: Calendar, at: number): Found<boolean> {
  return ask(calendar, (read) => isOpenThen(read, at));
}

function isOpenThen(read: ReadCalendar, at: number): boolean {
  const local = at + eraAt(read.tz, at).offset;
  const date = Math.floor(local / dayMs);
  const second = (local - date * dayMs) / 1000;
  return planOf(read, date).open.some(([from, to]) => from <= second && second < to);
}

function neverCloses(read: ReadCalendar, start: number): boolean {
  const wholeDay = 86_400;
  if (read.weekSeconds < 7 * wholeDay || read.yearly.size > 0) return false;
  const date = dateAt(read, start);
  return read.named.every((named) => named < date || planOf(read, named).seconds === wholeDay);
}

function walkOn(read: ReadCalendar, start: number, ms: number): number | undefined {
  let left = ms;
  for (const era of erasFrom(read, start)) {
    const open = openIn(read, era);
    if (open > 0 && open >= left) return spotAfter(read, era, left);
    left -= open;
    if (hasPassed(read, era.to)) return undefined;
  }
  return undefined;
}

/** Where so much open time from an era's begin is over. */
function spotAfter(read: ReadCalendar, era: Era, ms: number): number | undefined {
  let left = ms;
  for (const { from, to } of stretchesFrom(read, era.from)) {
    if (left <= to - from) return from + left;
    left -= to - from;
  }
  return undefined;
}

function walkBack(read: ReadCalendar, start: number, ms: number): number | undefined {
  if (ms === 0 && isOpenThen(read, start)) return start;
  let left = ms;
  for (const era of erasBefore(read, start)) {
    const open = openIn(read, era);
    if (open > 0 && open >= left) return spotBefore(read, era, left);
    left -= open;
  }
  return undefined;
}

/** The same from an era's end. */
function spotBefore(read: ReadCalendar, era: Era, ms: number): number | undefined {
  let left = ms;
  for (const { from, to } of stretchesBefore(read, era.to)) {
    if (left <= to - from) return to - left;
    left -= to - from;
  }
  return undefined;
}

/** No regular hours, and the last named date is over. */
const hasPassed = (read: ReadCalendar, at: number) =>
  read.weekSeconds === 0 && dateAt(read, at) > (read.named.at(-1) ?? 0);

function openMs(read: ReadCalendar, start: number, end: number): number {
  let sum = 0;
  for (let at = start; at < end; ) {
    const era = eraAt(read.tz, at);
    const to = Math.min(era.to, end);
    sum += openIn(read, { ...era, from: at, to });
    at = to;
  }
  return sum;
}
