/** TX1: a receipt and its fact, or a duplicate, or a parked item; said to the channel only after the commit. */
import { Injectable } from '@nestjs/common';
import type { FactBody } from '@trunkline/contracts';
import {
  counter,
  faultPoint,
  isPlanted,
  isTransient,
  type NewFact,
  PermanentError,
  Postgres,
  parkItem,
  type Tx,
  writeFacts,
} from '@trunkline/platform';
import { AttachmentsStore, type PlacedFile } from './attachments.store.ts';
import type { AnyChannel, Received, ReceivedCall, StoredMessage, TakenIn } from './channel.ts';
import { cutText } from './cut-text.ts';
import { KeepFiles } from './keep-files.ts';
import { type Receipt, ReceiptsStore } from './receipts.store.ts';
import { SettleUnknown } from './settle-unknown.ts';
import { shareCommits } from './share-commits.ts';

type Asked = { channel: AnyChannel; item: Received; placed: PlacedFile[] };
/** One item on its way through the transaction. `isFresh`: its receipt was inserted by us just now. */
type Taken = Asked & { stored: Receipt; isFresh: boolean; equal?: string | undefined };

const items = counter({
  name: 'trunkline_received_total',
  help: 'items of providers, by what became of them',
  labels: ['channel', 'kind'],
});

@Injectable()
export class Inbound {
  private readonly share = shareCommits<Asked, TakenIn>({
    keyOf: ({ channel, item }) => factKey(channel, item),
    run: (batch) => this.commit(batch),
    mayTryApart: (error) => !isTransient(error),
  });

  /** By key, the last item whose files are on their way to the bucket: what comes after it must not overtake it. */
  private readonly placing = new Map<string, Promise<unknown>>();

  constructor(
    private readonly postgres: Postgres,
    private readonly receipts: ReceiptsStore,
    private readonly attachments: AttachmentsStore,
    private readonly files: KeepFiles,
    private readonly settle: SettleUnknown,
  ) {}

  /** One item, which shares a commit with whatever waits. */
  takeIn(channel: AnyChannel, item: Received): Promise<TakenIn> {
    const key = isPlanted('dedupe-off') ? `${item.key}-${Math.random()}` : item.key;
    const given = { ...item, key };
    const turn = factKey(channel, given);
    if (filesOf(given).length === 0 && !this.placing.has(turn)) return this.share({ channel, item: given, placed: [] });
    return this.placeThenShare(channel, given, turn);
  }

  private async placeThenShare(channel: AnyChannel, item: Received, turn: string): Promise<TakenIn> {
    const before = this.placing.get(turn);
    const placing = this.files.place(filesOf(item));
    // wrapped, for the next one waits until this one is handed on, and not until it is stored
    const handed = Promise.allSettled([placing, before]).then(async () => ({
      taken: this.share({ channel, item, placed: await placing }),
    }));
    this.placing.set(turn, handed);
    try {
      return await (await handed).taken;
    } finally {
      if (this.placing.get(turn) === handed) this.placing.delete(turn);
    }
  }

  /** A batch in a transaction of its own, with `alongside` as its last part. */
  async takeInTogether(
    channel: AnyChannel,
    items: Received[],
    alongside?: (tx: Tx) => Promise<void>,
  ): Promise<TakenIn[]> {
    const kept = isPlanted('cursor-without-receipt') ? [] : items;
    const asked: Asked[] = [];
    for (const item of kept) asked.push({ channel, item, placed: await this.files.place(filesOf(item)) });
    return this.commit(asked, alongside);
  }

  /** A parked receipt whose item can be read by now; doing it twice changes nothing. */
  async takeInParked(channel: AnyChannel, item: Received, receiptId: string): Promise<void> {
    const placed = await this.files.place(filesOf(item));
    await this.postgres.transaction(async (tx) => {
      const stored = await this.receipts.takeOutOfParked(tx, receiptId, { item, whole: wholeOf(item) });
      if (!stored) return;
      if (item.kind === 'bounce' && !(await this.settle.byBounce(tx, item)))
        throw new PermanentError(item.detail, 'bounce-of-nothing');
      if (item.kind === 'call') return writeFacts(tx, factOf({ channel, item, placed, stored, isFresh: true }));
      if (item.kind !== 'message') return;
      await this.attachments.keep(tx, placed);
      const taken = { channel, item, placed, stored, isFresh: true };
      await writeFacts(tx, factOf(taken));
      await this.conclude(tx, taken, await storeBeside(tx, [taken]));
    });
  }

  private async commit(asked: Asked[], alongside?: (tx: Tx) => Promise<void>): Promise<TakenIn[]> {
    const results = await this.postgres.transaction(async (tx) => {
      const taken = await this.writeReceipts(tx, asked);
      const fresh = await this.markEqual(
        tx,
        taken.filter(({ isFresh }) => isFresh),
      );
      await writeFacts(tx, fresh.flatMap(factOf));
      const beside = await storeBeside(tx, fresh);
      const outcomes: TakenIn[] = [];
      for (const one of taken) outcomes.push(await this.conclude(tx, one, beside));
      await alongside?.(tx);
      faultPoint('inbound.before-commit');
      return outcomes;
    });
    faultPoint('inbound.after-commit');
    results.forEach(({ kind }, at) => {
      items.inc({ channel: asked[at]!.channel.name, kind });
    });
    return results;
  }

  /** Without a provider's id nothing is dropped as a second one: two real "ok" must both live. */
  private async markEqual(tx: Tx, fresh: Taken[]): Promise<Taken[]> {
    const ids = fresh.flatMap(({ item, stored }) => (item.hasOwnKey ? [stored.id] : []));
    if (ids.length === 0) return fresh;
    const equal = await this.receipts.findEqual(tx, ids);
    return fresh.map((one) => ({ ...one, equal: equal.get(one.stored.id) }));
  }

  private async writeReceipts(tx: Tx, asked: Asked[]): Promise<Taken[]> {
    const receipts = asked.map(({ channel, item }) => this.receipts.prepare(channel.name, item, wholeOf(item)));
    for (const { account, item } of receipts) if (item.readAgain) await this.receipts.renewKey(tx, account, item);
    await this.attachments.keep(
      tx,
      asked.flatMap(({ placed }) => placed),
    );
    const fresh = new Map((await this.receipts.insert(tx, receipts)).map((row) => [row.id, row]));
    const late = receipts.filter(({ id }) => !fresh.has(id)).map(({ account, item }) => ({ account, key: item.key }));
    const known = late.length === 0 ? [] : await this.receipts.find(tx, late);
    const byKey = new Map(known.map((row) => [`${row.account} ${row.key}`, row]));
    return receipts.map((receipt, at) => {
      const stored = fresh.get(receipt.id) ?? byKey.get(`${receipt.account} ${receipt.item.key}`)!;
      return { ...asked[at]!, stored, isFresh: fresh.has(receipt.id) };
    });
  }

  /** A bounce settles what bounced; one that names nothing of ours is shown to people, like what cannot be read. */
  private async conclude(tx: Tx, taken: Taken, beside: Map<string, unknown>): Promise<TakenIn> {
    const { channel, item, stored, isFresh } = taken;
    const { id: receiptId, at } = stored;
    if (!isFresh) return { kind: 'duplicate', receiptId, at };
    if (item.kind === 'message') {
      if (item.provesArrivalOf?.length) await this.settle.byAnswer(tx, item.provesArrivalOf);
      return { kind: 'stored', receiptId, at, beside: beside.get(receiptId) };
    }
    if (item.kind === 'call') return { kind: 'stored', receiptId, at, beside: undefined };
    if (item.kind === 'bounce' && (await this.settle.byBounce(tx, item))) {
      return { kind: 'stored', receiptId, at, beside: undefined };
    }
    const because = item.kind === 'unreadable' ? item.because : 'bounce-of-nothing';
    await this.receipts.park(tx, receiptId, because, item.detail);
    // The raw bytes stay sealed in the receipt; whoever may see them reads them there.
    const raw = Buffer.from(JSON.stringify({ receiptId, channel: channel.name, account: item.account, key: item.key }));
    await parkItem(tx, { consumer: 'receipts', eventId: receiptId, raw, because, detail: item.detail });
    return { kind: 'parked', receiptId, at, because };
  }
}

const filesOf = (item: Received) => (item.kind === 'message' ? item.files : []);

/** Records of one key keep their order. A number that was withheld has no other name than its call's. */
function factKey(channel: AnyChannel, item: Received): string {
  if (item.kind === 'message') return `${channel.name}:${item.from.address}`;
  return item.kind === 'call' ? `${channel.name}:${item.address || item.call}` : item.account;
}

/** The whole is kept for every message, so that what did not fit in the fact can still be read. */
function wholeOf(item: Received) {
  if (item.kind !== 'message') return null;
  return item.whole ?? { html: null, text: item.text, headers: [] };
}

function factOf({ channel, item, stored, equal }: Taken): NewFact[] {
  if (item.kind === 'call') return [callOf(channel, item, stored)];
  if (item.kind !== 'message') return [];
  const { text, wasCut } = cutText(item.text);
  const attachments = item.files.map(({ sha256, name, type, bytes }) => ({ sha256, name, type, bytes }));
  const of = { receiptId: stored.id, channel: channel.name, attachments, receivedAt: stored.at.toISOString() };
  if (item.handOverId) {
    const { handOverId, checks = null, automatic, from } = item;
    const answer = { ...of, handOverId, from: from.address, checks, automatic, text };
    return [{ type: 'department.answered', key: handOverId, data: answer }];
  }
  const data: FactBody<'message.received'> = {
    ...of,
    standard: channel.standard,
    live: channel.live,
    account: item.account,
    from: item.from,
    thread: item.thread,
    subject: item.subject,
    text,
    hasMore: item.hasMore || wasCut,
    automatic: item.automatic,
    ...(item.checks ? { checks: item.checks } : {}),
    ...(item.form ? { form: item.form } : {}),
    ...(item.chosen ? { chosen: item.chosen } : {}),
    sentAt: item.sentAt,
    ...(equal ? { equals: equal as FactBody<'message.received'>['receiptId'] } : {}),
  };
  return [{ type: 'message.received', key: factKey(channel, item), data }];
}

function callOf(channel: AnyChannel, item: ReceivedCall, stored: Receipt): NewFact {
  const { kind: _kind, key: _key, raw: _raw, readAgain: _again, contentKey: _content, hasOwnKey: _own, ...call } = item;
  const receivedAt = stored.at.toISOString();
  // what comes later than now would never be the last word
  const at = item.at === null || item.at > receivedAt ? receivedAt : item.at;
  const data: FactBody<'call.changed'> = { ...call, at, receiptId: stored.id, channel: channel.name, receivedAt };
  return { type: 'call.changed', key: factKey(channel, item), data };
}

/** Each channel that keeps rows of its own beside a receipt writes them now, once for all of its messages. */
async function storeBeside(tx: Tx, fresh: Taken[]): Promise<Map<string, unknown>> {
  const all = new Map<string, unknown>();
  for (const channel of new Set(fresh.map((one) => one.channel))) {
    const own = fresh.filter((one) => one.channel === channel);
    const messages = own.flatMap(({ item, stored }): StoredMessage[] =>
      item.kind === 'message' ? [{ receiptId: stored.id, at: stored.at, message: item }] : [],
    );
    if (messages.length === 0 || !channel.storeBeside) continue;
    for (const [receiptId, answer] of await channel.storeBeside(tx, messages)) all.set(receiptId, answer);
  }
  return all;
}
