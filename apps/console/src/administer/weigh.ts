/** Who goes first under the figures being written: a preview of the router's order key, arrival and limit less the boost. */
import type { PolicyV1, Standard, Urgency } from '@trunkline/contracts';

export type Example = {
  standard: Standard;
  urgency: Urgency;
  isVip: boolean;
  isComplaint: boolean;
  isSensitive: boolean;
};
type Figures = Pick<PolicyV1, 'priority' | 'standards'>;

export function boostOf({ urgency, isVip, isComplaint, isSensitive }: Example, { priority }: Figures): number {
  const sum =
    priority.urgency[urgency] +
    (isVip ? priority.vip : 0) +
    (isComplaint ? priority.complaint : 0) +
    (isSensitive ? priority.sensitive : 0);
  return Math.min(sum, priority.cap);
}

/** Minutes that `other` may have come earlier and still be served after `one`; below zero the other way round. */
export function minutesAhead(one: Example, other: Example, figures: Figures): number {
  const keyOf = (example: Example) =>
    figures.standards[example.standard].firstResponseSeconds / 60 - boostOf(example, figures);
  return Math.round((keyOf(other) - keyOf(one)) * 10) / 10;
}
