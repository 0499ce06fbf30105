/** How much of the outbox is not yet in Kafka: what replicas are added by, and what an alarm looks at. */
import type { Postgres } from '../postgres/transaction.ts';

export type Waiting = { rows: number; oldestSeconds: number };

export async function countWaiting(postgres: Postgres): Promise<Waiting> {
  const [row] = await postgres.query<Waiting>(
    `SELECT count(*)::int AS rows, coalesce(extract(epoch FROM now() - min(at)), 0)::float AS "oldestSeconds"
     FROM outbox WHERE published_at IS NULL`,
  );
  return row ?? { rows: 0, oldestSeconds: 0 };
}
