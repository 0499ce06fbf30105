/** Says whose an address is. Links two addresses only where somebody trusted says that they are one person's. */
import type { CustomerId, MessageReceivedV1 } from '@trunkline/contracts';

export type KnownOwners = {
  /** The owner of this very address in this channel. */
  ofAddress: CustomerId | null;
  /** The owner of the mail address that the sender's host site vouches for. */
  ofVouchedEmail: CustomerId | null;
};
export type Owner =
  | { kind: 'same'; customerId: CustomerId; because: 'known-address' | 'vouched-email' }
  | { kind: 'new'; because: 'first-contact' };

/** A name, a stated e-mail, a similar text prove nothing: without a voucher an unknown address is a new customer. */
export function sameCustomer(from: MessageReceivedV1['from'], known: KnownOwners): Owner {
  if (known.ofAddress) return { kind: 'same', customerId: known.ofAddress, because: 'known-address' };
  if (from.vouchedBy === 'host-site' && from.email && known.ofVouchedEmail) {
    return { kind: 'same', customerId: known.ofVouchedEmail, because: 'vouched-email' };
  }
  return { kind: 'new', because: 'first-contact' };
}
