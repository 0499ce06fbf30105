/** Takes in what stands in the mailbox above the cursor, in batches, each with the cursor in one transaction. */
import { faultPoint, type Held } from '@trunkline/platform';
import type { Desk, Received } from '../channel.ts';
import { mailLimits } from './check-limits.ts';
import type { EmailConfig } from './config.ts';
import { contentKey } from './content-key.ts';
import { type Cursor, moveCursor, readCursor } from './cursor.ts';
import type { Mailbox } from './open-mailbox.ts';
import type { ParseApart } from './parse-apart.ts';

const batchMails = 25;
/** So few are fetched without asking how large they are: together they fit into memory, whatever they are. */
const fewMails = 3;
const batchBytes = 8 * 1024 * 1024;
/** Of a mail over the limit only so much is kept; the rest stays in the mailbox. */
const keptOfTooLarge = 256 * 1024;
/** The server lists it and does not hand it over: after so many rounds it is parked, or it would be asked for for ever. */
const mostRounds = 5;

export type Reading = { desk: Desk<EmailConfig>; held: Held; parser: ParseApart; refused: Map<number, number> };
type Listed = { uid: number; size: number };

/** True when all that was there has been taken in; false when the server held something back: ask again soon. */
export async function takeNewMail(mailbox: Mailbox, reading: Reading): Promise<boolean> {
  const { desk, held } = reading;
  let cursor = await startingPoint(mailbox, desk);
  const listed = await listAbove(mailbox, cursor.uid);
  if (listed.length === 0 && cursor.isNew) {
    await desk.takeInTogether([], (tx) => moveCursor(tx, held, desk.config.address, cursor));
  }
  for (const batch of cutBatches(listed)) {
    if (held.signal.aborted) return true;
    const raws = await fetchRaw(mailbox, batch);
    faultPoint('mailbox.after-fetch');
    const { items, last } = await readBatch(batch, raws, { ...reading, cursor });
    if (last === undefined) return false;
    cursor = { ...cursor, uid: last };
    await desk.takeInTogether(items, (tx) => moveCursor(tx, held, desk.config.address, cursor));
    if (last !== batch.at(-1)!.uid) return false;
  }
  return true;
}

/** Another UIDVALIDITY means that every mail has a new number: all is read again, and what is known stays known. */
async function startingPoint(mailbox: Mailbox, desk: Desk<EmailConfig>): Promise<Cursor & { isNew: boolean }> {
  const { uidValidity } = mailbox;
  const cursor = await readCursor(desk.postgres, desk.config.address);
  if (cursor?.uidValidity === uidValidity) return { ...cursor, isNew: false };
  return { uidValidity, uid: 0, readAgainUntil: cursor ? mailbox.uidNext - 1 : 0, isNew: true };
}

/** What a search lists is there, and what it does not list is not: an empty fetch proves nothing. */
async function listAbove(mailbox: Mailbox, uid: number): Promise<Listed[]> {
  const found = await mailbox.ask(mailbox.client.search({ uid: `${uid + 1}:*` }, { uid: true }));
  if (!Array.isArray(found)) throw new Error('the mail server did not answer the search');
  const uids = found.filter((one) => one > uid).sort((a, b) => a - b); // `n:*` lists the last mail even below n
  const sizes = new Map<number, number>();
  if (uids.length <= fewMails) return uids.map((each) => ({ uid: each, size: 0 })); // a round trip saved
  for (let at = 0; at < uids.length; at += 500) {
    const range = uids.slice(at, at + 500).join(',');
    const rows = await mailbox.ask(mailbox.client.fetchAll(range, { uid: true, size: true }, { uid: true }));
    for (const { uid: each, size } of rows) sizes.set(each, size ?? 0);
  }
  return uids.map((each) => ({ uid: each, size: sizes.get(each) ?? 0 }));
}

function* cutBatches(listed: Listed[]): Generator<Listed[]> {
  let batch: Listed[] = [];
  let bytes = 0;
  for (const one of listed) {
    if (batch.length > 0 && (batch.length >= batchMails || bytes + one.size > batchBytes)) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(one);
    bytes += one.size;
  }
  if (batch.length > 0) yield batch;
}

async function fetchRaw(mailbox: Mailbox, batch: Listed[]): Promise<Map<number, Buffer>> {
  const raws = new Map<number, Buffer>();
  for (const isLarge of [false, true]) {
    const uids = batch.filter(({ size }) => size > mailLimits.bytes === isLarge).map(({ uid }) => uid);
    if (uids.length === 0) continue;
    const source = { start: 0, maxLength: isLarge ? keptOfTooLarge : mailLimits.bytes + 1 };
    const query = { uid: true, source };
    const rows = await mailbox.ask(mailbox.client.fetchAll(uids.join(','), query, { uid: true }));
    for (const { uid, source } of rows) if (source && source.length > 0) raws.set(uid, source);
  }
  return raws;
}

/** Items up to the first mail that the server held back, and the UID up to which all is in hand. */
async function readBatch(
  batch: Listed[],
  raws: Map<number, Buffer>,
  reading: Reading & { cursor: Cursor },
): Promise<{ items: Received[]; last: number | undefined }> {
  const { cursor, parser, refused, desk } = reading;
  const items: Received[] = [];
  let last: number | undefined;
  for (const { uid, size } of batch) {
    const raw = raws.get(uid);
    const rounds = raw ? 0 : (refused.get(uid) ?? 0) + 1;
    if (!raw && rounds < mostRounds) {
      refused.set(uid, rounds);
      break;
    }
    refused.delete(uid);
    const parsed = raw ? await parseOne(parser, raw, size) : notHandedOver;
    items.push({ ...parsed, ...identify(uid, raw ?? Buffer.alloc(0), { cursor, account: desk.config.address }) });
    last = uid;
  }
  return { items, last };
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
