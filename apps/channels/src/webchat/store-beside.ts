/** In the receipts' transaction: visitors' words become lines of their chats, each with its place in the sequence. */
import type { Tx } from '@trunkline/platform';
import type { StoredMessage } from '../channel.ts';
import { storeSaid } from './chats.store.ts';

export function storeBeside(tx: Tx, stored: StoredMessage[]): Promise<Map<string, unknown>> {
  const said = stored.map(({ receiptId, message: { account, key, from, text, files, form = {} } }) => ({
    receiptId,
    account,
    address: from.address,
    txnId: key.slice(key.lastIndexOf('\n') + 1),
    text,
    attachments: files.map(({ sha256, name, type, bytes }) => ({ sha256, name, type, bytes })),
    form,
  }));
  return storeSaid(tx, said);
}
