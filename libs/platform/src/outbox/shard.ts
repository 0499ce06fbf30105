/** The shards of the outbox that are in our hands, and the rows that wait in them. */
import type { FactProducer } from '../kafka/producer.ts';
import type { Held } from '../lease.ts';
import type { Postgres } from '../postgres/transaction.ts';

export type OutboxRow = {
  id: number;
  shard: number;
  event_id: string;
  topic: string;
  key: string;
  type: string;
  at: Date;
  body: string;
  traceparent: string | null;
};

/** What a replica works with; `held`: the lease of each shard that is its own now. */
export type Relaying = { held: Map<number, Held>; postgres: Postgres; producer: FactProducer; source: string };
