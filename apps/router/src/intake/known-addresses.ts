/** The addresses of a batch and whose they are, by `channel:address`. */
import type { AddressId, CustomerId, MessageReceivedV1 } from '@trunkline/contracts';

export type KnownAddress = {
  addressId: AddressId;
  customerId: CustomerId;
  isVerified: boolean;
  isVip: boolean;
  /** The customer's tags. */
  tags?: string[];
};
export type KnownAddresses = Map<string, KnownAddress>;

export const addressKey = (message: Pick<MessageReceivedV1, 'channel' | 'from'>): string =>
  `${message.channel}:${message.from.address}`;
