/** Somebody owes the customer of a conversation a call, for whatever reason: an item of work like any other. */
import { type CallBackId, newId, type PolicyV1 } from '@trunkline/contracts';
import type { Tx } from '@trunkline/platform';
import { findLabel, planCallBack } from '@trunkline/rules';
import { askTheTime } from '../intake/ask-the-time.ts';
import type { HeldConversation } from '../intake/conversations.store.ts';
import { insertCallBack } from './call-backs.store.ts';
import { labelOf } from './is-complaint-call.ts';

export type CallBackPlan = {
  /** A code of reasons.ts, whose sentence needs no values. */
  reason: string;
  policy: PolicyV1;
  /** The group that calls; else the policy's, else the conversation's. */
  queue?: string;
  channel?: string;
  address?: string;
  /** First in line, as after a drop. */
  isFirst?: boolean;
  /** ISO; else after the minutes of the policy. */
  dueAt?: string | null;
};

/** In the transaction that holds the conversation. */
export async function planCallBackFor(tx: Tx, held: HeldConversation, plan: CallBackPlan): Promise<CallBackId> {
  const { reason, policy, channel = held.channel, address = held.address } = plan;
  const queue = plan.queue ?? policy.callBacks.queue ?? held.queue;
  const { label, isVip } = await labelOf(tx, held.id);
  const kind = findLabel(label, policy)?.label.kind ?? null;
  const planned = planCallBack(
    { isFirst: plan.isFirst ?? false, queue, kind, isVip, at: await askTheTime(tx), dueAt: plan.dueAt },
    policy,
  );
  const id = newId<CallBackId>();
  const { dueAt, orderKey } = planned;
  await insertCallBack(tx, {
    id,
    callId: null,
    conversationId: held.id,
    queue,
    channel,
    address,
    reason,
    dueAt,
    orderKey,
  });
  return id;
}
