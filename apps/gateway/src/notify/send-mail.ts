/** Hands a notification to the SMTP server; the same Message-ID at each try, so that a mailbox may see it came before. */
import type { Because } from '@trunkline/contracts';
import type { Told } from './read-answer.ts';
import type { Text } from './say-notification.ts';

export type MailWay = { smtpUrl: string; from: string; mustEncrypt: boolean };
export type ToMail = { id: string; to: string; text: Text };
type SmtpError = Error & { responseCode?: number; code?: string };

const timeoutMs = 5_000;

export async function sendMail({ id, to, text }: ToMail, way: MailWay): Promise<Told> {
  if (way.smtpUrl === '') return { kind: 'failed', because: { code: 'mail-not-set-up', values: {} } };
  // only whoever tells by mail pays for it
  const { createTransport } = await import('nodemailer');
  const transport = createTransport(readServer(way));
  try {
    await transport.sendMail({
      from: way.from,
      to: { name: '', address: to },
      subject: text.title,
      text: [text.title, '', ...text.lines, ''].join('\n'),
      messageId: `<${id}@${way.from
        .split('@')
        .at(-1)
        ?.replace(/[^a-z0-9.-]/gi, '')}>`,
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    return { kind: 'sent' };
  } catch (error) {
    return judge(error as SmtpError);
  } finally {
    transport.close();
  }
}

function readServer({ smtpUrl, mustEncrypt }: MailWay) {
  const { protocol, hostname, port, username, password } = new URL(smtpUrl);
  const secure = protocol === 'smtps:';
  const host = hostname.replace(/^\[|\]$/g, '');
  const isLocal = host === 'localhost' || host === '::1' || host.startsWith('127.');
  return {
    host,
    port: Number(port || (secure ? 465 : 25)),
    secure,
    requireTLS: mustEncrypt && !secure,
    ignoreTLS: !mustEncrypt && !secure && isLocal,
    ...(username ? { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } } : {}),
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
  };
}

/** A code of the server's own says whether it is for good; a broken connection is not. */
function judge({ responseCode, code }: SmtpError): Told {
  const detail = responseCode === undefined ? (code ?? 'ECONNECTION') : `SMTP ${responseCode}`;
  const because: Because = { code: 'target-unreachable', values: { detail } };
  const isRefused = (responseCode ?? 0) >= 500 || code === 'EENVELOPE';
  if (!isRefused) return { kind: 'again', because, afterMs: 0 };
  return { kind: 'failed', because: { code: 'target-refused', values: { status: responseCode ?? 0, detail: 'SMTP' } } };
}
