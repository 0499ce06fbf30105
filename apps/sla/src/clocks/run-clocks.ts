/** What a batch of facts does to the clocks of its conversations: pure, nothing is written here. */
import type { ConversationId, PolicyV1 } from '@trunkline/contracts';
import {
  calendarNamed,
  clocksOwed,
  type FollowedFact,
  follow,
  matterOf,
  restsOf,
  standOf,
  stillRuns,
} from '@trunkline/rules';
import { carryClock } from './carry-clock.ts';
import { type Case, type Given, newOutcome, type Outcome } from './case.ts';
import { isRunning } from './clock.ts';
import { restClock } from './rest-clock.ts';
import { startClock } from './start-clock.ts';
import { stopClock } from './stop-clock.ts';

export function runClocks(batch: readonly FollowedFact[], known: Map<ConversationId, Case>, policy: PolicyV1): Outcome {
  const given = { policy, outcome: newOutcome() };
  for (const fact of batch) {
    const one = known.get(fact.data.conversationId)!;
    const before = one.followed;
    one.followed = follow(before, fact);
    stopWhatIsSettled(one, given);
    if (isOfAnotherMatter(one, before, policy)) carryToItsMatter(one, Date.parse(fact.at), given);
    letRest(one, given);
    for (const owed of clocksOwed(one.followed, policy.time)) startClock(one, owed, given);
    letRest(one, given);
  }
  return given.outcome;
}

function stopWhatIsSettled(one: Case, given: Given): void {
  const running = one.clocks.filter(isRunning);
  if (running.length === 0) return;
  const stand = standOf(one.followed);
  for (const clock of running) {
    if (!isRunning(clock)) continue; // stopped with the one it was promised for
    const verdict = stillRuns(clock, stand, []);
    if (verdict.kind === 'stopped') stopClock(one, clock, { stop: verdict, given });
  }
}

function letRest(one: Case, given: Given): void {
  for (const clock of one.clocks.filter(isRunning)) {
    if (!given.policy.time.restWithCustomer.includes(clock.policy)) continue;
    restClock(clock, restsOf(one.followed, clock.startedAt), given);
  }
}

function isOfAnotherMatter({ followed }: Case, before: Case['followed'], policy: PolicyV1): boolean {
  if (before.arrivedAt === null) return false;
  const [was, is] = [before, followed].map((each) => JSON.stringify(matterOf(each, null, policy)));
  return was !== is;
}

/** Clocks of an older policy version are carried over with their matter soon. */
function carryToItsMatter(one: Case, at: number, given: Given): void {
  for (const clock of one.clocks.filter(isRunning)) {
    if (clock.policyVersion !== given.policy.version) continue;
    const hours = calendarNamed(clock.calendar, given.policy);
    carryClock(one, clock, { given, at, because: 'matter-changed', hours });
  }
}
