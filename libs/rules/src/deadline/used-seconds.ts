/** How much open time ran from one instant to another, without the pauses between. */
import type { Calendar } from '@trunkline/contracts';
import { type Found, openSecondsBetween } from './business-time.ts';
import type { Pause } from './show-working.ts';

/** `pauses` in order and not overlapping (`inOrder`); negative where `end` is earlier. */
export function usedSeconds(
  calendar: Calendar,
  start: number,
  end: number,
  pauses: readonly Pause[] = [],
): Found<number> {
  const all = openSecondsBetween(calendar, start, end);
  if (!all.ok) return all;
  const [first, last] = [Math.min(start, end), Math.max(start, end)];
  let stood = 0;
  for (const [from, to] of pauses) {
    if (to <= first || from >= last) continue;
    const part = openSecondsBetween(calendar, Math.max(from, first), Math.min(to, last));
    if (part.ok) stood += part.value;
  }
  return { ok: true, value: start <= end ? all.value - stood : all.value + stood };
}
