/** All SQL of receipts: the memory of what each provider gave us, which is what makes a second delivery harmless. */
import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { newId, type ReceiptId, WholeMessage } from '@trunkline/contracts';
import { Postgres, type Tx } from '@trunkline/platform';
import type { Received } from './channel.ts';
import { FieldKey } from './field-key.ts';

/** A receipt before it is known whether it is the first of its key. */
export type NewReceipt = {
  id: ReceiptId;
  channel: string;
  account: string;
  item: Received;
  whole: WholeMessage | null;
};
export type Receipt = { id: ReceiptId; account: string; key: string; at: Date };

@Injectable()
export class ReceiptsStore {
  constructor(
    private readonly postgres: Postgres,
    private readonly fieldKey: FieldKey,
  ) {}

  prepare(channel: string, item: Received, whole: WholeMessage | null): NewReceipt {
    return { id: newId<ReceiptId>(), channel, account: `${channel}:${item.account}`, item, whole };
  }

  /** Inserts those whose key is new and gives them back; one statement, sorted by key against deadlocks. */
  async insert(tx: Tx, receipts: NewReceipt[]): Promise<Receipt[]> {
    const rows = receipts.toSorted(
      (a, b) => compareTexts(a.account, b.account) || compareTexts(a.item.key, b.item.key),
    );
    const column = <T>(of: (receipt: NewReceipt) => T) => rows.map(of);
    const fresh = await tx.query<Receipt>(
      `INSERT INTO inbound_receipt
         (id, channel, channel_account, provider_key, content_key, address, state, because, detail, sha256, raw, whole)
       SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
         $8::text[], $9::text[], $10::bytea[], $11::bytea[], $12::bytea[])
       ON CONFLICT (channel_account, provider_key) DO NOTHING
       RETURNING id, channel_account AS account, provider_key AS key, received_at AS at`,
      [
        column(({ id }) => id),
        column(({ channel }) => channel),
        column(({ account }) => account),
        column(({ item }) => item.key),
        column(contentKeyOf),
        column(({ item }) => addressOf(item)),
        column(({ item }) => stateOf[item.kind]),
        column(({ item }) => (item.kind === 'unreadable' ? item.because : null)),
        column(({ item }) => (item.kind === 'message' || item.kind === 'call' ? null : item.detail)),
        column(({ item }) => createHash('sha256').update(item.raw).digest()),
        column(({ item }) => (isBig(item) ? null : this.fieldKey.seal(item.raw))),
        column(({ whole }) => whole && this.fieldKey.seal(JSON.stringify(whole))),
      ],
    );
    const freshIds = new Set(fresh.map(({ id }) => id));
    for (const { id, item } of rows) if (isBig(item) && freshIds.has(id)) await this.keepRaw(tx, id, item.raw);
    return fresh;
  }

  private async keepRaw(tx: Tx, id: string, raw: Buffer): Promise<void> {
    await tx.query('UPDATE inbound_receipt SET raw = $2 WHERE id = $1', [id, this.fieldKey.seal(raw)]);
  }

  find(tx: Tx, keys: { account: string; key: string }[]): Promise<Receipt[]> {
    return tx.query<Receipt>(
      `SELECT id, channel_account AS account, provider_key AS key, received_at AS at
       FROM inbound_receipt JOIN unnest($1::text[], $2::text[]) AS asked (account, key)
         ON channel_account = asked.account AND provider_key = asked.key`,
      [keys.map(({ account }) => account), keys.map(({ key }) => key)],
    );
  }

  /** Of those whose key is our own: an equal one that came just before, in the same account. */
  async findEqual(tx: Tx, ids: string[]): Promise<Map<string, string>> {
    const rows = await tx.query<{ id: string; equal: string }>(
      `SELECT mine.id, other.id AS equal FROM inbound_receipt AS mine
       JOIN LATERAL (SELECT id FROM inbound_receipt AS other
         WHERE other.channel_account = mine.channel_account AND other.content_key = mine.content_key
           AND other.id <> mine.id AND other.received_at BETWEEN mine.received_at - interval '2 min' AND mine.received_at
         ORDER BY other.received_at DESC, other.id DESC LIMIT 1) AS other ON true
       WHERE mine.id = ANY($1::uuid[])`,
      [ids],
    );
    return new Map(rows.map(({ id, equal }) => [id, equal]));
  }

  /** While all is read again: gives one receipt of the same content, kept under an older key, the item's new key. */
  async renewKey(tx: Tx, account: string, item: Received): Promise<void> {
    const { contentKey, prefix } = item.readAgain!;
    await tx.query(
      `UPDATE inbound_receipt SET provider_key = $3 WHERE id = (
         SELECT id FROM inbound_receipt
         WHERE channel_account = $1 AND content_key = $2 AND NOT starts_with(provider_key, $4)
         ORDER BY received_at, id LIMIT 1 FOR UPDATE)
       AND NOT EXISTS (SELECT FROM inbound_receipt WHERE channel_account = $1 AND provider_key = $3)`,
      [account, contentKey, item.key, prefix],
    );
  }

  async park(tx: Tx, id: string, because: string, detail: string): Promise<void> {
    await tx.query(`UPDATE inbound_receipt SET state = 'parked', because = $2, detail = $3 WHERE id = $1`, [
      id,
      because,
      detail,
    ]);
  }

  /** Undefined where it is parked no more. */
  async takeOutOfParked(
    tx: Tx,
    id: string,
    { item, whole }: { item: Received; whole: WholeMessage | null },
  ): Promise<Receipt | undefined> {
    const [row] = await tx.query<Receipt>(
      `UPDATE inbound_receipt SET state = $2, because = NULL, detail = NULL, address = $3, whole = $4
       WHERE id = $1 AND state = 'parked'
       RETURNING id, channel_account AS account, provider_key AS key, received_at AS at`,
      [id, stateOf[item.kind], addressOf(item), whole && this.fieldKey.seal(JSON.stringify(whole))],
    );
    return row;
  }

  /** When this customer last wrote; null: never, as far as receipts tell. */
  async lastFrom(who: { channel: string; account: string; address: string }): Promise<Date | null> {
    const [row] = await this.postgres.query<{ at: Date | null }>(
      `SELECT max(received_at) AS at FROM inbound_receipt
       WHERE channel = $1 AND address = $3 AND channel_account = $1 || ':' || $2 AND state = 'accepted'`,
      [who.channel, who.account, who.address],
    );
    return row?.at ?? null;
  }

  async readWhole(id: string): Promise<WholeMessage | undefined> {
    const [row] = await this.postgres.query<{ whole: Buffer | null }>(
      `SELECT whole FROM inbound_receipt WHERE id = $1 AND state <> 'erased'`,
      [id],
    );
    return row?.whole ? WholeMessage.parse(JSON.parse(this.fieldKey.open(row.whole).toString())) : undefined;
  }

  async readRaw(id: string): Promise<Buffer | undefined> {
    const [row] = await this.postgres.query<{ raw: Buffer | null }>(
      `SELECT raw FROM inbound_receipt WHERE id = $1 AND state <> 'erased'`,
      [id],
    );
    return row?.raw ? this.fieldKey.open(row.raw) : undefined;
  }
}

const contentKeyOf = ({ item }: NewReceipt) =>
  item.contentKey ?? (item.hasOwnKey ? createHash('sha256').update(item.raw).digest('hex') : null);
const addressOf = (item: Received) =>
  item.kind === 'message' ? item.from.address : item.kind === 'call' ? item.address : null;
const stateOf = { message: 'accepted', call: 'accepted', bounce: 'routed', unreadable: 'parked' } as const;
/** In an array parameter bytes travel as hexadecimal text, twice as long and a copy: big ones go by themselves. */
const isBig = (item: Received) => item.raw.length > 256 * 1024;
const compareTexts = (a: string, b: string) => (a < b ? -1 : Number(a > b));
