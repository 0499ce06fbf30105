/** A call that nobody took, or that broke off, is owed a call: once each; in a complaint the supervisor hears of it now. */
import { type CallBackId, newId } from '@trunkline/contracts';
import { writeFacts } from '@trunkline/platform';
import { findLabel, planCallBack } from '@trunkline/rules';
import { saveHeld } from '../intake/conversations.store.ts';
import { headOf } from '../intake/head-of.ts';
import { insertEvents } from '../intake/messages.store.ts';
import type { AtCall } from './at-call.ts';
import { insertCallBack } from './call-backs.store.ts';
import { labelOf } from './is-complaint-call.ts';

type Planned = { because: 'call-missed' | 'call-dropped'; alertsSupervisor: boolean };

export async function planCallBackOf(at: AtCall, { because, alertsSupervisor }: Planned): Promise<void> {
  const { tx, conversation, call, settings, now } = at;
  const { label, isVip } = await labelOf(tx, conversation.id);
  const kind = alertsSupervisor ? 'complaint-event' : (findLabel(label, settings.policy)?.label.kind ?? null);
  const { queue } = conversation;
  const { dueAt, orderKey } = planCallBack({ isFirst: because === 'call-dropped', queue, kind, isVip, at: now }, settings.policy);
  const { channel, address } = call;
  const of = { callId: call.id, conversationId: conversation.id, queue, channel, address };
  const isNew = await insertCallBack(tx, { id: newId<CallBackId>(), ...of, reason: because, dueAt, orderKey });
  if (isNew && alertsSupervisor) await alert(at);
}

async function alert({ tx, conversation, call }: AtCall): Promise<void> {
  const because = 'complaint-call-dropped' as const;
  conversation.version += 1;
  await saveHeld(tx, conversation);
  const reason = { code: because, values: {} };
  await insertEvents(tx, [
    { conversationId: conversation.id, what: 'supervisor-alerted', agentId: null, because: reason },
  ]);
  const data = { ...headOf(conversation), by: call.agentId, because };
  await writeFacts(tx, [{ type: 'conversation.escalated', key: conversation.id, data }]);
}
