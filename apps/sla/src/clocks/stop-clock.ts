/** Stops a clock, and with it the new time that was promised for it. */
import { mayBeTold, usedAt } from '@trunkline/rules';
import type { Case, Given } from './case.ts';
import { type Clock, iso, isRunning, type Stop, say, timedOf } from './clock.ts';

export function stopClock(one: Case, clock: Clock, { stop, given }: { stop: Stop; given: Given }): void {
  end(clock, stop, given);
  const promised = one.clocks.filter(({ policy, about }) => policy === 'delay-promise' && about === clock.id);
  for (const its of promised.filter(isRunning)) end(its, { ...stop, at: Math.max(stop.at, its.begunAt) }, given);
}

function end(clock: Clock, stop: Stop, { policy, outcome }: Given): void {
  const timed = timedOf(clock, policy);
  const isDone = stop.because === 'answered' || stop.because === 'solved';
  clock.tookSeconds = timed && isDone && mayBeTold(clock.policy) ? usedAt(timed, stop.at) : null;
  clock.metAt = stop.at;
  clock.metBecause = stop.because;
  outcome.touched.add(clock);
  outcome.timed.add(clock);
  outcome.stopped.push(clock);
  outcome.facts.push(say('deadline.met', clock, { metAt: iso(stop.at), because: stop.because }));
}
