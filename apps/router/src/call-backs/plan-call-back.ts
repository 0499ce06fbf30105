/** Somebody owes the customer of a conversation a call, for whatever reason: an item of work like any other. */
import { type CallBack, type CallBackId, type CallId, type Kind, newId, type PolicyV1 } from '@trunkline/contracts';
import { refuse, type Tx } from '@trunkline/platform';
import { findLabel, planCallBack as plan, type WayToWrite, whomToCall } from '@trunkline/rules';
import { labelOf } from '../calls/is-complaint-call.ts';
import { askTheTime } from '../intake/ask-the-time.ts';
import type { HeldConversation } from '../intake/conversations.store.ts';
import { ownAddresses } from '../verify/verifications.store.ts';
import { holdCallBack, insertCallBack } from './call-backs.store.ts';
import { tellCallBack } from './tell-call-back.ts';

export type CallBackPlan = {
  /** A code of reasons.ts, whose sentence needs no values. */
  reason: string;
  policy: PolicyV1;
  /** The group that calls; else the policy's, else the conversation's. */
  queue?: string;
  /** Where they are called; else at the number that is known of them, else where they wrote from. */
  to?: { channel: string; address: string };
  /** The call that it makes up for: one each. */
  callId?: CallId;
  /** First in line, as after a drop. */
  isFirst?: boolean;
  /** Where it is known better than by the label. */
  kind?: Kind;
  /** ISO; else after the minutes of the policy. */
  dueAt?: string | null;
};

/** In the transaction that holds the conversation. Undefined where its call has one already. */
export async function planCallBack(
  tx: Tx,
  held: HeldConversation,
  wanted: CallBackPlan,
): Promise<CallBack | undefined> {
  const { reason, policy, callId = null, isFirst = false } = wanted;
  const queue = wanted.queue ?? policy.callBacks.queue ?? held.queue;
  const { label, isVip, hasComplaint } = await labelOf(tx, held.id);
  const known = hasComplaint ? 'complaint-event' : findLabel(label, policy)?.label.kind;
  const kind = wanted.kind ?? known ?? null;
  const at = await askTheTime(tx);
  if (wanted.dueAt && Date.parse(wanted.dueAt) <= Date.parse(at)) refuse('due-is-past');
  const { channel, address } = wanted.to ?? (await numberOf(tx, held));
  const { dueAt, orderKey } = plan({ isFirst, queue, kind, isVip, at, dueAt: wanted.dueAt }, policy);
  const what = { id: newId<CallBackId>(), callId, conversationId: held.id, queue, channel, address };
  const id = await insertCallBack(tx, { ...what, reason, dueAt, orderKey });
  if (!id) return undefined;
  const now = (await holdCallBack(tx, id))!;
  await tellCallBack(tx, held, { before: null, now });
  return now;
}

async function numberOf(tx: Tx, { id, channel, address, standard, live: isLive }: HeldConversation) {
  return whomToCall<WayToWrite>(await ownAddresses(tx, id), { channel, address, standard, isLive });
}
