/** After a wipe: lets the relay send again every row that a reader may have missed, each with its own event id. */
import type { Postgres } from '../postgres/transaction.ts';
import { compacted } from './compacted.ts';

/**
 * Rows above the mark, and all that were sent since the log was last seen sound. Of a compacted topic the newest row of
 * each key. `seen` is the log in which the wipe was noticed: who notices the same one later does nothing. Returns how
 * many rows go out again, or undefined where somebody saw to it before.
 */
export async function republish(postgres: Postgres, seen: string, clusterId: string): Promise<number | undefined> {
  return postgres.transaction(async (tx) => {
    await tx.query(`SET LOCAL statement_timeout = '10min'`); // a week of rows may have to be looked at
    await tx.query('LOCK TABLE relay_landing IN EXCLUSIVE MODE'); // no landing is noted meanwhile, so none is overlooked
    const [log] = await tx.query<{ log: string; sound_at: Date; wipes: number }>(
      'SELECT log, sound_at, wipes FROM relay_log FOR UPDATE',
    );
    if (log?.log !== seen) return undefined;
    const rows = await tx.query<{ id: number }>(
      `UPDATE outbox SET published_at = NULL, cluster_id = NULL, partition = NULL, "offset" = NULL
       WHERE "offset" IS NOT NULL AND (
         (topic <> ALL ($3) AND cluster_id = $1 AND (published_at > $2 OR "offset" >= coalesce(
           (SELECT mark_offset FROM relay_mark AS mark
            WHERE mark.topic = outbox.topic AND mark.partition = outbox.partition AND mark.cluster_id = $1), 0)))
         OR (topic = ANY ($3) AND id = (SELECT max(id) FROM outbox AS newer
            WHERE newer.topic = outbox.topic AND newer.key = outbox.key))
       ) RETURNING id`,
      [seen, log.sound_at, compacted],
    );
    await tx.query('DELETE FROM relay_mark');
    await tx.query('DELETE FROM relay_landing');
    await tx.query(
      'UPDATE relay_log SET log = $1, cluster_id = $2, wipes = wipes + 1, sound_at = now(), wiped_at = now()',
      [`${clusterId}#${log.wipes + 1}`, clusterId],
    );
    return rows.length;
  });
}
