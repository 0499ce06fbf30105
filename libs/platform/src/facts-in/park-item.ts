/** Puts aside what cannot be taken in, with its raw bytes and the reason, where an agent sees it. */
import type { ReasonCode } from '@trunkline/contracts';
import type { Tx } from '../postgres/transaction.ts';

export type NewParkedItem = {
  /** Who could not take it in; the same name finds whoever takes it in again. */
  consumer: string;
  eventId: string;
  raw: Buffer;
  because: ReasonCode;
  detail: string;
  topic?: string;
  partition?: number;
  offset?: string | number;
  key?: string;
  headers?: Record<string, string>;
  tries?: number;
};

/** Safe to call twice: an item that still waits keeps its first bytes; one that was taken in stays so. */
export async function parkItem(tx: Pick<Tx, 'query'>, item: NewParkedItem): Promise<void> {
  await tx.query(
    `INSERT INTO parked (consumer, event_id, topic, partition, "offset", key, raw, headers, because, detail, tries)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     ON CONFLICT (consumer, event_id) DO UPDATE SET tries = parked.tries + excluded.tries`,
    [
      item.consumer,
      item.eventId,
      item.topic ?? null,
      item.partition ?? null,
      item.offset ?? null,
      item.key === undefined ? null : withoutNul(item.key),
      item.raw,
      withoutNul(JSON.stringify(item.headers ?? {}).replaceAll('\\u0000', '')),
      item.because,
      withoutNul(item.detail).slice(0, 2_000),
      item.tries ?? 1,
    ],
  );
}

/** Postgres' text takes no NUL; the raw bytes keep it. */
const withoutNul = (text: string): string => text.replaceAll('\u0000', '');
