/** A shard of the outbox in the hands of its owner, and the rows that wait in it. */
import type { FactProducer } from '../kafka/producer.ts';
import type { Held } from '../lease.ts';
import type { Postgres } from '../postgres/transaction.ts';

export type OutboxRow = {
  id: number;
  event_id: string;
  topic: string;
  key: string;
  type: string;
  at: Date;
  body: string;
  traceparent: string | null;
};

/** What one owner of a shard works with, for as long as it holds the lease. */
export type Shard = { number: number; held: Held; postgres: Postgres; producer: FactProducer; source: string };
