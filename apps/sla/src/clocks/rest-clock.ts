/** Lets a clock stand still while it is the customer's turn, and go on afterwards with what was left. */
import { dueAt, dueCarried, instantOfUse, nextLook, type Rests } from '@trunkline/rules';
import type { Given } from './case.ts';
import { type Clock, iso, say, timedOf } from './clock.ts';

/** What was missed is not paused any more; the same rests again change nothing. */
export function restClock(clock: Clock, rests: Rests, given: Given): void {
  if (clock.missedAt !== null) return;
  const pauses = rests.pauses.filter(([, to]) => to > clock.startedAt);
  const isSame = JSON.stringify(pauses) === JSON.stringify(clock.pauses);
  if (isSame && rests.since === clock.pausedAt) return;
  const wasPaused = clock.pausedAt !== null;
  clock.pauses = pauses;
  clock.pausedAt = rests.since;
  given.outcome.touched.add(clock);
  given.outcome.timed.add(clock);
  if (rests.since !== null) {
    if (wasPaused) return;
    given.outcome.facts.push(say('deadline.paused', clock, { pausedAt: iso(rests.since), because: 'with-customer' }));
    return;
  }
  const resumedAt = pauses.at(-1)?.[1] ?? clock.startedAt;
  countAnew(clock, resumedAt, given);
  given.outcome.facts.push(say('deadline.resumed', clock, { resumedAt: iso(resumedAt) }));
}

/** Due, warned of and looked at by its pauses, from the same start. */
function countAnew(clock: Clock, after: number, { policy }: Given): void {
  const timed = timedOf(clock, policy);
  if (!timed) return;
  const { startedAt, pauses, workingDays, limitSeconds, carried } = clock;
  const limit = workingDays === null ? { seconds: limitSeconds } : { workingDays };
  const due = carried
    ? dueCarried({ calendar: timed.hours, limitSeconds, carried, pauses })
    : dueAt({ calendar: timed.hours, startedAt, limit, pauses });
  if (!due.ok) return;
  const before = carried ? clock.working.filter(({ to }) => Date.parse(to) <= carried.at) : [];
  clock.dueAt = due.dueAt;
  clock.working = [...before, ...due.working];
  if (clock.warnAt !== null) clock.warnAt = instantOfUse(timed, (limitSeconds * policy.time.warnAtPercent) / 100);
  clock.lookAt = nextLook(clock.policy, timed, { time: policy.time, after });
}
