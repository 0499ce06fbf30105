/** A call that nobody took, or that broke off, is owed a call: once each; in a complaint the supervisor hears of it now. */
import { writeFacts } from '@trunkline/platform';
import { planCallBack } from '../call-backs/plan-call-back.ts';
import { saveHeld } from '../intake/conversations.store.ts';
import { headOf } from '../intake/head-of.ts';
import { insertEvents } from '../intake/messages.store.ts';
import type { AtCall } from './at-call.ts';

type Owed = { because: 'call-missed' | 'call-dropped'; alertsSupervisor: boolean };

export async function oweCallBack(at: AtCall, { because, alertsSupervisor }: Owed): Promise<void> {
  const { tx, conversation, call, settings } = at;
  const planned = await planCallBack(tx, conversation, {
    reason: because,
    policy: settings.policy,
    callId: call.id,
    to: { channel: call.channel, address: call.address },
    isFirst: because === 'call-dropped',
    ...(alertsSupervisor && { kind: 'complaint-event' as const }),
  });
  if (planned && alertsSupervisor) await alert(at);
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
