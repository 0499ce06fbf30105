/** One batch of messages in one transaction: the same batch heard again changes nothing, by the receipts' own key. */
import { type MessageReceivedV1, newId, type PolicyV1 } from '@trunkline/contracts';
import { type Key, type Tx, writeFacts } from '@trunkline/platform';
import { questionsTo } from '../answers/questions.store.ts';
import { takeAnswers } from '../answers/take-answers.ts';
import { confirmInWords } from '../closing/confirm-in-words.ts';
import { takeUpAgain } from '../closing/take-up-again.ts';
import { putInputs } from '../dispatch/inputs.store.ts';
import { readFromReplies } from '../forms/read-from-replies.ts';
import { flagInbound } from '../signs/flag-inbound.ts';
import { judgeReopened } from '../signs/judge-reopened.ts';
import { tieNamed } from '../ticket-ties/tie-named.ts';
import { wakeRested } from '../tickets/wake-rested.ts';
import { acknowledge } from '../to-customer/acknowledge.ts';
import type { Classifier } from '../understand/hold-classifier.ts';
import { tryInWords } from '../verify/try-in-words.ts';
import { verifyBySite } from '../verify/verify-conversation.ts';
import { askTheTime } from './ask-the-time.ts';
import { type HeldConversation, insertConversations, loadPlaces, touchConversations } from './conversations.store.ts';
import { identifyCustomers } from './identify-customer.ts';
import type { Intake, IntakeBasis } from './intake.ts';
import { keepForms } from './keep-form.ts';
import { insertEvents, insertMessages, notYetStored } from './messages.store.ts';
import { openOrJoin } from './open-or-join.ts';
import { storable } from './storable.ts';

/** `keys`: by which codes that are out are known again. */
type With = { policy: PolicyV1; classifier?: Classifier; keys?: readonly Key[] };

export async function takeIn(
  tx: Tx,
  heard: MessageReceivedV1[],
  { policy, classifier, keys = [] }: With,
): Promise<void> {
  const batch = heard.map(cleaned);
  // asked once the addresses are locked: another replica with the same batch has committed by then
  const addresses = await identifyCustomers(tx, batch, policy);
  const fresh = await notYetStored(tx, batch);
  if (fresh.length === 0) return;
  const places = await loadPlaces(tx, fresh, addresses);
  const now = await askTheTime(tx);
  const questions = await questionsTo(tx, [...places.held.keys()]);
  const basis = { addresses, places, policy, classifier, now, newId, questions };
  const intake = openOrJoin(fresh, basis);
  await flagInbound(tx, intake, basis);
  await insertConversations(tx, intake.opened);
  await tryInWords(tx, intake, { basis, keys, policy });
  await touchConversations(tx, intake.touched);
  await wakeRested(tx, intake, basis);
  await insertMessages(tx, intake.messages);
  await keepForms(tx, fresh, intake);
  await insertEvents(tx, intake.events);
  await putInputs(tx, intake.inputs);
  await writeFacts(tx, intake.facts);
  await writeFacts(tx, await verifyBySite(tx, signedIn(fresh, basis, intake), policy.customers.code.verifiedHours));
  await judgeReopened(tx, intake, basis);
  await tieNamed(tx, intake, { fresh, basis });
  await takeUpAgain(tx, intake, await takeAnswers(tx, intake, { fresh, basis, policy }));
  await readFromReplies(tx, intake, { basis, policy });
  await confirmInWords(tx, intake.confirmed, basis);
  await acknowledge(tx, intake.opened, policy);
}

/** Conversations in which somebody wrote who is signed in at the host site. */
function signedIn(
  fresh: MessageReceivedV1[],
  { places }: Pick<IntakeBasis, 'places'>,
  intake: Intake,
): HeldConversation[] {
  const receipts = new Set(fresh.flatMap(({ receiptId, from }) => (from.vouchedBy === 'host-site' ? receiptId : [])));
  if (receipts.size === 0) return [];
  const ids = intake.messages.flatMap((one) =>
    one.receiptId && receipts.has(one.receiptId) ? one.conversationId : [],
  );
  return [...new Set(ids)].flatMap((id) => places.held.get(id) ?? []);
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
