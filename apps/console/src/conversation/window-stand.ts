/** How a reply window stands: none set, open for so long, nearly over, or over with what is still allowed. */
import type { ReplyWindow } from '@trunkline/contracts';

export type WindowStand =
  | { kind: 'none' }
  | { kind: 'open' | 'soon'; until: string; leftMs: number; afterwards: ReplyWindow['afterwards'] }
  | { kind: 'over'; hasWritten: boolean; afterwards: ReplyWindow['afterwards'] };

const soonMs = 2 * 3_600_000;

export function windowStand(window: ReplyWindow | null | undefined, nowMs: number): WindowStand {
  if (!window) return { kind: 'none' };
  const { until, afterwards } = window;
  if (until === null) return window.isOpen ? { kind: 'none' } : { kind: 'over', hasWritten: false, afterwards };
  const leftMs = Date.parse(until) - nowMs;
  if (leftMs <= 0) return { kind: 'over', hasWritten: true, afterwards };
  return { kind: leftMs <= soonMs ? 'soon' : 'open', until, leftMs, afterwards };
}
