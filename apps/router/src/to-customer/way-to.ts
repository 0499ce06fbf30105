/** Where words of a conversation go instead of its own address: another of the customer's, in no thread. */
import type { AddressId } from '@trunkline/contracts';
import type { HeldConversation } from '../intake/conversations.store.ts';

type Other = {
  id: AddressId;
  address: string;
  name: string | null;
  channel: string;
  account: string;
  threadKey: string;
};

/** To the conversation's own address as any answer goes; elsewhere as a word of its own. */
export function wayTo(address: Other, conversation: Pick<HeldConversation, 'addressId'>) {
  if (address.id === conversation.addressId) return {};
  const { channel, account, threadKey } = address;
  return {
    channel,
    account,
    to: { address: address.address, name: address.name || null },
    subject: null,
    thread: { key: threadKey, references: [] },
  };
}
