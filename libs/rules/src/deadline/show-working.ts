/** Shows how a deadline came about: which stretches counted, what was skipped, and why. */
import type { Calendar, DeadlineWorking } from '@trunkline/contracts';
import { datesOf } from './open-hours.ts';
import { dayMs, planOf, readCalendar } from './read-calendar.ts';
import { writeInstant } from './write-instant.ts';
import { eraAt } from './zone-offsets.ts';

export type Pause = readonly [from: number, to: number];
type Because = DeadlineWorking['because'];
/** `days`: how many dates it has part in, the last of them `date`. */
type Step = {
  from: number;
  to: number;
  because: Because;
  name?: string | undefined;
  date: number;
  days: number;
  ms: number;
};

/** Of more steps than these only the first and the last are shown one by one; what lies between is summed up. */
const shown = { first: 60, last: 30 };
/** Holidays between that keep a line of their own. */
const mostHolidays = 30;

/**
 * Every moment from `start` to `due` stands in exactly one step, and what counted adds up to the limit. The steps of a
 * long limit are summed up in the middle: one for all that was open there, one for all that was closed, and so on, each
 * from the first to the last of them; so there are never more than some hundred and thirty.
 */
export function showWorking(
  calendar: Calendar,
  start: number,
  due: number,
  pauses: readonly Pause[] = [],
): DeadlineWorking[] {
  const read = readCalendar(calendar);
  if (!read.ok || due <= start) return [];
  const steps: Step[] = [];
  let nextPause = 0;
  for (let at = start; at < due; ) {
    const era = eraAt(read.calendar.tz, at);
    const end = Math.min(era.to, due);
    const [first, last] = datesOf({ ...era, from: at, to: end });
    for (let date = first; date <= last; date += 1) {
      const midnight = date * dayMs - era.offset;
      for (const { from, to, because, name } of planOf(read.calendar, date).pieces) {
        const begin = Math.max(at, midnight + from * 1000);
        const close = Math.min(end, midnight + to * 1000);
        if (close <= begin) continue;
        while ((pauses[nextPause]?.[1] ?? Number.POSITIVE_INFINITY) <= begin) nextPause += 1;
        addAround(
          { from: begin, to: close, because, name, date, days: 1, ms: close - begin },
          pauses,
          nextPause,
          steps,
        );
      }
    }
    at = end;
  }
  return sumUp(steps).map(say);
}

const counts = (because: Because) => because === 'open' || because === 'special';

/** Pauses are skipped where they would have counted; while it is closed anyway, it is closed. */
function addAround(step: Step, pauses: readonly Pause[], firstPause: number, steps: Step[]): void {
  if (!counts(step.because)) {
    append(steps, step);
    return;
  }
  let at = step.from;
  const addUntil = (to: number, because: Because) => {
    if (to > at)
      append(steps, {
        ...step,
        from: at,
        to,
        because,
        name: because === 'paused' ? undefined : step.name,
        ms: to - at,
      });
    at = Math.max(at, to);
  };
  for (let index = firstPause; index < pauses.length; index += 1) {
    const [from, to] = pauses[index] as Pause;
    if (from >= step.to) break;
    addUntil(from, step.because);
    addUntil(Math.min(to, step.to), 'paused');
  }
  addUntil(step.to, step.because);
}

/** What goes on for the same reason is one step. */
function append(steps: Step[], step: Step): void {
  const last = steps.at(-1);
  if (last && last.because === step.because && last.name === step.name && last.to === step.from) join(last, step);
  else steps.push(step);
}

function join(into: Step, step: Step): void {
  into.to = step.to;
  into.ms += step.ms;
  if (step.date !== into.date) into.days += 1;
  into.date = step.date;
}

function sumUp(steps: Step[]): Step[] {
  if (steps.length <= shown.first + shown.last) return steps;
  const sums = new Map<string, Step>();
  const middle = steps.slice(shown.first, -shown.last);
  const holidays = middle.filter(({ because }) => because === 'holiday').length;
  for (const [index, step] of middle.entries()) {
    const isKept = step.because === 'holiday' && holidays <= mostHolidays;
    const key = isKept ? `holiday ${index}` : step.because;
    const sum = sums.get(key);
    if (!sum) sums.set(key, isKept ? step : { ...step, name: undefined });
    else {
      const isSameDate = step.date - step.days + 1 === sum.date;
      sum.days += step.days - (isSameDate ? 1 : 0);
      sum.date = step.date;
      sum.to = step.to;
      sum.ms += step.ms;
    }
  }
  return [...steps.slice(0, shown.first), ...sums.values(), ...steps.slice(-shown.last)];
}

/** `days` is said where a step is not one stretch, or is whole days. */
function say({ from, to, because, name, days, ms }: Step): DeadlineWorking {
  const said: DeadlineWorking = {
    from: writeInstant(from),
    to: writeInstant(to),
    seconds: ms / 1000,
    counted: counts(because),
    because,
  };
  if (name !== undefined) said.name = name;
  if (days > 1 && (ms !== to - from || because === 'holiday')) said.days = days;
  return said;
}
