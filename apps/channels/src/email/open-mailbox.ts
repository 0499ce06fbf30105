/** A connection to the mailbox that says when something came, and never waits for a dead server for long. */
import { once } from 'node:events';
import { ImapFlow } from 'imapflow';
import type { EmailConfig } from './config.ts';

const longestCommandMs = 30_000;

export type Mailbox = {
  client: ImapFlow;
  uidValidity: number;
  /** UIDs given so far are below this. */
  uidNext: number;
  /** Resolves with what is asked of the server, or throws after 30 s and gives the connection up. */
  ask<T>(question: Promise<T>): Promise<T>;
  /** Until something came, or `ms` are over. Throws when the connection is gone. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
  close(): void;
};

export async function openMailbox({ imap, mustEncrypt }: EmailConfig): Promise<Mailbox> {
  const client = new ImapFlow({
    host: imap.host,
    port: imap.port,
    secure: imap.secure,
    ...(mustEncrypt && !imap.secure ? { doSTARTTLS: true } : {}),
    auth: { user: imap.user, pass: imap.password },
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 100_000,
  });
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
  const ask = <T>(question: Promise<T>): Promise<T> => withLimit(question, () => client.close());
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
}

async function withLimit<T>(question: Promise<T>, giveUp: () => void): Promise<T> {
  const clock = new AbortController();
  const timer = setTimeout(() => clock.abort(), longestCommandMs);
  question.catch(() => {}); // it may fail after we stopped to wait
  try {
    return await Promise.race([
      question,
      once(clock.signal, 'abort').then(() => {
        giveUp();
        throw new Error(`the mail server gave no answer in ${longestCommandMs / 1000} s`);
      }),
    ]);
  } finally {
    clearTimeout(timer);
  }
}
