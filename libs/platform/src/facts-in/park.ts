/** The parked items of this service: put aside, listed, and taken in again with one click. */
import { Injectable, Logger } from '@nestjs/common';
import { dayOfId, type ReasonCode } from '@trunkline/contracts';
import { isTransient, refuse } from '../errors.ts';
import { tellFailure } from '../kafka/judge-failure.ts';
import { headerText } from '../kafka/read-record.ts';
import type { Parking } from '../kafka/take-batch.ts';
import { Postgres, type Tx } from '../postgres/transaction.ts';
import { parkItem } from './park-item.ts';

export type ParkedItem = {
  id: string;
  consumer: string;
  eventId: string;
  topic: string | null;
  partition: number | null;
  offset: number | null;
  key: string | null;
  raw: Buffer;
  headers: Record<string, string>;
  because: ReasonCode;
  detail: string;
  tries: number;
  parkedAt: Date;
  takenInAt: Date | null;
};
export type TakeInAgain = (item: ParkedItem) => Promise<void>;
export type TakenIn = { taken: 'now' | 'before' };

const columns = `id, consumer, event_id AS "eventId", topic, partition, "offset", key, raw, headers, because, detail, tries,
  parked_at AS "parkedAt", taken_in_at AS "takenInAt"`;

@Injectable()
export class Parked {
  private readonly log = new Logger(Parked.name);
  private readonly ways = new Map<string, TakeInAgain>();

  constructor(private readonly postgres: Postgres) {}

  /** Says how items of this consumer are taken in again; it opens its own transaction and throws when it fails. */
  retryWith(consumer: string, run: TakeInAgain): void {
    this.ways.set(consumer, run);
  }

  /** A Kafka record with all that stood in it, and the note that its consumer is done with it for now. */
  async parkRecord({ record, consumer, eventId, because, detail, tries }: Parking): Promise<void> {
    const headers = Object.fromEntries(
      Object.entries(record.headers).map(([name, value]) => [name, headerText(value) ?? '']),
    );
    await this.postgres.transaction(async (tx) => {
      await parkItem(tx, {
        ...{ consumer, eventId, because, detail, tries, headers },
        topic: record.topic,
        partition: record.partition,
        offset: record.offset,
        key: record.key?.toString('utf8'),
        raw: record.value ?? Buffer.alloc(0),
      });
      if (eventId[14] === '7') await noteOutcome(tx, { consumer, eventId, outcome: 'parked' });
    });
  }

  async count(): Promise<number> {
    const [row] = await this.postgres.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM parked WHERE taken_in_at IS NULL',
    );
    return row?.count ?? 0;
  }

  async find(id: string): Promise<ParkedItem> {
    const [found] = await this.postgres.query<ParkedItem>(`SELECT ${columns} FROM parked WHERE id = $1`, [id]);
    return found ?? refuse('not-found');
  }

  /** Oldest first; `after` is the last id of the page before. */
  list({ after, limit = 50 }: { after?: string; limit?: number } = {}): Promise<ParkedItem[]> {
    return this.postgres.query<ParkedItem>(
      `SELECT ${columns} FROM parked
       WHERE taken_in_at IS NULL AND ($1::uuid IS NULL OR (parked_at, id) > (SELECT parked_at, id FROM parked WHERE id = $1))
       ORDER BY parked_at, id LIMIT $2`,
      [after ?? null, Math.min(limit, 200)],
    );
  }

  /**
   * Runs the consumer on the raw item, with the same event id, while no other click can take an item of its key. A
   * failure is a refusal and leaves it parked; nothing passes through Kafka a second time.
   */
  async retry(id: string): Promise<TakenIn> {
    let failure: unknown;
    const taken = await this.postgres.transaction<TakenIn | undefined>(async (tx) => {
      const item = await this.lock(tx, id);
      if (!item) return { taken: 'before' };
      try {
        await this.wayOf(item)(item);
      } catch (error) {
        failure = error;
        return undefined;
      }
      await tx.query('UPDATE parked SET taken_in_at = now() WHERE id = $1', [id]);
      const { consumer, eventId } = item;
      if (eventId[14] === '7') await noteOutcome(tx, { consumer, eventId, outcome: 'done' });
      return { taken: 'now' };
    });
    return taken ?? this.refuseAgain(id, failure);
  }

  private wayOf({ consumer }: ParkedItem): TakeInAgain {
    return (
      this.ways.get(consumer) ?? refuse('handling-failed', { detail: `nobody takes in ${consumer} here any more` })
    );
  }

  /** Undefined where it was taken in before. */
  private async lock(tx: Tx, id: string): Promise<ParkedItem | undefined> {
    const [found] = await tx.query<ParkedItem>(`SELECT ${columns} FROM parked WHERE id = $1 FOR UPDATE`, [id]);
    if (!found) refuse('not-found');
    if (found.takenInAt) return undefined;
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`parked/${found.key ?? found.id}`]);
    return found;
  }

  private async refuseAgain(id: string, error: unknown): Promise<never> {
    const detail = tellFailure(error);
    this.log.warn(`${id} could not be taken in again`);
    if (isTransient(error)) refuse('try-again');
    await this.postgres.query('UPDATE parked SET tries = tries + 1, detail = $2 WHERE id = $1', [
      id,
      detail.replaceAll('\u0000', ''),
    ]);
    refuse('handling-failed', { detail });
  }
}

type Outcome = { consumer: string; eventId: string; outcome: 'done' | 'parked' };

async function noteOutcome(tx: Tx, { consumer, eventId, outcome }: Outcome): Promise<void> {
  await tx.query(
    `INSERT INTO processed_event (consumer, event_day, event_id, outcome) VALUES ($1, $2, $3, $4)
     ON CONFLICT (consumer, event_day, event_id) DO UPDATE SET outcome = excluded.outcome, at = now()`,
    [consumer, dayOfId(eventId), eventId, outcome],
  );
}
