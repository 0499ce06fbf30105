/** Reads each mailbox under a lease of its own: IDLE tells at once, a poll finds what IDLE lost, a broken line is mended. */
import { Logger } from '@nestjs/common';
import { type Held, pause } from '@trunkline/platform';
import type { Desk, Receiving } from '../channel.ts';
import type { EmailConfig, MailAccount } from './config.ts';
import { openMailbox, wasRefused } from './open-mailbox.ts';
import { openParser } from './parse-apart.ts';
import { type Reading, takeNewMail } from './take-new-mail.ts';
import { SignInFailed } from './take-token.ts';

const shortestPauseMs = 500;
const longestPauseMs = 10_000;
/** A password that was refused is not tried all the time: the provider would lock the account. */
const longestSignInPauseMs = 300_000;
const heldBackPauseMs = 1_000;

const log = new Logger('mailbox');

/** One mailbox that cannot be read keeps no other waiting. */
export async function receive(desk: Desk<EmailConfig>): Promise<Receiving> {
  const holdings = desk.config.accounts.map((account) =>
    desk.leases.hold(`mailbox ${account.address}`, { onHeld: (held) => keepReading(desk, account, held) }),
  );
  return {
    async stop() {
      await Promise.all(holdings.map((holding) => holding.stop()));
    },
  };
}

/** For as long as the lease is held; a connection that breaks is opened again, the longer it fails the later. */
async function keepReading(desk: Desk<EmailConfig>, account: MailAccount, held: Held): Promise<void> {
  const { addresses, domains, replyKeys, trustedServers } = desk.config;
  const parser = openParser({ addresses, domains, replyKeys, trustedServers });
  const reading = { desk, account, held, parser, refused: new Map<number, number>() };
  let failures = 0;
  while (!held.signal.aborted) {
    try {
      await readUntilBroken(reading, () => (failures = 0));
    } catch (error) {
      if (held.signal.aborted) break;
      failures += 1;
      log.warn(`${account.address} could not be read: ${(error as Error).message}`);
      await pause(pauseAfter(failures, error), held.signal);
    }
  }
  await parser.stop();
}

function pauseAfter(failures: number, error: unknown): number {
  const longest = error instanceof SignInFailed || wasRefused(error) ? longestSignInPauseMs : longestPauseMs;
  return Math.min(longest, shortestPauseMs * 2 ** Math.min(failures - 1, 20));
}

async function readUntilBroken(reading: Reading, onSound: () => void): Promise<void> {
  const { desk, account, held } = reading;
  const mailbox = await openMailbox(account.imap);
  try {
    while (!held.signal.aborted) {
      const isDone = await takeNewMail(mailbox, reading);
      onSound();
      await mailbox.wait(isDone ? desk.config.pollSeconds * 1000 : heldBackPauseMs, held.signal);
    }
  } finally {
    mailbox.close();
  }
}
