/** What waits, for /metrics: inputs for the dispatcher with the age of the oldest, and conversations by queue. */
import { gauge, type Postgres } from '@trunkline/platform';

const inputs = gauge({ name: 'trunkline_dispatch_inputs_waiting', help: 'inputs the dispatcher has yet to hear' });
const age = gauge({ name: 'trunkline_dispatch_inputs_age_seconds', help: 'age of the oldest of them' });
const waiting = gauge({
  name: 'trunkline_dispatch_conversations_waiting',
  help: 'conversations that wait for somebody',
  labels: ['queue'],
});
const oldest = gauge({
  name: 'trunkline_dispatch_oldest_seconds',
  help: 'since when the one that waits longest is there',
  labels: ['queue'],
});

export async function showWaiting(postgres: Postgres): Promise<void> {
  const [open] = await postgres.query<{ count: number; seconds: number }>(
    `SELECT count(*) AS count, coalesce(extract(epoch FROM now() - min(at)), 0)::float8 AS seconds
       FROM dispatch_input WHERE step IS NULL`,
  );
  const queues = await postgres.query<{ queue: string; count: number; seconds: number }>(
    `SELECT queue, count(*) AS count, extract(epoch FROM now() - min(arrived_at))::float8 AS seconds
       FROM conversation WHERE state = 'waiting' GROUP BY queue`,
  );
  inputs.set(open!.count);
  age.set(open!.seconds);
  waiting.reset();
  oldest.reset();
  for (const { queue, count, seconds } of queues) {
    waiting.set({ queue }, count);
    oldest.set({ queue }, seconds);
  }
}
