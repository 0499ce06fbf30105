/** Takes in what stands in the mailbox above the cursor, in batches, each with the cursor in one transaction. */
import { Fenced, faultPoint, type Held, isTransient } from '@trunkline/platform';
import type { Desk, Received } from '../channel.ts';
import { mailLimits } from './check-limits.ts';
import type { EmailConfig, MailAccount } from './config.ts';
import { contentKey } from './content-key.ts';
import { type Cursor, moveCursor, readCursor } from './cursor.ts';
import { cutBatches, fetchRaw, type Listed, listAbove, type Refused } from './fetch-mails.ts';
import type { Mailbox } from './open-mailbox.ts';
import type { ParseApart } from './parse-apart.ts';

/** Listed and not handed over so often, or the line broken over it alone: parked, or it would be asked for for ever. */
const mostRounds = 6;

export type Reading = {
  desk: Desk<EmailConfig>;
  account: MailAccount;
  held: Held;
  parser: ParseApart;
  refused: Refused;
};
type Taken = { uid: number; item: Received };

/** True when all that was there has been taken in; false when the server held something back: ask again soon. */
export async function takeNewMail(mailbox: Mailbox, reading: Reading): Promise<boolean> {
  const { held, account, desk, refused } = reading;
  let cursor = await startingPoint(mailbox, reading);
  const listed = await listAbove(mailbox, cursor.uid);
  if (listed.length === 0 && cursor.isNew) {
    await desk.takeInTogether([], (tx) => moveCursor(tx, held, account.address, cursor));
  }
  for (const batch of cutBatches(listed, refused)) {
    if (held.signal.aborted) return true;
    const isGivenUp = batch.some(({ uid }) => (refused.get(uid) ?? 0) >= mostRounds);
    const raws = isGivenUp ? new Map<number, Buffer>() : await fetchRaw(mailbox, batch, refused);
    faultPoint('mailbox.after-fetch');
    const taken = await readBatch(batch, raws, { ...reading, cursor });
    const last = taken.at(-1)?.uid;
    if (last === undefined) return false;
    await storeWithCursor(taken, cursor, reading);
    cursor = { ...cursor, uid: last };
    if (last !== batch.at(-1)!.uid) return false;
  }
  return true;
}

/** Another UIDVALIDITY means that every mail has a new number: all is read again, and what is known stays known. */
async function startingPoint(mailbox: Mailbox, { desk, account }: Reading): Promise<Cursor & { isNew: boolean }> {
  const { uidValidity } = mailbox;
  const cursor = await readCursor(desk.postgres, account.address);
  if (cursor?.uidValidity === uidValidity) return { ...cursor, isNew: false };
  return { uidValidity, uid: 0, readAgainUntil: cursor ? mailbox.uidNext - 1 : 0, isNew: true };
}

/** One that Postgres will never take must not hold the others: each goes apart, and that one is parked. */
async function storeWithCursor(taken: Taken[], cursor: Cursor, reading: Reading): Promise<void> {
  const { desk, account, held } = reading;
  const store = (some: Taken[]) =>
    desk.takeInTogether(
      some.map(({ item }) => item),
      (tx) => moveCursor(tx, held, account.address, { ...cursor, uid: some.at(-1)!.uid }),
    );
  const isForAll = (error: unknown) => isTransient(error) || error instanceof Fenced || held.signal.aborted;
  try {
    await store(taken);
  } catch (error) {
    if (isForAll(error)) throw error;
    for (const one of taken) {
      await store([one]).catch((refusal: Error) => {
        if (isForAll(refusal)) throw refusal;
        return store([{ ...one, item: parkedInstead(one.item, refusal.message) }]);
      });
    }
  }
}

function parkedInstead({ account, key, raw, contentKey = null }: Received, detail: string): Received {
  return { account, key, raw, contentKey, kind: 'unreadable', because: 'unreadable-mail', detail };
}

/** Up to the first mail that the server held back. */
async function readBatch(
  batch: Listed[],
  raws: Map<number, Buffer>,
  reading: Reading & { cursor: Cursor },
): Promise<Taken[]> {
  const { cursor, parser, refused, account } = reading;
  const taken: Taken[] = [];
  for (const { uid, size } of batch) {
    const raw = raws.get(uid);
    const rounds = raw ? 0 : (refused.get(uid) ?? 0) + 1;
    if (!raw && rounds < mostRounds) {
      refused.set(uid, rounds);
      break;
    }
    refused.delete(uid);
    const parsed = raw ? await parseOne(parser, raw, size) : notHandedOver;
    const item = { ...parsed, ...identify(uid, raw ?? Buffer.alloc(0), { cursor, account: account.address }) };
    taken.push({ uid, item });
  }
  return taken;
}

const notHandedOver = {
  kind: 'unreadable',
  because: 'unreadable-mail',
  detail: 'the mail server lists it, but does not hand it over',
} as const;

const parseOne = (parser: ParseApart, raw: Buffer, size: number) =>
  size > mailLimits.bytes
    ? ({ kind: 'unreadable', because: 'too-large', detail: `${mailLimits.bytes / 1024 / 1024} MiB a mail` } as const)
    : parser.parse(raw);

function identify(uid: number, raw: Buffer, { cursor, account }: { cursor: Cursor; account: string }) {
  const prefix = `${cursor.uidValidity}:`;
  const content = contentKey(raw);
  return {
    account,
    key: `${prefix}${uid}`,
    raw,
    contentKey: content,
    ...(uid <= cursor.readAgainUntil ? { readAgain: { contentKey: content, prefix } } : {}),
  };
}
