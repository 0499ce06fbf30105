/** What a batch of facts does to the clocks of its conversations: pure, nothing is written here. */
import type { ConversationId, PolicyV1 } from '@trunkline/contracts';
import type { NewFact } from '@trunkline/platform';
import { clockOwed, type Followed, type FollowedFact, follow, notFollowed, stillRuns } from '@trunkline/rules';
import { type Clock, iso, type Stop, sayMet, sayStarted } from './clock.ts';
import { startClock } from './start-clock.ts';

/** A conversation as it is known: `newest` is its last clock, `cycles` how many of each policy it had. */
export type Case = {
  conversationId: ConversationId;
  followed: Followed;
  newest: Clock | null;
  cycles: Partial<Record<Clock['policy'], number>>;
};
export type Outcome = {
  cases: Case[];
  started: Clock[];
  /** Clocks that were there before the batch, and how they ended in it. */
  stopped: { clock: Clock; stop: Stop }[];
  facts: NewFact[];
};

export const newCase = (conversationId: ConversationId): Case => ({
  conversationId,
  followed: notFollowed,
  newest: null,
  cycles: {},
});

export function runClocks(batch: readonly FollowedFact[], known: Map<ConversationId, Case>, policy: PolicyV1): Outcome {
  const outcome: Outcome = { cases: [...known.values()], started: [], stopped: [], facts: [] };
  for (const fact of batch) {
    const one = known.get(fact.data.conversationId)!;
    one.followed = follow(one.followed, fact);
    stopWhatIsSettled(one, outcome);
    startWhatIsOwed(one, outcome, policy);
  }
  return outcome;
}

function stopWhatIsSettled(one: Case, outcome: Outcome): void {
  const clock = one.newest;
  if (!clock || clock.metAt !== null) return;
  const { firstReplyAt, lastReplyAt, ended } = one.followed;
  const endedAt = (because: 'solved' | 'closed') => (ended?.because === because ? iso(ended.at) : null);
  const verdict = stillRuns(clock, {
    firstReplyAt: firstReplyAt === null ? null : iso(firstReplyAt),
    lastReplyAt: lastReplyAt === null ? null : iso(lastReplyAt),
    solvedAt: endedAt('solved'),
    closedAt: endedAt('closed'),
  });
  if (verdict.kind === 'runs') return;
  const stop = { at: verdict.at, because: verdict.because };
  clock.metAt = stop.at;
  clock.metBecause = stop.because;
  if (!outcome.started.includes(clock)) outcome.stopped.push({ clock, stop });
  outcome.facts.push(sayMet(clock, stop));
}

/** One clock for what is owed: not again where the router's word has stopped it before its fact was heard. */
function startWhatIsOwed(one: Case, outcome: Outcome, policy: PolicyV1): void {
  const owed = clockOwed(one.followed);
  if (owed.kind === 'none' || (one.newest && (one.newest.metAt === null || one.newest.startedAt >= owed.startedAt))) {
    return;
  }
  const cycle = (one.cycles[owed.policy] ?? 0) + 1;
  const { conversationId, followed } = one;
  const clock = startClock({ conversationId, followed, policy: owed.policy, startedAt: owed.startedAt, cycle }, policy);
  one.cycles[owed.policy] = cycle;
  one.newest = clock;
  outcome.started.push(clock);
  outcome.facts.push(sayStarted(clock));
}
