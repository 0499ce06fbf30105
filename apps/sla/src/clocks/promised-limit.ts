/** A promise that a supervisor released is due when it was promised for, whatever the limits say. */

import type { PolicyV1 } from '@trunkline/contracts';
import { type ChosenLimit, calendarNamed, elapsed, type FollowedTicket } from '@trunkline/rules';

export function promisedLimit(
  { promised }: Pick<FollowedTicket, 'promised'>,
  policy: PolicyV1,
): ChosenLimit | undefined {
  if (!promised) return undefined;
  return {
    kind: 'limit',
    limit: 'released-promise',
    seconds: Math.max(1, Math.round((promised.until - promised.at) / 1000)),
    workingDays: null,
    calendar: elapsed,
    hours: calendarNamed(elapsed, policy)!,
    dueAt: promised.until,
    working: [],
    others: [],
  };
}
