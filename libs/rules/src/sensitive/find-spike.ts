/** Do many report the same within a short time, and ever more of them? Counts in, a decision out. */
import type { PolicyV1 } from '@trunkline/contracts';

/** So many windows before the rise tell what is usual. */
export const usualWindows = 12;

export type Spike =
  | { kind: 'spike'; count: number; usual: number }
  | { kind: 'calm'; because: 'too-few' | 'as-usual' | 'not-rising'; count: number; usual: number };

/** `counts`: of one label, window by window, the present one last. Missing windows count nothing. */
export function findSpike(counts: readonly number[], { spike }: PolicyV1['signs']): Spike {
  const count = counts.at(-1) ?? 0;
  const rise = counts.slice(-spike.risingWindows);
  const before = counts.slice(0, -spike.risingWindows).slice(-usualWindows);
  const usual = before.length === 0 ? 0 : before.reduce((sum, one) => sum + one, 0) / before.length;
  const calm = (because: 'too-few' | 'as-usual' | 'not-rising'): Spike => ({ kind: 'calm', because, count, usual });
  if (count < spike.atLeast) return calm('too-few');
  if (count < usual * spike.timesUsual) return calm('as-usual');
  const falls = rise.some((one, at) => at > 0 && one < rise[at - 1]!);
  if (falls || count <= (rise[0] ?? 0)) return calm('not-rising');
  return { kind: 'spike', count, usual };
}

/** A rise is over when the present window is back at what was usual, or below half of what raises an alarm. */
export function isSpikeOver(count: number, usual: number, { spike }: PolicyV1['signs']): boolean {
  return count <= Math.max(usual, Math.floor(spike.atLeast / 2));
}
