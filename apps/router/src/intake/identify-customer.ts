/** Whose messages these are: each address is known, or becomes known, and belongs to one customer. */
import { type AddressId, type CustomerId, type MessageReceivedV1, newId } from '@trunkline/contracts';
import type { Tx } from '@trunkline/platform';
import { findAddresses, insertAddresses, vouchForAddresses } from './customers.store.ts';
import { addressKey, type KnownAddresses } from './known-addresses.ts';

export async function identifyCustomers(tx: Tx, messages: MessageReceivedV1[]): Promise<KnownAddresses> {
  const firstOf = new Map<string, MessageReceivedV1>();
  for (const message of messages) if (!firstOf.has(addressKey(message))) firstOf.set(addressKey(message), message);
  const known = await findAddresses(tx, [...firstOf.values()]);
  const strangers = [...firstOf].filter(([key]) => !known.has(key)).map(([, message]) => message);
  if (strangers.length > 0) {
    await insertAddresses(
      tx,
      strangers.map((message) => ({ message, addressId: newId<AddressId>(), customerId: newId<CustomerId>() })),
    );
  }
  const vouched = messages.filter((message) => message.from.vouchedBy !== null);
  if (vouched.length > 0) await vouchForAddresses(tx, vouched);
  return strangers.length + vouched.length > 0 ? findAddresses(tx, [...firstOf.values()]) : known;
}
