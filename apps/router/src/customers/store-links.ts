/** Makes a family's links true: addresses go to whom the links say, versions rise, and all of it is said and noted. */
import type { AddressId, AgentId, CustomerId } from '@trunkline/contracts';
import { type NewFact, type Tx, writeFacts } from '@trunkline/platform';
import { type Owned, whoOwns } from '@trunkline/rules';
import {
  type CustomerNoted,
  type Family,
  type KnownLink,
  type LinkWritten,
  type MovedAddress,
  moveAddresses,
  noteChanges,
  saveLinks,
  touchCustomers,
} from './links.store.ts';

export const joinedOf = (links: readonly KnownLink[]) => links.filter(({ state }) => state === 'joined');
export const ownersOf = ({ addresses, links }: Family): Map<AddressId, Owned> => whoOwns(addresses, joinedOf(links));

/** `family.links` is how they stand afterwards, in the order of joining; `written` is what changed of them. */
export async function storeLinks(tx: Tx, family: Family, written: LinkWritten[]): Promise<void> {
  await saveLinks(tx, written);
  const owners = ownersOf(family);
  const moved = family.addresses.flatMap((address) => {
    const { customerId, linkId } = owners.get(address.id)!;
    return customerId === address.customerId ? [] : [{ ...address, customerId, linkId, former: address.customerId }];
  });
  await moveAddresses(
    tx,
    moved.map(({ id, customerId, linkId }): MovedAddress => ({ addressId: id, customerId, linkId })),
  );
  await noteChanges(
    tx,
    written.flatMap((link) => noted(link, owners)),
  );
  const touched = new Set([
    ...moved.flatMap(({ customerId, former }) => [customerId, former]),
    ...written.flatMap(({ addressId, intoAddressId }) => [
      owners.get(addressId)!.customerId,
      owners.get(intoAddressId)!.customerId,
    ]),
  ]);
  const versions = await touchCustomers(tx, [...touched]);
  // a link that parts is the newest decision; where several were joined at once each address names its own
  const undone = written.find(({ state }) => state === 'undone');
  const by = written.find((link) => link.by !== null)?.by ?? null;
  await writeFacts(tx, [
    ...moved.map((one): NewFact => tellMoved(one, { by, undone, fallback: written[0]! })),
    ...versions.map(
      ({ id, version }): NewFact => ({ type: 'customer.changed', key: id, data: { customerId: id, version } }),
    ),
  ]);
}

type Moved = { id: AddressId; customerId: CustomerId; former: CustomerId; linkId: Owned['linkId'] };
type Told = { by: AgentId | null; undone: LinkWritten | undefined; fallback: LinkWritten };

function tellMoved({ id, customerId, former, linkId }: Moved, { by, undone, fallback }: Told): NewFact {
  const data = { addressId: id, customerId, formerCustomerId: former, by };
  return undone
    ? { type: 'customer.unlinked', key: customerId, data: { ...data, linkId: undone.id } }
    : { type: 'customer.linked', key: customerId, data: { ...data, linkId: linkId ?? fallback.id } };
}

function noted(link: LinkWritten, owners: Map<AddressId, Owned>): CustomerNoted[] {
  const { id, by, state, addressId, intoAddressId, score, note } = link;
  const details = { linkId: id, addressId, intoAddressId, score, note };
  const customers = new Set([owners.get(intoAddressId)!.customerId, owners.get(addressId)!.customerId]);
  return [...customers].map((customerId) => ({ customerId, by, what: `link-${state}`, details }));
}
