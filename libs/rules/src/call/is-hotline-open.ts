/** Whether somebody would take a call now: by the hours of the queue that its topic leads to. */
import type { PolicyV1 } from '@trunkline/contracts';
import { chooseQueue } from '../classify/choose-queue.ts';
import { isOpenAt } from '../deadline/business-time.ts';

export type CallAbout = { account: string; language: string; topic: string | null };

export const queueOfCall = ({ account, language, topic }: CallAbout, policy: PolicyV1): string =>
  chooseQueue({ standard: 'call', account, topic, label: null, kind: null, language }, policy).queue;

export const hoursOfCall = (queue: string, policy: PolicyV1): string =>
  policy.time.channelCalendars.call ?? policy.queues.find(({ code }) => code === queue)?.calendar ?? '';

/** `at` in ms. An archived queue is closed, whatever the time. */
export function isHotlineOpen(call: CallAbout, policy: PolicyV1, at: number): boolean {
  const code = queueOfCall(call, policy);
  const calendar = policy.calendars[hoursOfCall(code, policy)];
  if (!calendar || policy.queues.find((queue) => queue.code === code)?.archived) return false;
  const open = isOpenAt(calendar, at);
  return open.ok && open.value;
}
