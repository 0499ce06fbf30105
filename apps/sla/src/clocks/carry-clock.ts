/** Carries a running clock over into what is in force now, or what its conversation is about now. */
import type { Calendar } from '@trunkline/contracts';
import {
  type CarriedOver,
  type ChosenLimit,
  carryOver,
  chooseLimit,
  instantOfUse,
  looksOf,
  matterOf,
  nextLook,
} from '@trunkline/rules';
import type { Case, Given } from './case.ts';
import { type Clock, iso, say, timedBy } from './clock.ts';
import { stopClock } from './stop-clock.ts';

export type Carrying = {
  given: Given;
  /** ms */
  at: number;
  because: 'policy-changed' | 'matter-changed';
  /** Its calendar as it was; undefined where nobody has kept it. */
  hours: Calendar | undefined;
};

/** A promised new time stays what was promised; what was missed stays missed. */
export function carryClock(one: Case, clock: Clock, carrying: Carrying): void {
  const { given, at, hours } = carrying;
  const { policy, outcome } = given;
  const from = { dueAt: clock.dueAt, limit: clock.limit, policyVersion: clock.policyVersion };
  clock.policyVersion = policy.version;
  outcome.touched.add(clock);
  if (clock.policy === 'delay-promise' || clock.limit === 'released-promise' || clock.missedAt !== null) return;
  const ticket = one.followed.tickets.find(({ id }) => id === clock.about) ?? null;
  const pauses = clock.pausedAt === null ? clock.pauses : [...clock.pauses, [clock.pausedAt, at] as const];
  const matter = matterOf(one.followed, ticket, policy);
  const chosen = chooseLimit({ clock: clock.policy, matter, startedAt: clock.startedAt, pauses }, policy);
  if (chosen.kind === 'none') {
    stopClock(one, clock, { stop: { at: Math.max(at, clock.begunAt), because: 'limit-gone' }, given });
    return;
  }
  if (chosen.kind === 'fault' || !hours) return;
  const carried = carry(clock, chosen, { hours, at, pauses });
  if (carried.kind === 'impossible' || (carried.kind === 'stays' && carried.because === 'already-due')) return;
  Object.assign(clock, { limit: chosen.limit, calendar: chosen.calendar });
  if (carried.kind === 'stays') return;
  moveTo(clock, carried, { chosen, carrying });
  if (clock.dueAt === from.dueAt) return;
  outcome.moves.push({ clock, from, because: carrying.because });
  outcome.facts.push(say('deadline.moved', clock, { from: iso(from.dueAt), because: carrying.because }));
}

type Asked = { hours: Calendar; at: number; pauses: Clock['pauses'] };

function carry(clock: Clock, chosen: ChosenLimit, { hours, at, pauses }: Asked): CarriedOver {
  const { startedAt, limitSeconds, workingDays, carried } = clock;
  return carryOver({
    startedAt,
    // While it rests it is due later with every moment: it is not due by now.
    dueAt: clock.pausedAt === null ? clock.dueAt : Math.max(clock.dueAt, at + 1),
    calendar: hours,
    limit: workingDays === null ? { seconds: limitSeconds } : { workingDays },
    pauses,
    carried,
    changed: {
      calendar: chosen.hours,
      limit: chosen.workingDays === null ? { seconds: chosen.seconds } : { workingDays: chosen.workingDays },
      at,
    },
  });
}

type Moved = Exclude<CarriedOver, { kind: 'stays' | 'impossible' }>;

function moveTo(
  clock: Clock,
  { dueAt, working, carried }: Moved,
  { chosen, carrying }: { chosen: ChosenLimit; carrying: Carrying },
): void {
  const { time } = carrying.given.policy;
  const { seconds: limitSeconds, workingDays } = chosen;
  Object.assign(clock, { dueAt, working, carried, limitSeconds, workingDays });
  const timed = timedBy(chosen.hours, clock);
  const isWarned = looksOf(clock.policy, limitSeconds, time).length > 0;
  clock.warnAt = isWarned ? instantOfUse(timed, (limitSeconds * time.warnAtPercent) / 100) : null;
  clock.lookAt = nextLook(clock.policy, timed, { time, after: carrying.at });
  carrying.given.outcome.timed.add(clock);
}
