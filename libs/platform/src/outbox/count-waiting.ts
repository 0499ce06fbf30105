/** How much of the outbox is not yet in Kafka: what replicas are added by, and what an alarm looks at. */
import { gauge } from '../metrics.ts';
import type { Postgres } from '../postgres/transaction.ts';

export type Waiting = { rows: number; oldestSeconds: number };

const shown = {
  rows: gauge({ name: 'trunkline_outbox_waiting_rows', help: 'Facts not yet in Kafka' }),
  oldest: gauge({ name: 'trunkline_outbox_oldest_seconds', help: 'Age of the oldest fact not yet in Kafka' }),
};

export async function countWaiting(postgres: Postgres): Promise<Waiting> {
  const [row] = await postgres.query<Waiting>(
    `SELECT count(*)::int AS rows, coalesce(extract(epoch FROM now() - min(at)), 0)::float AS "oldestSeconds"
     FROM outbox WHERE published_at IS NULL`,
  );
  const waiting = row ?? { rows: 0, oldestSeconds: 0 };
  shown.rows.set(waiting.rows);
  shown.oldest.set(waiting.oldestSeconds);
  return waiting;
}
