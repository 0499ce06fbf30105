/** Before a clock fires: does it still run, and if not, when did it stop and why? */
import type { ConversationStateNow } from '@trunkline/contracts';

export type ClockPolicy = 'first-response' | 'next-response';
export type RunningClock = { policy: ClockPolicy /** ms */; startedAt: number };
export type StillRuns =
  | { kind: 'runs' }
  | { kind: 'stopped' /** ms */; at: number; because: 'answered' | 'solved' | 'closed' };

type Stops = Pick<ConversationStateNow, 'firstReplyAt' | 'lastReplyAt' | 'solvedAt' | 'closedAt'>;

/** A clock stops at the first reply, solution or end after its start, by the fact's own `at` (design §7). */
export function stillRuns(clock: RunningClock, now: Stops): StillRuns {
  const stops = [
    { at: now.firstReplyAt, because: 'answered' as const },
    { at: now.lastReplyAt, because: 'answered' as const },
    { at: now.solvedAt, because: 'solved' as const },
    { at: now.closedAt, because: 'closed' as const },
  ]
    .flatMap(({ at, because }) => (at === null ? [] : [{ at: Date.parse(at), because }]))
    .filter(({ at }) => at >= clock.startedAt)
    .sort((a, b) => a.at - b.at);
  const [first] = stops;
  return first ? { kind: 'stopped', ...first } : { kind: 'runs' };
}
