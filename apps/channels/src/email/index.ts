/** E-mail: one mailbox in, one SMTP server out. */
import type { Channel } from '../channel.ts';
import { type EmailConfig, readEmailConfig, sampleSettings, variables } from './config.ts';
import { receive } from './receive.ts';
import { send } from './send.ts';

export const email: Channel<EmailConfig> = {
  name: 'email',
  label: { en: 'E-mail', zh: '电子邮件' },
  standard: 'mail',
  live: false,
  config: { variables, read: readEmailConfig, sample: sampleSettings },
  receive,
  // The parsing libraries are for the thread that reads mails; here they would only cost memory.
  parse: async (raw, config) => (await import('./parse.ts')).parse(raw, config),
  send,
  writeToItself: async (test, desk) => (await import('./write-to-itself.ts')).writeToItself(test, desk),
  threads: true,
  attachments: { maxBytes: 25 * 1024 * 1024 },
  quickReplies: true, // links to a page, and words beside them
  doors: ({ addresses }) => addresses,
};
