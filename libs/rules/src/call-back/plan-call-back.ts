/** When a call-back is due, in open time, and where it stands in line: after a drop it is first. */
import type { Kind, OrderKeyParts, PolicyV1, Standard } from '@trunkline/contracts';
import { hoursOfCall } from '../call/is-hotline-open.ts';
import { addOpenTime } from '../deadline/business-time.ts';
import { orderKey } from '../priority/order-key.ts';

export type CallBackAsked = {
  /** After a drop, or where the supervisor was alerted. */
  isFirst: boolean;
  /** The group that calls. */
  queue: string;
  kind: Kind | null;
  isVip: boolean;
  /** ISO: now. */
  at: string;
  /** ISO: the time agreed with the customer. */
  dueAt?: string | null | undefined;
};
export type PlannedCallBack = { dueAt: string; orderKey: number; orderKeyParts: OrderKeyParts };

const standard: Standard = 'call';

/** One with a time agreed stands in line as if it had come just so long before it. */
export function planCallBack(asked: CallBackAsked, policy: PolicyV1): PlannedCallBack {
  const { isFirst, queue, kind, isVip, at } = asked;
  const dueAt = asked.dueAt ?? dueOf({ queue, at }, policy);
  const came = asked.dueAt ? Date.parse(dueAt) - policy.callBacks.minutes * 60_000 : Date.parse(at);
  const parts = orderKey(
    {
      arrivedAt: new Date(came).toISOString(),
      standard,
      urgency: 'normal',
      kind,
      isVip,
      isSensitive: false,
      isCallBackAfterDrop: isFirst,
      complexity: 0,
      isNearLimit: false,
      queue,
    },
    policy,
  );
  return { dueAt, orderKey: parts.orderKey, orderKeyParts: parts };
}

/** The policy's minutes of open time after `at` (ISO), by the hours in which the group may call. */
export function dueOf({ queue, at }: Pick<CallBackAsked, 'queue' | 'at'>, policy: PolicyV1): string {
  const seconds = policy.callBacks.minutes * 60;
  const calendar = policy.calendars[hoursOfCall(queue, policy)];
  const open = calendar && addOpenTime(calendar, Date.parse(at), seconds);
  // hours that never open again must not lose the customer
  const due = open?.ok ? open.value : Date.parse(at) + seconds * 1000;
  return new Date(due).toISOString();
}
