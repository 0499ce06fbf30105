/** Looks at a clock before it is due: warns once, and has the customer told where a delay is foreseen. */
import type { ConversationStateNow } from '@trunkline/contracts';
import { type Foreseen, foresee, matterOf, mayBeTold, nextLook, type Timed, tellDelay, usedAt } from '@trunkline/rules';
import type { Case, Given } from '../clocks/case.ts';
import { type Clock, iso, say, timedOf } from '../clocks/clock.ts';
import { foretellDelay } from './foretell-delay.ts';

export type Looking = {
  /** ms, by Postgres' clock */
  now: number;
  late: boolean;
  state: ConversationStateNow;
  /** Open seconds that such clocks took lately. */
  took: readonly number[];
  given: Given;
};

export function lookAtClock(one: Case, clock: Clock, looking: Looking): void {
  const { now, given } = looking;
  const timed = timedOf(clock, given.policy);
  if (!timed) return;
  const forecast = forecastOf(clock, timed, looking);
  clock.forecastAt = forecast.kind === 'foreseen' ? forecast.likelyAt : null;
  const usedSeconds = usedAt(timed, now);
  warnOnce(clock, { usedSeconds, looking });
  const ticket = one.followed.tickets.find(({ id }) => id === clock.about) ?? null;
  const verdict = tellDelay(
    {
      clock: clock.policy,
      limitSeconds: clock.limitSeconds,
      usedSeconds,
      dueAt: clock.dueAt,
      now,
      hours: timed.hours,
      forecast,
      isTold: clock.toldAt !== null,
      notices: one.notices,
      kinds: matterOf(one.followed, ticket, given.policy).kinds,
    },
    given.policy.time.delays,
  );
  if (verdict.kind === 'told-enough') given.outcome.triggers.push({ clock, trigger: 'delay-told-enough' });
  if (verdict.kind === 'tells') foretellDelay(one, clock, { verdict, now, given, timed });
  clock.lookAt = nextLook(clock.policy, timed, { time: given.policy.time, after: now });
  given.outcome.touched.add(clock);
  if (clock.lookAt !== null) given.outcome.timed.add(clock);
}

function forecastOf(clock: Clock, timed: Timed, { now, state, took }: Looking): Foreseen {
  const isFirst = clock.policy === 'first-response' || clock.policy === 'next-response';
  const waits = state.state === 'waiting' || state.state === 'offered';
  const wait = isFirst && waits ? (state.wait ?? null) : null;
  return foresee({ timed, now, wait, took: mayBeTold(clock.policy) ? took : [] });
}

/** An instant is a whole number of ms: what lies a ms short of the share has come to it. */
function warnOnce(clock: Clock, { usedSeconds, looking }: { usedSeconds: number; looking: Looking }): void {
  const { now, late, given } = looking;
  const isNear = usedSeconds + 0.001 >= (clock.limitSeconds * given.policy.time.warnAtPercent) / 100;
  const isLate = clock.forecastAt !== null && clock.forecastAt > clock.dueAt;
  if (clock.warnedAt !== null || (!isNear && !isLate)) return;
  clock.warnedAt = now;
  const because = isNear ? 'share-used' : 'late-by-forecast';
  const forecastAt = clock.forecastAt === null ? null : iso(clock.forecastAt);
  given.outcome.facts.push(say('deadline.warned', clock, { late, because, forecastAt }));
  given.outcome.triggers.push({ clock, trigger: 'limit-near' });
}
