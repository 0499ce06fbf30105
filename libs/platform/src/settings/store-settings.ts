/** Keeps the last version of each setting: only a higher one is taken, whatever order they come in. */
import type { SettingPublishedV1 } from '@trunkline/contracts';
import type { Tx } from '../postgres/transaction.ts';

export async function storeSettings(tx: Tx, settings: readonly SettingPublishedV1[]): Promise<void> {
  await tx.query(
    `INSERT INTO setting (kind, name, version, body, changed_at)
     SELECT DISTINCT ON (kind, name) kind, name, version, body, now()
     FROM jsonb_to_recordset($1) AS given (kind text, name text, version integer, body jsonb)
     ORDER BY kind, name, version DESC
     ON CONFLICT (kind, name) DO UPDATE
     SET version = excluded.version, body = excluded.body, changed_at = excluded.changed_at
     WHERE setting.version < excluded.version`,
    [JSON.stringify(settings)],
  );
}
