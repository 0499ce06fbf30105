/** All SQL of notification targets. What opens one is sealed before it comes here. */
import type { AgentId, NotifyTarget, TargetKind } from '@trunkline/contracts';
import type { Postgres, Tx } from '@trunkline/platform';

export type TargetRow = {
  code: string;
  name: string;
  kind: TargetKind;
  shown: string;
  sealed: string | null;
  hasSecret: boolean;
  language: 'en' | 'zh';
  active: boolean;
};
const columns = 'code, name, kind, shown, sealed, has_secret AS "hasSecret", language, active';

export async function listTargets(postgres: Postgres): Promise<NotifyTarget[]> {
  return postgres.query<NotifyTarget>(
    `SELECT code, name, kind, shown AS address, has_secret AS "hasSecret", language, active,
            to_char(last.ended_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "lastAt",
            last.state AS "lastState"
       FROM notify_target
       LEFT JOIN LATERAL (
         SELECT ended_at, state FROM notification WHERE target = code AND ended_at IS NOT NULL
          ORDER BY ended_at DESC LIMIT 1
       ) last ON true
      ORDER BY name, code`,
  );
}

export async function findTargets(postgres: Postgres, codes: readonly string[]): Promise<TargetRow[]> {
  return postgres.query<TargetRow>(`SELECT ${columns} FROM notify_target WHERE code = ANY($1)`, [codes]);
}

export async function holdTarget(tx: Tx, code: string): Promise<TargetRow | null> {
  const [row] = await tx.query<TargetRow>(`SELECT ${columns} FROM notify_target WHERE code = $1 FOR UPDATE`, [code]);
  return row ?? null;
}

/** One after the other: two that are added at once must not get the same code. */
export async function takenCodes(tx: Tx, beginning: string): Promise<Set<string>> {
  await tx.query("SELECT pg_advisory_xact_lock(hashtext('notify-targets'))");
  const rows = await tx.query<{ code: string }>('SELECT code FROM notify_target WHERE starts_with(code, $1)', [
    beginning,
  ]);
  return new Set(rows.map(({ code }) => code));
}

export async function saveTarget(tx: Tx, row: TargetRow, by: AgentId): Promise<void> {
  await tx.query(
    `INSERT INTO notify_target (code, name, kind, shown, sealed, has_secret, language, active, changed_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     ON CONFLICT (code) DO UPDATE SET name = excluded.name, kind = excluded.kind, shown = excluded.shown,
       sealed = excluded.sealed, has_secret = excluded.has_secret, language = excluded.language,
       active = excluded.active, changed_by = excluded.changed_by, changed_at = now()`,
    [row.code, row.name, row.kind, row.shown, row.sealed, row.hasSecret, row.language, row.active, by],
  );
}

export async function deleteTarget(postgres: Postgres, code: string): Promise<boolean> {
  const rows = await postgres.query('DELETE FROM notify_target WHERE code = $1 RETURNING 1', [code]);
  return rows.length > 0;
}
