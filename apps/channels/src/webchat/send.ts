/** Sends a word into a chat: a line of it, stored once. The sockets are told by `delivery.sent`, wherever they are. */
import type { Desk, Sent, Word } from '../channel.ts';
import { hasWord, storeWord } from './chats.store.ts';
import type { WebchatConfig } from './config.ts';
import { format } from './format.ts';

export async function send(word: Word, desk: Desk<WebchatConfig>): Promise<Sent> {
  const whose = { account: word.account, address: word.to.address };
  if (!desk.config.sites.has(word.account))
    return { kind: 'failed', because: 'address-refused', detail: `there is no site ${word.account} any more` };
  try {
    await desk.postgres.transaction((tx) => storeWord(tx, whose, { ...format(word), messageId: word.messageId }));
  } catch (error) {
    // Stored once by its id: trying again is always safe here.
    return { kind: 'retry', because: 'provider-away', detail: (error as Error).message };
  }
  return sentTo(word);
}

/** The line is there, or it surely is not: in a chat nothing stays unknown. */
export async function lookUp(word: Word, desk: Desk<WebchatConfig>): Promise<Sent> {
  if (await hasWord(desk.postgres, word.messageId)) return sentTo(word);
  return { kind: 'retry', because: 'provider-away', detail: 'it was not stored' };
}

function sentTo({ account, to: { address } }: Word): Sent {
  return { kind: 'sent', reference: null, socketOf: { account, address } };
}
