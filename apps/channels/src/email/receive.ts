/** Reads the mailbox. */
import type { Desk, Receiving } from '../channel.ts';
import type { EmailConfig } from './config.ts';

export async function receive(_desk: Desk<EmailConfig>): Promise<Receiving> {
  return { stop: async () => {} };
}
