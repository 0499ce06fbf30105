/** Hands a mail to the SMTP server, and says honestly what can be known: sent, surely not taken, refused, or unknown. */
import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import type { Desk, Sent, Word } from '../channel.ts';
import type { EmailConfig } from './config.ts';
import { format, type OutgoingMail } from './format.ts';
import { LazyBody, talkSmtp } from './talk-smtp.ts';

/** Exactly one plain address: no list, no quotes, no comment, nothing that two parsers could read in two ways. */
const plainAddress = /^[a-z0-9.!#$%&*+/=?^_`{|}~-]{1,64}@[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?$/i;

export async function send(word: Word, desk: Desk<EmailConfig>): Promise<Sent> {
  if (!plainAddress.test(word.to.address)) {
    return { kind: 'failed', because: 'address-refused', detail: 'not a plain address' };
  }
  const mail = format(word, desk.config);
  return hand(mail, await compose(mail, word, desk), desk.config);
}

async function compose(mail: OutgoingMail, word: Word, desk: Desk<EmailConfig>): Promise<Buffer> {
  const attachments = [];
  for (const { sha256, name, type } of word.attachments) {
    const content = await desk.readFile(sha256);
    if (content) attachments.push({ filename: name, contentType: type, content });
  }
  const closed = { disableFileAccess: true, disableUrlAccess: true };
  return new MailComposer({ ...mail, ...closed, attachments }).compile().build();
}

async function hand(mail: OutgoingMail, built: Buffer, config: EmailConfig): Promise<Sent> {
  const body = new LazyBody(built);
  try {
    await talkSmtp(config, mail.envelope, body);
    return { kind: 'sent', reference: mail.messageId };
  } catch (error) {
    return judge(error as Error, body.wasRead);
  }
}

/** An answer of the server counts, whenever it comes; a silence counts only before the body was begun. */
function judge(error: Error & { responseCode?: number; response?: string }, wasRead: boolean): Sent {
  const detail = (error.response ?? error.message).slice(0, 500);
  const code = error.responseCode ?? 0;
  if (code >= 500)
    return { kind: 'failed', because: code === 550 || code === 553 ? 'address-refused' : 'provider-refused', detail };
  if (code >= 400 && code !== 421) return { kind: 'retry', because: 'provider-away', detail };
  if (!wasRead) return { kind: 'retry', because: 'provider-away', detail };
  return { kind: 'unknown', detail };
}
