/** What each reason is worth in a queue: the policy's minutes, and the queue's own where it names some. */
import type { PolicyV1 } from '@trunkline/contracts';

export function minutesOf(queue: string | undefined, policy: PolicyV1): PolicyV1['priority'] {
  const own = policy.queues.find(({ code }) => code === queue)?.priority;
  return own ? { ...policy.priority, ...own } : policy.priority;
}
