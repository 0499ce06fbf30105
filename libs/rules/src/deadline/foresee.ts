/** When will it be done, by the wait that routing foresees, else by how long such clocks took lately? */
import { instantOfUse, type Timed, usedAt } from './timed.ts';

export type Foreseen =
  /** ms: as likely sooner as later; and what four of five do not pass. */
  | { kind: 'foreseen'; likelyAt: number; upperAt: number; by: 'wait' | 'pace' }
  | { kind: 'unknown'; because: 'too-few-finished'; values: { count: number } };
export type ForeseeAsked = {
  timed: Timed;
  /** ms */
  now: number;
  /** Of one who waits: seconds until somebody takes it, in three of five cases. */
  wait: { low: number; high: number } | null;
  /** Open seconds that clocks of the same kind, queue and standard took lately. */
  took: readonly number[];
};

/** Fewer say nothing. */
const fewest = 5;

export function foresee({ timed, now, wait, took }: ForeseeAsked): Foreseen {
  if (wait) {
    const likelyAt = now + ((wait.low + wait.high) / 2) * 1000;
    return { kind: 'foreseen', likelyAt, upperAt: now + wait.high * 1000, by: 'wait' };
  }
  const used = usedAt(timed, now);
  const slower = took.filter((seconds) => seconds > used).sort((a, b) => a - b);
  if (slower.length < fewest) return { kind: 'unknown', because: 'too-few-finished', values: { count: slower.length } };
  const instant = (share: number) => {
    const seconds = slower[Math.ceil(slower.length * share) - 1] as number;
    return Math.max(instantOfUse(timed, seconds) ?? now, now);
  };
  return { kind: 'foreseen', likelyAt: instant(0.5), upperAt: instant(0.8), by: 'pace' };
}
