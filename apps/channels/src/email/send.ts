/** Hands a mail to the SMTP server, and says honestly what can be known: sent, surely not taken, refused, or unknown. */
import { attachmentMaxBytes } from '@trunkline/contracts';
import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import type { Desk, Sent, Word } from '../channel.ts';
import type { EmailConfig, MailServer } from './config.ts';
import { format, type OutgoingMail } from './format.ts';
import { SignInFailed } from './take-token.ts';
import { LazyBody, talkSmtp } from './talk-smtp.ts';

/** Exactly one plain address: no list, no quotes, no comment, nothing that two parsers could read in two ways. */
const plainAddress = /^[a-z0-9.!#$%&*+/=?^_`{|}~-]{1,64}@[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?$/i;

/** It leaves by the mailbox that the conversation came by. */
export async function send(word: Word, desk: Desk<EmailConfig>): Promise<Sent> {
  const account = desk.config.accounts.find(({ address }) => address === word.account);
  if (!account) return { kind: 'failed', because: 'account-gone', detail: word.account };
  if (!plainAddress.test(word.to.address)) {
    return { kind: 'failed', because: 'address-refused', detail: 'not a plain address' };
  }
  if (word.attachments.reduce((sum, { bytes }) => sum + bytes, 0) > attachmentMaxBytes) {
    return {
      kind: 'failed',
      because: 'file-too-large',
      detail: `${attachmentMaxBytes / 1024 / 1024} MiB of files a mail`,
    };
  }
  const mail = format(word, account, desk.config.replyKeys);
  const built = await compose(mail, word, desk);
  return built === undefined ? fileGone : hand(mail, built, account.smtp);
}

const fileGone: Sent = { kind: 'failed', because: 'file-gone', detail: 'a file of it is not kept any more' };

async function compose(mail: OutgoingMail, word: Word, desk: Desk<EmailConfig>): Promise<Buffer | undefined> {
  const attachments = [];
  for (const { sha256, name, type } of word.attachments) {
    const content = await desk.readFile(sha256);
    if (!content) return undefined; // an answer without its file would be another answer
    attachments.push({ filename: name, contentType: type, content });
  }
  const closed = { disableFileAccess: true, disableUrlAccess: true };
  return new MailComposer({ ...mail, ...closed, attachments }).compile().build();
}

async function hand(mail: OutgoingMail, built: Buffer, smtp: MailServer): Promise<Sent> {
  const body = new LazyBody(built);
  try {
    await talkSmtp(smtp, mail.envelope, body);
    return { kind: 'sent', reference: mail.messageId };
  } catch (error) {
    return judge(error as Error, body.wasRead);
  }
}

type Failure = Error & { responseCode?: number; response?: string; code?: string };

/** An answer of the server counts, whenever it comes; a silence counts only before the body was begun. */
function judge(error: Failure, wasRead: boolean): Sent {
  const detail = (error.response ?? error.message).slice(0, 500);
  const code = error.responseCode ?? 0;
  if (error instanceof SignInFailed || error.code === 'EAUTH')
    return { kind: 'retry', because: 'sign-in-failed', detail };
  if (code >= 500)
    return { kind: 'failed', because: code === 550 || code === 553 ? 'address-refused' : 'provider-refused', detail };
  if (code >= 400 && code !== 421) return { kind: 'retry', because: 'provider-away', detail };
  if (!wasRead) return { kind: 'retry', because: 'provider-away', detail };
  return { kind: 'unknown', detail };
}
