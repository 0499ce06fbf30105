/** Waits in figures: how long those waited who were taken, and how many within the limit of their standard. */
import type { PolicyV1, WaitFigures } from '@trunkline/contracts';
import { queueOf } from '../assign/required-now.ts';
import { openSecondsBetween } from '../deadline/business-time.ts';
import type { Wait } from './wait-book.ts';

/** `policy`: whose opening hours the limit is counted in. */
export function sumUpWaits(waits: readonly Wait[], policy: PolicyV1): WaitFigures {
  const taken = waits.flatMap((wait) =>
    wait.end?.how === 'taken' ? [{ wait, seconds: (wait.end.at - wait.since) / 1000 }] : [],
  );
  const seconds = taken.map((one) => one.seconds).sort((a, b) => a - b);
  const within = taken.filter(({ wait, seconds: waited }) => isWithin(wait, waited, policy)).length;
  return {
    taken: taken.length,
    stillWaiting: waits.filter((wait) => wait.end === null).length,
    leftBefore: waits.filter((wait) => wait.end?.how === 'left').length,
    mean: seconds.length === 0 ? null : rounded(seconds.reduce((sum, one) => sum + one, 0) / seconds.length),
    p50: share(seconds, 0.5),
    p90: share(seconds, 0.9),
    p95: share(seconds, 0.95),
    withinLimit: taken.length === 0 ? null : rounded(within / taken.length),
  };
}

/** `sorted`: ascending. */
function share(sorted: readonly number[], part: number): number | null {
  const found = sorted[Math.ceil(part * sorted.length) - 1];
  return found === undefined ? null : rounded(found);
}

/** Open time is never more than time. */
function isWithin(wait: Wait, seconds: number, policy: PolicyV1): boolean {
  if (seconds <= wait.limitSeconds) return true;
  const calendar = policy.calendars[queueOf(policy, wait.queue)?.calendar ?? ''];
  if (!calendar) return false;
  const open = openSecondsBetween(calendar, wait.since, wait.since + seconds * 1000);
  return open.ok && open.value <= wait.limitSeconds;
}

const rounded = (value: number) => Math.round(value * 1000) / 1000;
