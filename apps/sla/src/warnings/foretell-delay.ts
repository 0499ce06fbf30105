/** Has the customer told of a delay before it happens; the new time is a clock of its own. */
import { type ClockId, newId } from '@trunkline/contracts';
import { instantOfUse, nextLook, type TellDelay, type Timed, usedAt } from '@trunkline/rules';
import { type Case, type Given, nextCycle, putClock } from '../clocks/case.ts';
import { type Clock, iso, say, sayStarted } from '../clocks/clock.ts';
import { notYet } from '../clocks/start-clock.ts';

type Told = {
  verdict: Extract<TellDelay, { kind: 'tells' }>;
  /** ms */
  now: number;
  given: Given;
  timed: Timed;
};

export function foretellDelay(one: Case, clock: Clock, told: Told): void {
  const { verdict, now, given } = told;
  const { newTime, nth, because } = verdict;
  clock.toldAt = now;
  clock.newTime = newTime;
  one.notices += 1;
  const more = { newTime: newTime === null ? null : iso(newTime), nth, because };
  given.outcome.facts.push(say('delay.foreseen', clock, more));
  if (newTime === null) return;
  const promised = promise(one, clock, { ...told, newTime });
  putClock(one, promised);
  given.outcome.touched.add(promised);
  given.outcome.timed.add(promised);
  given.outcome.facts.push(sayStarted(promised));
}

function promise(one: Case, clock: Clock, { now, given, timed, newTime }: Told & { newTime: number }): Clock {
  const { policy } = given;
  const fromNow: Timed = { hours: timed.hours, startedAt: now, pauses: [], limitSeconds: 0, carried: null };
  const limitSeconds = usedAt(fromNow, newTime);
  const whole = { ...fromNow, limitSeconds };
  return {
    ...clock,
    ...notYet,
    id: newId<ClockId>(),
    policy: 'delay-promise',
    about: clock.id,
    cycle: nextCycle(one, 'delay-promise'),
    limit: 'delay-notice',
    policyVersion: policy.version,
    limitSeconds,
    workingDays: null,
    working: [],
    begunAt: now,
    startedAt: now,
    pauses: [],
    dueAt: newTime,
    warnAt: instantOfUse(whole, (limitSeconds * policy.time.warnAtPercent) / 100),
    lookAt: nextLook('delay-promise', whole, { time: policy.time, after: now }),
  };
}
