/** Hands a mail to the SMTP server, and says honestly what can be known: sent, surely not taken, refused, or unknown. */
import { Readable } from 'node:stream';
import { createTransport } from 'nodemailer';
import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import type { Desk, Sent, Word } from '../channel.ts';
import type { EmailConfig } from './config.ts';
import { format, type OutgoingMail } from './format.ts';

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

/**
 * The error of a broken connection does not say whether the server took the mail. So the body is a stream that tells
 * whether its first byte was ever asked for: before that it is surely not taken, after that nobody can know.
 */
async function hand(mail: OutgoingMail, built: Buffer, { smtp, mustEncrypt }: EmailConfig): Promise<Sent> {
  let wasRead = false;
  const body = new Readable({
    highWaterMark: 1,
    read() {
      wasRead = true;
      this.push(built);
      this.push(null);
    },
  });
  const transport = createTransport({
    host: smtp.host,
    port: smtp.port,
    secure: smtp.secure,
    requireTLS: mustEncrypt && !smtp.secure,
    ignoreTLS: !mustEncrypt && !smtp.secure && isLocal(smtp.host),
    ...(smtp.user ? { auth: { user: smtp.user, pass: smtp.password } } : {}),
    connectionTimeout: 5_000,
    greetingTimeout: 5_000,
    socketTimeout: 9_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await transport.sendMail({ envelope: mail.envelope, raw: body });
    return { kind: 'sent', reference: mail.messageId };
  } catch (error) {
    return judge(error as Error & { responseCode?: number; response?: string; command?: string }, wasRead);
  } finally {
    transport.close();
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

const isLocal = (host: string) => host === 'localhost' || host === '::1' || host.startsWith('127.');
