/** A clock as people see it: running, resting with the customer or while the desk is closed, met or missed, with its working. */
import type { Deadline, PolicyV1 } from '@trunkline/contracts';
import { calendarNamed, isOpenAt } from '@trunkline/rules';
import { type Clock, iso } from './clock.ts';

export type Moves = NonNullable<Deadline['moves']>;

export function showDeadline(
  clock: Clock,
  { policy, now, moves }: { policy: PolicyV1; now: number; moves: Moves },
): Deadline {
  const instant = (ms: number | null) => (ms === null ? null : iso(ms));
  const pausedBecause = restsBecause(clock, policy, now);
  return {
    clockId: clock.id,
    policy: clock.policy,
    cycle: clock.cycle,
    state: stateOf(clock, pausedBecause),
    startedAt: iso(clock.startedAt),
    dueAt: iso(clock.dueAt),
    warnAt: instant(clock.warnAt),
    metAt: instant(clock.metAt),
    warnedAt: instant(clock.warnedAt),
    missedAt: instant(clock.missedAt),
    calendar: clock.calendar,
    limitSeconds: clock.limitSeconds,
    working: clock.working,
    limit: clock.limit,
    workingDays: clock.workingDays,
    pausedSince: instant(clock.pausedAt),
    pausedBecause,
    forecastAt: instant(clock.forecastAt),
    toldAt: instant(clock.toldAt),
    newTime: instant(clock.newTime),
    moves,
  };
}

function stateOf({ missedAt, metAt }: Clock, pausedBecause: Deadline['pausedBecause']): Deadline['state'] {
  if (missedAt !== null) return 'missed';
  if (metAt !== null) return 'met';
  return pausedBecause === null ? 'running' : 'paused';
}

function restsBecause(
  { metAt, pausedAt, calendar }: Clock,
  policy: PolicyV1,
  now: number,
): 'with-customer' | 'closed' | null {
  if (metAt !== null) return null;
  if (pausedAt !== null) return 'with-customer';
  const hours = calendarNamed(calendar, policy);
  const open = hours && isOpenAt(hours, now);
  return open?.ok && !open.value ? 'closed' : null;
}
