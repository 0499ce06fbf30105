/** When a call-back is due, in open time, and where it stands in line: after a drop it is first. */
import type { Kind, OrderKeyParts, PolicyV1 } from '@trunkline/contracts';
import { addOpenTime } from '../deadline/business-time.ts';
import { orderKey } from '../priority/order-key.ts';
import { hoursOfCall } from './is-hotline-open.ts';

type Asked = {
  because: 'call-missed' | 'call-dropped';
  queue: string;
  kind: Kind | null;
  isVip: boolean;
  /** ISO. */
  at: string;
};
export type PlannedCallBack = { dueAt: string; orderKey: number; orderKeyParts: OrderKeyParts };

export const mostAttempts = 3;

export function planCallBack({ because, queue, kind, isVip, at }: Asked, policy: PolicyV1): PlannedCallBack {
  const seconds = policy.hotline.callBackMinutes * 60;
  const calendar = policy.calendars[hoursOfCall(queue, policy)];
  const open = calendar && addOpenTime(calendar, Date.parse(at), seconds);
  // hours that never open again must not lose the customer
  const due = open?.ok ? open.value : Date.parse(at) + seconds * 1000;
  const weighed = { arrivedAt: at, standard: 'call', urgency: 'normal', kind, isVip, queue } as const;
  const isCallBackAfterDrop = because === 'call-dropped';
  const parts = orderKey(
    { ...weighed, isSensitive: false, isCallBackAfterDrop, complexity: 0, isNearLimit: false },
    policy,
  );
  return { dueAt: new Date(due).toISOString(), orderKey: parts.orderKey, orderKeyParts: parts };
}
