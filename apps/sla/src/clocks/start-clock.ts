/** Starts a clock: which limit, which calendar, due when, looked at when. */
import { type ClockId, newId } from '@trunkline/contracts';
import { PermanentError } from '@trunkline/platform';
import { aboutOf, chooseLimit, instantOfUse, looksOf, matterOf, nextLook, type Owed, restsOf } from '@trunkline/rules';
import { type Case, type Given, newestOf, nextCycle, putClock } from './case.ts';
import { type Clock, sayStarted } from './clock.ts';
import { promisedLimit } from './promised-limit.ts';

/** Not again where the router's word has stopped it before its fact was heard; nothing where no limit matches. */
export function startClock(one: Case, owed: Owed, given: Given): void {
  const about = aboutOf(owed, one.conversationId);
  const newest = newestOf(one, owed.kind, about);
  if (newest && (newest.metAt === null || newest.begunAt >= owed.begunAt)) return;
  const clock = begin(one, owed, { given, about });
  if (!clock) return;
  putClock(one, clock);
  given.outcome.touched.add(clock);
  given.outcome.timed.add(clock);
  given.outcome.facts.push(sayStarted(clock));
}

function begin(one: Case, owed: Owed, { given, about }: { given: Given; about: string }): Clock | undefined {
  const { policy } = given;
  const { followed } = one;
  const { kind, begunAt, startedAt } = owed;
  const rests = policy.time.restWithCustomer.includes(kind);
  const pauses = rests ? restsOf(followed, startedAt).pauses : [];
  const matter = matterOf(followed, owed.ticket, policy);
  const released = owed.ticket && promisedLimit(owed.ticket, policy);
  const chosen = released ?? chooseLimit({ clock: kind, matter, startedAt, pauses }, policy);
  if (chosen.kind === 'none') return undefined;
  if (chosen.kind === 'fault') {
    throw new PermanentError(`calendar ${chosen.calendar} of queue ${followed.queue}`, chosen.because);
  }
  const { seconds, hours, workingDays, calendar, dueAt, working, limit } = chosen;
  const timed = { hours, startedAt, pauses, limitSeconds: seconds, carried: null };
  const isWarned = looksOf(kind, seconds, policy.time).length > 0;
  return {
    ...notYet,
    id: newId<ClockId>(),
    conversationId: one.conversationId,
    policy: kind,
    about,
    cycle: nextCycle(one, kind),
    limit,
    standard: followed.standard,
    queue: followed.queue,
    calendar,
    policyVersion: policy.version,
    limitSeconds: seconds,
    workingDays,
    working,
    begunAt,
    startedAt,
    pauses,
    warnAt: isWarned ? instantOfUse(timed, (seconds * policy.time.warnAtPercent) / 100) : null,
    dueAt,
    lookAt: nextLook(kind, timed, { time: policy.time, after: begunAt }),
  };
}

/** What has not happened to a new clock. */
export const notYet = {
  pausedAt: null,
  carried: null,
  warnedAt: null,
  missedAt: null,
  metAt: null,
  metBecause: null,
  tookSeconds: null,
  forecastAt: null,
  toldAt: null,
  newTime: null,
} as const;
