/** The customer did not come back in time: somebody owes them a call, at once where it is a complaint or an order. */
import { type Tx, writeFacts } from '@trunkline/platform';
import { alertsSupervisor, isOwed } from '@trunkline/rules';
import type { Rung } from '../alarms/rung.ts';
import { planCallBack } from '../call-backs/plan-call-back.ts';
import { labelOf } from '../calls/is-complaint-call.ts';
import { saveHeld } from '../intake/conversations.store.ts';
import { headOf } from '../intake/head-of.ts';
import { insertEvents } from '../intake/messages.store.ts';
import { closingOf } from './closing-of.ts';

const reason = 'chat-broke-off';

/** What was finished meanwhile has not broken off. */
export async function breakOff(tx: Tx, { held, settings }: Rung): Promise<void> {
  if (!isOwed({ state: held.state, closing: await closingOf(tx, held.id) })) return;
  const { policy } = settings;
  const { label, hasComplaint } = await labelOf(tx, held.id);
  const isUrgent = hasComplaint || alertsSupervisor(label, policy);
  await planCallBack(tx, held, { reason, policy, isFirst: isUrgent });
  held.version += 1;
  await saveHeld(tx, held);
  const because = { code: reason, values: {} };
  await insertEvents(tx, [{ conversationId: held.id, what: isUrgent ? 'supervisor-alerted' : 'broken-off', because }]);
  const data = { ...headOf(held), by: null, because: reason } as const;
  if (isUrgent) await writeFacts(tx, [{ type: 'conversation.escalated', key: held.id, data }]);
  else await writeFacts(tx, [{ type: 'message.moved', key: held.id, data: headOf(held) }]);
}
