/** A connection to a mailbox that says when something came, and never waits for a dead server for long. */
import { ImapFlow } from 'imapflow';
import type { MailServer } from './config.ts';
import { forgetToken, takeToken } from './take-token.ts';

/** So long without a byte of an answer, and the line counts as dead; a mail that comes slowly still comes. */
const longestSilenceMs = 15_000;
const lookEveryMs = 1_000;

export type Mailbox = {
  client: ImapFlow;
  uidValidity: number;
  /** UIDs given so far are below this. */
  uidNext: number;
  /** Resolves with what is asked of the server, or gives the connection up once nothing comes, and throws. */
  ask<T>(question: Promise<T>): Promise<T>;
  /** Until something came, or `ms` are over. Throws when the connection is gone. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
  close(): void;
};

export async function openMailbox(imap: MailServer): Promise<Mailbox> {
  const client = await newClient(imap);
  let failure: Error | undefined;
  let wake = () => {};
  let hasCome = false;
  client.on('error', (error: Error) => {
    failure = error;
    wake();
  });
  client.on('close', () => {
    failure ??= new Error('the mail server closed the connection');
    wake();
  });
  client.on('exists', () => {
    hasCome = true;
    wake();
  });
  const ask = <T>(question: Promise<T>): Promise<T> => unlessSilent(client, question);
  try {
    await ask(client.connect());
    const box = await ask(client.mailboxOpen('INBOX', { readOnly: true }));
    return {
      client,
      uidValidity: Number(box.uidValidity),
      uidNext: box.uidNext,
      ask,
      async wait(ms, signal) {
        // Without this the client begins to idle by itself only after many seconds.
        client.idle().catch(() => {});
        if (!hasCome && !failure && !signal.aborted) {
          await new Promise<void>((resolve) => {
            const timer = setTimeout(() => wake(), ms);
            wake = () => {
              clearTimeout(timer);
              signal.removeEventListener('abort', wake);
              resolve();
            };
            signal.addEventListener('abort', wake);
          });
        }
        hasCome = false;
        wake = () => {};
        if (failure && !signal.aborted) throw failure;
      },
      close: () => client.close(),
    };
  } catch (error) {
    client.close();
    if (imap.oauth && wasRefused(error)) forgetToken(imap.oauth);
    throw error;
  }
}

/** The server said no to who we say we are; again and again would only lock the account. */
export const wasRefused = (error: unknown) =>
  (error as { authenticationFailed?: boolean }).authenticationFailed === true;

async function newClient(imap: MailServer): Promise<ImapFlow> {
  return new ImapFlow({
    host: imap.host,
    port: imap.port,
    secure: imap.secure,
    ...(imap.mustEncrypt && !imap.secure ? { doSTARTTLS: true } : {}),
    auth: imap.oauth
      ? { user: imap.user, accessToken: await takeToken(imap.oauth) }
      : { user: imap.user, pass: imap.password },
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 100_000,
  });
}

/** A time limit for the whole would let a big mail over a slow line be asked for for ever. */
async function unlessSilent<T>(client: ImapFlow, question: Promise<T>): Promise<T> {
  question.catch(() => {}); // it may fail after we stopped to wait
  let received = client.stats().received;
  let silentSince = Date.now();
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_resolve, reject) => {
    timer = setInterval(() => {
      const now = client.stats().received;
      if (now !== received) silentSince = Date.now();
      received = now;
      if (Date.now() - silentSince < longestSilenceMs) return;
      client.close();
      reject(new Error(`the mail server said nothing for ${longestSilenceMs / 1000} s`));
    }, lookEveryMs);
  });
  try {
    return await Promise.race([question, silence]);
  } finally {
    clearInterval(timer);
  }
}
