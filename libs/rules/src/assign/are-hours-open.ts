/** Whether opening hours stand open: those that only archived queues keep are closed, whatever the time. */
import type { PolicyV1 } from '@trunkline/contracts';
import { isOpenAt } from '../deadline/business-time.ts';
import { queueOf } from './required-now.ts';

export function areHoursOpen({ queues, calendars }: PolicyV1, calendar: string, at: number): boolean {
  const known = calendars[calendar];
  if (!known || !queues.some((queue) => queue.calendar === calendar && !queue.archived)) return false;
  const open = isOpenAt(known, at);
  return open.ok && open.value;
}

/** An archived queue is closed; one that is not keeps its hours. */
export function isQueueOpen(policy: PolicyV1, code: string, at: number): boolean {
  const queue = queueOf(policy, code);
  return queue !== undefined && !queue.archived && areHoursOpen(policy, queue.calendar, at);
}
