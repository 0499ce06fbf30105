/**
 * Business time the slow way: every minute is looked at, by what the local clock shows then. It shares no code with the
 * arithmetic it examines and knows zones only by the clock it is given.
 */
import type { Calendar } from '@trunkline/contracts';

/** What a zone's clock is ahead of UTC, in minutes. */
export type LocalClock = (tz: string, at: number) => number;
/** Whole seconds since 1970, half open. */
export type SecondsPaused = readonly (readonly [number, number])[];

/** Looked up once: as globals they take most of the time where specs run. */
const { floor, max, min } = Math;
const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
/** A date, its clocks put back and a date beside it, lie within so many minutes of any of them. */
const aroundDate = 2 * 1440;
const minuteOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

export class MinuteOracle {
  /** Of each minute from `first` on: is it open, which local date (days since 1970) and minute of the day is it. */
  readonly open: Uint8Array;
  readonly date: Int32Array;
  readonly shows: Int16Array;

  /** `first`: minutes since 1970. */
  constructor(
    calendar: Calendar,
    readonly first: number,
    readonly count: number,
    clock: LocalClock,
  ) {
    this.open = new Uint8Array(count);
    this.date = new Int32Array(count);
    this.shows = new Int16Array(count);
    const days = new Map<number, Uint8Array>();
    let [today, day] = [Number.NaN, this.open];
    for (let minute = 0; minute < count; minute += 1) {
      const local = first + minute + clock(calendar.tz, (first + minute) * 60_000);
      const date = floor(local / 1440);
      if (date !== today) {
        day = days.get(date) ?? openMinutes(calendar, date);
        days.set(date, day);
        today = date;
      }
      this.date[minute] = date;
      this.shows[minute] = local - date * 1440;
      this.open[minute] = day[local - date * 1440] as number;
    }
  }

  isOpen(second: number): boolean {
    return this.open[this.at(second)] === 1;
  }

  between(start: number, end: number, pauses: SecondsPaused): number {
    let sum = 0;
    for (let minute = this.at(start); minute <= this.at(end); minute += 1)
      sum += this.active(minute, start, end, pauses);
    return sum;
  }

  add(start: number, seconds: number, pauses: SecondsPaused): number | null {
    if (seconds === 0) return this.next(start);
    let left = seconds;
    for (let minute = this.at(start); minute < this.count; minute += 1) {
      const active = this.active(minute, start, Number.POSITIVE_INFINITY, pauses);
      if (active < left) left -= active;
      else
        for (let second = max(start, this.second(minute)); ; second += 1) {
          if (!isPaused(second, pauses)) left -= 1;
          if (left === 0) return second + 1;
        }
    }
    return null;
  }

  sub(start: number, seconds: number, pauses: SecondsPaused): number | null {
    if (seconds === 0) return this.isOpen(start) ? start : this.prev(start);
    let left = seconds;
    for (let minute = this.at(start); minute >= 0; minute -= 1) {
      const active = this.active(minute, Number.NEGATIVE_INFINITY, start, pauses);
      if (active < left) left -= active;
      else
        for (let second = min(start, this.second(minute + 1)) - 1; ; second -= 1) {
          if (!isPaused(second, pauses)) left -= 1;
          if (left === 0) return second;
        }
    }
    return null;
  }

  next(start: number): number | null {
    for (let minute = this.at(start); minute < this.count; minute += 1)
      if (this.open[minute] === 1) return max(start, this.second(minute));
    return null;
  }

  prev(start: number): number | null {
    for (let minute = this.at(start - 1); minute >= 0; minute -= 1)
      if (this.open[minute] === 1) return min(start, this.second(minute + 1));
    return null;
  }

  close(start: number): number | null {
    for (let minute = this.at(start); minute + 1 < this.count; minute += 1)
      if (this.open[minute] === 1 && this.open[minute + 1] === 0) return this.second(minute + 1);
    return null;
  }

  /** `days` below none: as many earlier. */
  workingDays(start: number, days: number): number | null {
    const now = this.at(start);
    const today = this.minutesOn(this.date[now] as number, now);
    const isIn = today.some((minute) => minute <= now) && today.some((minute) => minute >= now);
    const step = days > 0 ? 1 : -1;
    let known = isIn ? (this.date[now] as number) : Number.NEGATIVE_INFINITY * step;
    let left = Math.abs(days);
    for (let minute = step === 1 ? now : this.at(start - 1); minute >= 0 && minute < this.count; minute += step) {
      const date = this.date[minute] as number;
      if (this.open[minute] === 0 || (date - known) * step <= 0) continue;
      known = date;
      left -= 1;
      if (left > 0) continue;
      if (minute < aroundDate || minute > this.count - aroundDate) return null; // not all of that date is looked at
      const there = this.minutesOn(date, minute);
      if (isIn) return this.sameTime(there, (this.shows[now] as number) * 60 + (start % 60));
      return step === 1 ? this.second((there.at(-1) as number) + 1) : this.second(there[0] as number);
    }
    return null;
  }

  /** The first time the clock shows it while open, else the end of what was open before it, else the first opening. */
  private sameTime(minutes: readonly number[], timeOfDay: number): number {
    const exact = minutes.find((minute) => this.shows[minute] === floor(timeOfDay / 60));
    if (exact !== undefined) return this.second(exact) + (timeOfDay % 60);
    const before = minutes.filter((minute) => (this.shows[minute] as number) * 60 < timeOfDay).at(-1);
    return before === undefined ? this.second(minutes[0] as number) : this.second(before + 1);
  }

  private minutesOn(date: number, near: number): number[] {
    const minutes: number[] = [];
    for (let minute = max(0, near - aroundDate); minute < min(this.count, near + aroundDate); minute += 1)
      if (this.date[minute] === date && this.open[minute] === 1) minutes.push(minute);
    return minutes;
  }

  private active(minute: number, start: number, end: number, pauses: SecondsPaused): number {
    if (this.open[minute] !== 1) return 0;
    const [from, to] = [max(start, this.second(minute)), min(end, this.second(minute + 1))];
    if (!pauses.some(([begin, finish]) => begin < to && finish > from)) return max(0, to - from);
    let seconds = 0;
    for (let second = from; second < to; second += 1) if (!isPaused(second, pauses)) seconds += 1;
    return seconds;
  }

  private at(second: number): number {
    return floor(second / 60) - this.first;
  }

  private second(minute: number): number {
    return (this.first + minute) * 60;
  }
}

const isPaused = (second: number, pauses: SecondsPaused) => pauses.some(([from, to]) => from <= second && second < to);

function openMinutes(calendar: Calendar, date: number): Uint8Array {
  const minutes = new Uint8Array(1440);
  const name = new Date(date * 86_400_000).toISOString().slice(0, 10);
  if (calendar.holidays.includes(name)) return minutes;
  const weekday = weekdays[new Date(date * 86_400_000).getUTCDay()] as (typeof weekdays)[number];
  const usual = calendar.holidaysYearly.includes(name.slice(5)) ? [] : (calendar.hours[weekday] ?? []);
  for (const [from, to] of calendar.special[name] ?? usual) minutes.fill(1, minuteOf(from), minuteOf(to));
  for (const [from, to] of calendar.breaks[name] ?? []) minutes.fill(0, minuteOf(from), minuteOf(to));
  return minutes;
}
