/** Some time after a wipe: what was sent to the new log since is sent again, for a reader that was busy meanwhile. */
import type { Postgres } from '../postgres/transaction.ts';
import { compacted } from './compacted.ts';

/**
 * A reader in the middle of a batch does not see that the topic was deleted and made anew: it goes on at the offset it
 * had in the old log, past whatever the new one has grown to (the client knows no topic ids). What is sent once every
 * reader has fetched again, all of them read. Returns how many rows go out, or undefined where none are due.
 */
export async function sendOnceMore(postgres: Postgres, afterMs: number): Promise<number | undefined> {
  return postgres.transaction(async (tx) => {
    await tx.query(`SET LOCAL statement_timeout = '10min'`);
    const [due] = await tx.query<{ log: string }>(
      `UPDATE relay_log SET wiped_at = NULL WHERE wiped_at < now() - $1 * interval '1 millisecond' RETURNING log`,
      [afterMs],
    );
    if (!due) return undefined;
    const rows = await tx.query<{ id: number }>(
      `UPDATE outbox SET published_at = NULL
       WHERE published_at IS NOT NULL AND cluster_id = $1 AND (topic <> ALL ($2) OR id = (
         SELECT max(id) FROM outbox AS newer WHERE newer.topic = outbox.topic AND newer.key = outbox.key))
       RETURNING id`,
      [due.log, compacted],
    );
    return rows.length;
  });
}
