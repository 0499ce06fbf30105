/** Sends a one-time code to a known address of the customer; what stays here is its hash, and that one went out. */
import { type AddressId, type AgentId, type MessageId, newId, type Verification } from '@trunkline/contracts';
import { type Key, refuse, sealSecret, type Tx } from '@trunkline/platform';
import { maySendCode, shownAddress, wordCode } from '@trunkline/rules';
import { noteChanges } from '../customers/links.store.ts';
import type { GivenOrder, GiveOrder, Held } from '../desk/give-order.ts';
import { mustHold } from '../desk/must-hold.ts';
import { insertEvents } from '../intake/messages.store.ts';
import { sendToCustomer } from '../to-customer/send-to-customer.ts';
import { wayTo } from '../to-customer/way-to.ts';
import { hashCode, makeCode } from './make-code.ts';
import { showVerification } from './show-verification.ts';
import { countCodes, insertCode, lastCodes, type OwnAddress, ownAddresses } from './verifications.store.ts';

type Sending = GivenOrder & { addressId: AddressId; keys: readonly Key[] };

export async function sendCode(desk: GiveOrder, order: Sending): Promise<Verification> {
  await desk.held(order, async (tx, held) => {
    mustHold(held.conversation, held.person, desk.settings);
    const address = await demandAddress(tx, held, order.addressId);
    await send(tx, held, { address, desk, key: order.keys[0]! });
  });
  return showVerification(desk, order.conversationId);
}

async function demandAddress(tx: Tx, { conversation, person }: Held, id: AddressId): Promise<OwnAddress> {
  const own = await ownAddresses(tx, conversation.id);
  const address = own.find((one) => one.id === id) ?? null;
  const last = (await lastCodes(tx, [conversation.id])).get(conversation.id);
  const verdict = maySendCode({
    address,
    conversationBeganAt: address?.conversationBeganAt ?? conversation.arrivedAt,
    isLocked: last?.state === 'locked',
    ...(await countCodes(tx, { customerId: conversation.customerId, agentId: person.id as AgentId })),
  });
  if (!verdict.ok) refuse(verdict.because);
  return address!;
}

type To = { address: OwnAddress; desk: GiveOrder; key: Key };

async function send(tx: Tx, { conversation, person }: Held, { address, desk, key }: To): Promise<void> {
  const { policy } = desk.settings;
  const [id, messageId, code] = [newId(), newId<MessageId>(), makeCode()];
  const { sent, noted } = wordCode(conversation.language, policy);
  conversation.version += 1;
  await sendToCustomer(tx, conversation, {
    id: messageId,
    kind: 'code',
    spokenBy: 'desk',
    author: null,
    text: noted,
    instead: { ...wayTo(address, conversation), text: sent, sealed: sealSecret(key, messageId, code) },
  });
  const hash = hashCode(key, id, code);
  const of = { conversationId: conversation.id, customerId: conversation.customerId, addressId: address.id };
  await insertCode(tx, {
    id,
    ...of,
    messageId,
    hash,
    sentBy: person.id as AgentId,
    minutes: policy.customers.code.minutes,
  });
  const because = { code: 'code-sent', values: { address: shownAddress(address.address) } };
  await insertEvents(tx, [{ conversationId: conversation.id, what: 'code-sent', agentId: person.id, because }]);
  const details = { conversationId: conversation.id, addressId: address.id };
  await noteChanges(tx, [
    { customerId: conversation.customerId, by: person.id as AgentId, what: 'code-sent', details },
  ]);
}
