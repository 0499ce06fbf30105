/** What timers that fired do to their clocks: pure, with the router's word on how the conversations stand. */
import type { ConversationId, ConversationStateNow } from '@trunkline/contracts';
import { bringsAbout, standNow, stillRuns } from '@trunkline/rules';
import { lookAtClock } from '../warnings/look-at-clock.ts';
import type { Case, Given } from './case.ts';
import { type Clock, isRunning, say } from './clock.ts';
import { restClock } from './rest-clock.ts';
import { stopClock } from './stop-clock.ts';
import type { Fired } from './timers.store.ts';

export type States = ReadonlyMap<ConversationId, ConversationStateNow>;
/** A timer that fired, with the clock it belongs to. */
export type Ring = { timer: Fired; clock: Clock };

/** What the router says has been answered or has ended is stopped at that instant; what is the customer's turn rests. */
export function stopSettled(cases: Iterable<Case>, states: States, given: Given): void {
  for (const one of cases) {
    const state = states.get(one.conversationId);
    const stand = state && standNow(state);
    for (const clock of one.clocks.filter(isRunning)) {
      if (!isRunning(clock)) continue;
      // A conversation that the router does not have any more was erased: nothing is owed.
      const verdict = stand
        ? stillRuns(clock, stand, given.policy.time.restWithCustomer)
        : { kind: 'stopped' as const, at: clock.begunAt, because: 'closed' };
      if (verdict.kind === 'stopped') stopClock(one, clock, { stop: verdict, given });
      if (verdict.kind === 'rests') restClock(clock, { pauses: clock.pauses, since: verdict.since }, given);
    }
  }
}

export type Ringing = {
  /** ms, by Postgres' clock */
  now: number;
  states: States;
  /** Open seconds that such clocks took lately. */
  tookOf: (clock: Clock) => readonly number[];
  given: Given;
};

/** An outage may bring both at once: what is warned of is warned of before it is missed. */
const order = ['look', 'due'];

/** Returns those that were missed: they are for the ladder. */
export function ringClocks(rings: readonly Ring[], known: Map<ConversationId, Case>, ringing: Ringing): Clock[] {
  const missed: Clock[] = [];
  const looksFirst = [...rings].sort((a, b) => order.indexOf(a.timer.step) - order.indexOf(b.timer.step));
  for (const { timer, clock } of looksFirst) {
    const one = known.get(clock.conversationId);
    const state = ringing.states.get(clock.conversationId);
    if (!one || !state || !isRunning(clock) || clock.pausedAt !== null) continue;
    if (timer.step === 'look') {
      const { now, given, tookOf } = ringing;
      lookAtClock(one, clock, { now, late: timer.late, state, took: tookOf(clock), given });
    } else if (timer.step === 'due' && reachOrMiss(clock, timer, ringing) === 'missed') {
      missed.push(clock);
    }
  }
  return missed;
}

function reachOrMiss(clock: Clock, { late }: Fired, { now, given }: Ringing): 'reached' | 'missed' {
  given.outcome.touched.add(clock);
  given.outcome.timed.add(clock);
  if (bringsAbout(clock.policy)) {
    clock.metAt = clock.dueAt;
    clock.metBecause = 'reached';
    given.outcome.facts.push(say('deadline.reached', clock, { late }));
    return 'reached';
  }
  clock.missedAt = now;
  given.outcome.facts.push(say('deadline.missed', clock, { late }));
  return 'missed';
}
