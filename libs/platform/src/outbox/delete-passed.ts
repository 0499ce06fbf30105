/** Deletes outbox rows older than 7 days that every required group has passed; the rest stays, however old. */
import { topicNames, topics } from '@trunkline/contracts';
import type { Postgres } from '../postgres/transaction.ts';
import { compacted } from './compacted.ts';

const batch = 2_000;
const unread = topicNames.filter((name) => topics[name].readers.length === 0);

/** The newest row of each key on a compacted topic stays too: after a wipe it is what stands for the key. */
export async function deletePassed(postgres: Postgres): Promise<number> {
  for (let deleted = 0; ; ) {
    const rows = await postgres.query<{ id: number }>(
      `DELETE FROM outbox WHERE id IN (
         SELECT old.id FROM outbox AS old CROSS JOIN relay_log
         WHERE old.at < now() - interval '7 days' AND old.published_at < now() - interval '7 days' AND old."offset" IS NOT NULL
           AND (old.topic = ANY ($1) OR old.cluster_id <> relay_log.log OR old."offset" < (SELECT mark_offset FROM relay_mark AS mark
             WHERE mark.topic = old.topic AND mark.partition = old.partition AND mark.cluster_id = old.cluster_id))
           AND (old.topic <> ALL ($2) OR EXISTS (SELECT FROM outbox AS newer
             WHERE newer.topic = old.topic AND newer.key = old.key AND newer.id > old.id))
         ORDER BY old.id LIMIT ${batch}
       ) RETURNING id`,
      [unread, compacted],
    );
    deleted += rows.length;
    if (rows.length < batch) return deleted;
  }
}
