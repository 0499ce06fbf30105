/** A raw mail to what it says; pure. */
import type { Parsed } from '../channel.ts';
import type { EmailConfig } from './config.ts';

export async function parse(_raw: Buffer, _config: EmailConfig): Promise<Parsed> {
  return { kind: 'unreadable', because: 'unreadable-mail', detail: 'not yet' };
}
