/** Asks the customer whether they may be transferred, and until when their word is waited for. */
import type { Transfer } from '@trunkline/contracts';
import { newId, type TransferId } from '@trunkline/contracts';
import { type LiveSettings, refuse, type Tx } from '@trunkline/platform';
import { spokenIn } from '@trunkline/rules';
import { setAlarm } from '../alarms/set-alarm.ts';
import { askCustomer } from '../answers/ask-customer.ts';
import type { Held } from '../desk/give-order.ts';
import { saveHeld } from '../intake/conversations.store.ts';
import { insertEvents } from '../intake/messages.store.ts';
import { endAsk } from './end-ask.ts';
import type { JudgedOrder } from './judge-order.ts';
import { findAsk, insertTransfer } from './transfers.store.ts';

const buttons = {
  en: [
    { code: 'yes', label: 'Yes, please' },
    { code: 'no', label: 'No, stay here' },
  ],
  zh: [
    { code: 'yes', label: '好的' },
    { code: 'no', label: '不用转接' },
  ],
};

type Asking = { transfer: Transfer; order: JudgedOrder; settings: LiveSettings };

/** It stays with the agent until the customer has answered. */
export async function askConsent(tx: Tx, held: Held, { transfer, order, settings }: Asking): Promise<null> {
  const { conversation, person } = held;
  const open = await findAsk(tx, conversation.id);
  if (open?.fromAgent === conversation.agentId) refuse('asked-already');
  await endAsk(tx, conversation, 'over');
  const { policy } = settings;
  const id = newId<TransferId>();
  const until = new Date(Date.parse(order.now) + policy.transfer.consentSeconds * 1000).toISOString();
  conversation.version += 1;
  await saveHeld(tx, conversation);
  await insertTransfer(tx, {
    id,
    conversationId: conversation.id,
    state: 'asked',
    by: person.id,
    fromAgent: conversation.agentId,
    fromQueue: conversation.queue,
    leavesGroup: order.leavesGroup,
    consent: 'asked',
    until,
    transfer,
  });
  const because = { code: 'consent-asked', values: order.verdict.because.values };
  await insertEvents(tx, [{ conversationId: conversation.id, what: 'transfer-asked', agentId: person.id, because }]);
  const choices = buttons[spokenIn(conversation.language, policy)];
  const text = order.verdict.text;
  await askCustomer(tx, conversation, { kind: 'consent', aboutId: id, text, choices, spokenBy: 'desk', author: null });
  await setAlarm(tx, conversation, { kind: 'consent', aboutId: id, dueAt: until });
  return null;
}
