/** Sends a word as a mail. */
import type { Desk, Sent, Word } from '../channel.ts';
import type { EmailConfig } from './config.ts';

export async function send(_word: Word, _desk: Desk<EmailConfig>): Promise<Sent> {
  return { kind: 'retry', because: 'provider-away', detail: 'not yet' };
}
