/** How a call opened by hand went on, said by who holds it. */
import type { CallId, CallMoved, Conversation } from '@trunkline/contracts';
import { refuse } from '@trunkline/platform';
import type { GivenOrder, GiveOrder } from '../desk/give-order.ts';
import { mustHold } from '../desk/must-hold.ts';
import { askTheTime } from '../intake/ask-the-time.ts';
import { findCallById, type KnownCall } from './calls.store.ts';
import type { HeardCall } from './heard-call.ts';
import { takeCall } from './take-call.ts';

type Moved = GivenOrder & { callId: CallId; moved: CallMoved };

export function moveByHand(desk: GiveOrder, { callId, moved, ...order }: Moved): Promise<Conversation> {
  return desk.order(order, async (tx, { conversation, person }) => {
    const call = await findCallById(tx, callId);
    if (call?.conversationId !== conversation.id) refuse('not-found');
    if (!call.isByHand) refuse('call-not-by-hand');
    if (call.state !== 'ringing' && call.state !== 'answered') refuse('call-is-over');
    mustHold(conversation, person, desk.settings);
    const { state, recordingUrl = null } = moved;
    const at = await askTheTime(tx);
    const { answeredAt } = call.stand;
    const seconds =
      answeredAt === null ? null : Math.max(0, Math.round((Date.parse(at) - Date.parse(answeredAt)) / 1000));
    await takeCall(tx, { ...sameCall(call), state, recordingUrl, seconds, at }, desk);
  });
}

/** A report that says nothing new of it yet. */
export const sameCall = (call: KnownCall): Omit<HeardCall, 'state' | 'at'> => ({
  receiptId: null,
  channel: call.channel,
  account: call.account,
  call: call.call,
  direction: call.direction,
  address: call.address,
  dialled: call.dialled,
  name: null,
  language: null,
  topic: null,
  agent: null,
  recordingUrl: null,
  voicemail: null,
  seconds: null,
  ...(call.isByHand && call.agentId !== null && { byHand: { agentId: call.agentId, queue: '' } }),
});
