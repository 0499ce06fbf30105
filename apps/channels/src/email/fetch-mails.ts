/** What stands in a mailbox above a UID, and the raw mails of it: a search proves what is there, an empty fetch nothing. */
import { mailLimits } from './check-limits.ts';
import type { Mailbox } from './open-mailbox.ts';

const batchMails = 25;
/** So few are fetched without asking how large they are: together they fit into memory, whatever they are. */
const fewMails = 3;
const batchBytes = 8 * 1024 * 1024;
/** Of a mail over the limit only so much is kept; the rest stays in the mailbox. */
const keptOfTooLarge = 256 * 1024;

export type Listed = { uid: number; size: number };
/** How often a mail was listed and not handed over, by UID. */
export type Refused = Map<number, number>;

export async function listAbove(mailbox: Mailbox, uid: number): Promise<Listed[]> {
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

/** One that made trouble before goes alone, so that it is known for sure and the others get past. */
export function* cutBatches(listed: Listed[], refused: Refused): Generator<Listed[]> {
  let batch: Listed[] = [];
  let bytes = 0;
  for (const one of listed) {
    const isAlone = refused.has(one.uid) || refused.has(batch.at(-1)?.uid ?? -1);
    if (batch.length > 0 && (isAlone || batch.length >= batchMails || bytes + one.size > batchBytes)) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(one);
    bytes += one.size;
  }
  if (batch.length > 0) yield batch;
}

/** A line that breaks over a mail counts against all that were asked for with it, and against one alone twice. */
export async function fetchRaw(mailbox: Mailbox, batch: Listed[], refused: Refused): Promise<Map<number, Buffer>> {
  const raws = new Map<number, Buffer>();
  try {
    for (const isLarge of [false, true]) {
      const uids = batch.filter(({ size }) => size > mailLimits.bytes === isLarge).map(({ uid }) => uid);
      if (uids.length === 0) continue;
      const source = { start: 0, maxLength: isLarge ? keptOfTooLarge : mailLimits.bytes + 1 };
      const rows = await mailbox.ask(mailbox.client.fetchAll(uids.join(','), { uid: true, source }, { uid: true }));
      for (const { uid, source } of rows) if (source && source.length > 0) raws.set(uid, source);
    }
    return raws;
  } catch (error) {
    for (const { uid } of batch) refused.set(uid, batch.length === 1 ? (refused.get(uid) ?? 0) + 1 : 1);
    throw error;
  }
}
