/** A customer's message as channels hand it on, for specs: say only what matters. */
import { type MessageReceivedV1, newId, type ReceiptId } from '@trunkline/contracts';

type Changes = Partial<Omit<MessageReceivedV1, 'from' | 'thread'>> & {
  from?: Partial<MessageReceivedV1['from']>;
  thread?: Partial<MessageReceivedV1['thread']>;
};

export function aReceivedMessage({ from, thread, ...rest }: Changes = {}): MessageReceivedV1 {
  return {
    receiptId: newId<ReceiptId>(),
    channel: 'email',
    standard: 'mail',
    live: false,
    account: 'support@desk.test',
    from: { address: 'li@customer.test', name: 'Li', vouchedBy: null, email: null, ...from },
    thread: { key: '<a1@customer.test>', conversationId: null, reference: null, answers: [], ...thread },
    subject: null,
    text: 'Where is my parcel?',
    hasMore: false,
    attachments: [],
    automatic: null,
    sentAt: null,
    receivedAt: '2026-11-22T10:00:00.000Z',
    ...rest,
  };
}
