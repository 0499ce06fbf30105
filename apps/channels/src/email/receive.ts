/** Reads the mailbox under its lease: IDLE tells at once, a poll finds what IDLE lost, a broken line is mended. */
import { Logger } from '@nestjs/common';
import { type Held, pause } from '@trunkline/platform';
import type { Desk, Receiving } from '../channel.ts';
import type { EmailConfig } from './config.ts';
import { openMailbox } from './open-mailbox.ts';
import { openParser } from './parse-apart.ts';
import { takeNewMail } from './take-new-mail.ts';

const shortestPauseMs = 500;
const longestPauseMs = 10_000;
const heldBackPauseMs = 1_000;

const log = new Logger('mailbox');

export async function receive(desk: Desk<EmailConfig>): Promise<Receiving> {
  const holding = desk.leases.hold(`mailbox ${desk.config.address}`, { onHeld: (held) => keepReading(desk, held) });
  return { stop: () => holding.stop() };
}

/** For as long as the lease is held; a connection that breaks is opened again, the longer it fails the later. */
async function keepReading(desk: Desk<EmailConfig>, held: Held): Promise<void> {
  const parser = openParser(desk.config);
  const refused = new Map<number, number>();
  let failures = 0;
  while (!held.signal.aborted) {
    try {
      await readUntilBroken(desk, { held, parser, refused, onSound: () => (failures = 0) });
    } catch (error) {
      if (held.signal.aborted) break;
      failures += 1;
      log.warn(`the mailbox could not be read: ${(error as Error).message}`);
      await pause(Math.min(longestPauseMs, shortestPauseMs * 2 ** (failures - 1)), held.signal);
    }
  }
  await parser.stop();
}

type Watch = { held: Held; parser: ReturnType<typeof openParser>; refused: Map<number, number>; onSound: () => void };

async function readUntilBroken(desk: Desk<EmailConfig>, { onSound, ...reading }: Watch): Promise<void> {
  const { signal } = reading.held;
  const mailbox = await openMailbox(desk.config);
  try {
    while (!signal.aborted) {
      const isDone = await takeNewMail(mailbox, { desk, ...reading });
      onSound();
      await mailbox.wait(isDone ? desk.config.pollSeconds * 1000 : heldBackPauseMs, signal);
    }
  } finally {
    mailbox.close();
  }
}
