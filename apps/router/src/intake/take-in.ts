/** One batch of messages in one transaction: the same batch heard again changes nothing, by the receipts' own key. */
import { type MessageReceivedV1, newId, type PolicyV1 } from '@trunkline/contracts';
import { type Tx, writeFacts } from '@trunkline/platform';
import { putInputs } from '../dispatch/inputs.store.ts';
import { flagInbound } from '../signs/flag-inbound.ts';
import { judgeReopened } from '../signs/judge-reopened.ts';
import { wakeRested } from '../tickets/wake-rested.ts';
import type { Classifier } from '../understand/hold-classifier.ts';
import { askTheTime } from './ask-the-time.ts';
import { insertConversations, loadPlaces, touchConversations } from './conversations.store.ts';
import { identifyCustomers } from './identify-customer.ts';
import { insertEvents, insertMessages, notYetStored } from './messages.store.ts';
import { openOrJoin } from './open-or-join.ts';
import { storable } from './storable.ts';

type With = { policy: PolicyV1; classifier?: Classifier };

export async function takeIn(tx: Tx, heard: MessageReceivedV1[], { policy, classifier }: With): Promise<void> {
  const batch = heard.map(cleaned);
  // asked once the addresses are locked: another replica with the same batch has committed by then
  const addresses = await identifyCustomers(tx, batch);
  const fresh = await notYetStored(tx, batch);
  if (fresh.length === 0) return;
  const places = await loadPlaces(tx, fresh, addresses);
  const now = await askTheTime(tx);
  const basis = { addresses, places, policy, classifier, now, newId };
  const intake = openOrJoin(fresh, basis);
  await flagInbound(tx, intake, basis);
  await insertConversations(tx, intake.opened);
  await touchConversations(tx, intake.touched);
  await wakeRested(tx, intake, basis);
  await insertMessages(tx, intake.messages);
  await insertEvents(tx, intake.events);
  await putInputs(tx, intake.inputs);
  await writeFacts(tx, intake.facts);
  await judgeReopened(tx, intake, basis);
}

function cleaned(message: MessageReceivedV1): MessageReceivedV1 {
  const { text, subject, from } = message;
  const name = from.name === null ? null : storable(from.name);
  return {
    ...message,
    text: storable(text),
    subject: subject === null ? null : storable(subject),
    from: { ...from, name },
  };
}
