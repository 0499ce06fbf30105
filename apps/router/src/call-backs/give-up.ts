/** Nobody was reached at the last try: the customer is written to by another way, and the supervisor is told. */
import type { Because, CallBack, PolicyV1 } from '@trunkline/contracts';
import { type Tx, writeFacts } from '@trunkline/platform';
import { anotherWay, shownAddress, wordText } from '@trunkline/rules';
import type { Held } from '../desk/give-order.ts';
import { headOf } from '../intake/head-of.ts';
import { insertEvents } from '../intake/messages.store.ts';
import { sendToCustomer } from '../to-customer/send-to-customer.ts';
import { wayTo } from '../to-customer/way-to.ts';
import { ownAddresses } from '../verify/verifications.store.ts';

const because = 'call-back-not-reached';

/** The caller has raised the conversation's version and saves nothing after it. */
export async function giveUp(
  tx: Tx,
  { conversation, person }: Held,
  { callBack, policy }: { callBack: CallBack; policy: PolicyV1 },
): Promise<void> {
  const way = anotherWay(await ownAddresses(tx, conversation.id), callBack);
  const text = wordText('call-back-missed', conversation.language, policy);
  const isWritten = way !== null && text !== '' && conversation.address !== '';
  if (isWritten) {
    const instead = wayTo(way, conversation);
    await sendToCustomer(tx, conversation, { kind: 'notice', spokenBy: 'desk', author: null, text, instead });
  }
  const told: Because = isWritten
    ? { code: 'call-back-written-instead', values: { address: shownAddress(way.address) } }
    : { code: 'call-back-no-other-way', values: {} };
  const of = { conversationId: conversation.id, agentId: null };
  await insertEvents(tx, [
    { ...of, what: 'call-back-given-up', because: told },
    { ...of, what: 'supervisor-alerted', because: { code: because, values: {} } },
  ]);
  const data = { ...headOf(conversation), by: person.id, because } as const;
  await writeFacts(tx, [{ type: 'conversation.escalated', key: conversation.id, data }]);
}
