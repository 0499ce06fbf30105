/** One mail over one connection to the SMTP server, whose body is not touched before the server has asked for it. */
import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection/index.js';
import type { MailServer } from './config.ts';
import { forgetToken, takeToken } from './take-token.ts';

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
export async function talkSmtp(
  smtp: MailServer,
  envelope: { from: string; to: string },
  body: LazyBody,
): Promise<void> {
  const signIn = await signInTo(smtp);
  const connection = new SMTPConnection({
    host: smtp.host,
    port: smtp.port,
    secure: smtp.secure,
    requireTLS: smtp.mustEncrypt && !smtp.secure,
    ignoreTLS: !smtp.mustEncrypt && !smtp.secure && isLocal(smtp.host),
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
      if (!signIn) return say();
      connection.login(signIn as never, (refused) => {
        if (!refused) return say();
        if (smtp.oauth) forgetToken(smtp.oauth); // some servers say no where they should ask again
        reject(refused);
      });
    });
  }).finally(() => connection.quit());
}

/** A token that the server would not have is fetched anew once. */
async function signInTo({ oauth, user, password }: MailServer) {
  if (!oauth) return user ? { user, pass: password } : undefined;
  await takeToken(oauth); // that it is to be had is known before the connection is opened
  const getToken = (wasRefused: boolean, tell: (error: Error | null, token?: string) => void) => {
    if (wasRefused) forgetToken(oauth);
    takeToken(oauth).then((token) => tell(null, token), tell);
  };
  const buildXOAuth2Token = (token: string) =>
    Buffer.from(`user=${user}\x01auth=Bearer ${token}\x01\x01`).toString('base64');
  return { user, oauth2: { getToken, buildXOAuth2Token } };
}

const isLocal = (host: string) => host === 'localhost' || host === '::1' || host.startsWith('127.');
