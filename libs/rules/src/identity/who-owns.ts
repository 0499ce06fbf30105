/** Says whose each address is, from where each began and the links that hold now, in the order in which they joined. */
import type { AddressId, CustomerId, LinkId } from '@trunkline/contracts';

/** `home`: the customer it began with, which never changes. */
export type OwnedAddress = { id: AddressId; home: CustomerId };
export type JoinedLink = { id: LinkId; addressId: AddressId; intoAddressId: AddressId };
/** `linkId`: the link that brought it where it is; null at home. */
export type Owned = { customerId: CustomerId; linkId: LinkId | null };

/**
 * The customer of `intoAddressId` stays, and all of the other's addresses come to them. Nothing but `links` decides, so
 * a link taken out leaves what there would be without it.
 */
export function whoOwns(addresses: readonly OwnedAddress[], links: readonly JoinedLink[]): Map<AddressId, Owned> {
  const owned = new Map<AddressId, Owned>(addresses.map(({ id, home }) => [id, { customerId: home, linkId: null }]));
  for (const link of links) {
    const comes = owned.get(link.addressId);
    const stays = owned.get(link.intoAddressId);
    if (!comes || !stays || comes.customerId === stays.customerId) continue;
    const leaves = comes.customerId;
    for (const [id, one] of owned) {
      if (one.customerId === leaves) owned.set(id, { customerId: stays.customerId, linkId: link.id });
    }
  }
  return owned;
}
