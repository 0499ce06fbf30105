/** Whose messages these are: each address is known, or becomes known, and belongs to one customer. */
import { type AddressId, type CustomerId, type MessageReceivedV1, newId, type PolicyV1 } from '@trunkline/contracts';
import type { Tx } from '@trunkline/platform';
import { claimsOf, isForged, standingOf } from '@trunkline/rules';
import { type ClaimMade, findNewGround, holdLinking, insertClaims, type Writer } from '../customers/claims.store.ts';
import { linkAddresses } from '../customers/link-addresses.ts';
import { findAddresses, insertAddresses, raiseStandings, vouchForAddresses } from './customers.store.ts';
import { addressKey, type KnownAddresses } from './known-addresses.ts';

export async function identifyCustomers(
  tx: Tx,
  messages: MessageReceivedV1[],
  policy: PolicyV1,
): Promise<KnownAddresses> {
  const ground = groundOf(messages, policy);
  // whoever links takes its lock before any row's, and most batches tie nothing
  const mayLink = ground.writers.length > 0 && (await findNewGround(tx, ground.claims, ground.writers));
  if (mayLink) await holdLinking(tx);
  const firstOf = new Map<string, MessageReceivedV1>();
  for (const message of messages) if (!firstOf.has(addressKey(message))) firstOf.set(addressKey(message), message);
  const known = await findAddresses(tx, [...firstOf.values()]);
  const isKnown = new Set(known.keys());
  const strangers = [...firstOf].filter(([key]) => !isKnown.has(key)).map(([, message]) => message);
  const changed = await store(tx, messages, strangers);
  if (ground.claims.length > 0) await insertClaims(tx, ground.claims);
  if (!mayLink) return changed ? findAddresses(tx, [...firstOf.values()]) : known;
  const now = await findAddresses(tx, [...firstOf.values()]);
  const addressIds = ground.writers.map(({ channel, address }) => now.get(`${channel}:${address}`)!.addressId);
  await linkAddresses(tx, [...new Set(addressIds)], { policy: policy.customers, own: ground.own });
  return findAddresses(tx, [...firstOf.values()]);
}

/** True where something of an address is not as it was. */
async function store(tx: Tx, messages: MessageReceivedV1[], strangers: MessageReceivedV1[]): Promise<boolean> {
  if (strangers.length > 0) {
    await insertAddresses(
      tx,
      strangers.map((message) => ({ message, addressId: newId<AddressId>(), customerId: newId<CustomerId>() })),
    );
  }
  const checked = messages.filter((message) => message.checks && !isForged(message));
  if (checked.length > 0) await raiseStandings(tx, checked);
  const vouched = messages.filter((message) => message.from.vouchedBy !== null);
  if (vouched.length > 0) await vouchForAddresses(tx, vouched);
  return strangers.length + vouched.length > 0;
}

type Ground = { claims: ClaimMade[]; writers: Writer[]; own: Set<string> };

/** What may be forged and what a machine wrote ties nothing, nor does what came without an address. */
function groundOf(messages: MessageReceivedV1[], policy: PolicyV1): Ground {
  const meant = messages.filter((one) => one.automatic === null && !isForged(one) && one.from.address !== '');
  const place = ({ channel, from: { address } }: MessageReceivedV1) => ({ channel, address });
  return {
    claims: meant.flatMap((one) => claimsOf(one, policy.chat.form).map((claim) => ({ ...claim, ...place(one) }))),
    writers: meant.map((one) => ({ ...place(one), standing: standingOf(one) })),
    own: new Set(messages.map(({ account }) => account.toLowerCase())),
  };
}
