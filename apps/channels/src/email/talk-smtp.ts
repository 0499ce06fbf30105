/** One mail over one connection to the SMTP server, whose body is not touched before the server has asked for it. */
import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection/index.js';
import type { EmailConfig } from './config.ts';

/**
 * The error of a broken connection does not say whether the server took the mail. So the body tells whether its first
 * byte was ever asked for: before that the mail is surely not taken, after that nobody can know.
 */
export class LazyBody extends Readable {
  wasRead = false;
  private readonly built: Buffer;

  constructor(built: Buffer) {
    super();
    this.built = built;
  }

  override _read(): void {
    this.wasRead = true;
    this.push(this.built);
    this.push(null);
  }
}

/** Resolves when the server has said that it took the mail. Rejects with its answer in `responseCode`, if it gave one. */
export function talkSmtp(
  { smtp, mustEncrypt }: EmailConfig,
  envelope: { from: string; to: string },
  body: LazyBody,
): Promise<void> {
  const connection = new SMTPConnection({
    host: smtp.host,
    port: smtp.port,
    secure: smtp.secure,
    requireTLS: mustEncrypt && !smtp.secure,
    ignoreTLS: !mustEncrypt && !smtp.secure && isLocal(smtp.host),
    connectionTimeout: 5_000,
    greetingTimeout: 5_000,
    socketTimeout: 9_000,
  });
  return new Promise<void>((resolve, reject) => {
    const say = () =>
      connection.send({ from: envelope.from, to: [envelope.to] }, body, (error) => (error ? reject(error) : resolve()));
    connection.on('error', reject);
    connection.on('end', () => reject(new Error('the server closed the connection')));
    connection.connect((error) => {
      if (error) return reject(error);
      if (!smtp.user) return say();
      connection.login({ user: smtp.user, pass: smtp.password }, (refused) => (refused ? reject(refused) : say()));
    });
  }).finally(() => connection.quit());
}

const isLocal = (host: string) => host === 'localhost' || host === '::1' || host.startsWith('127.');
