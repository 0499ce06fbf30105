/** A clock as people see it: running, standing still while the desk is closed, met or missed, with its working. */
import type { Deadline, PolicyV1 } from '@trunkline/contracts';
import { isOpenAt } from '@trunkline/rules';
import { type Clock, iso } from './clock.ts';

export function showDeadline(clock: Clock, policy: PolicyV1, now: number): Deadline {
  const instant = (ms: number | null) => (ms === null ? null : iso(ms));
  return {
    clockId: clock.id,
    policy: clock.policy,
    cycle: clock.cycle,
    state: stateOf(clock, policy, now),
    startedAt: iso(clock.startedAt),
    dueAt: iso(clock.dueAt),
    warnAt: instant(clock.warnAt),
    metAt: instant(clock.metAt),
    warnedAt: instant(clock.warnedAt),
    missedAt: instant(clock.missedAt),
    calendar: clock.calendar,
    limitSeconds: clock.limitSeconds,
    working: clock.working,
  };
}

function stateOf(clock: Clock, policy: PolicyV1, now: number): Deadline['state'] {
  if (clock.missedAt !== null) return 'missed';
  if (clock.metAt !== null) return 'met';
  const calendar = policy.calendars[clock.calendar];
  const open = calendar && isOpenAt(calendar, now);
  return open?.ok && !open.value ? 'paused' : 'running';
}
