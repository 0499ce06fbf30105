/** All SQL of dry runs. */
import type { AgentId, Because, DryRun, ReplayReport } from '@trunkline/contracts';
import type { Postgres } from '@trunkline/platform';

/** Whoever runs one says so while it goes on; one of which nothing is heard for so long is lost. */
const lostAfter = '30 seconds';

export type NewDryRun = { id: string; askedBy: AgentId; from: string; to: string };

/** Those of last week are nobody's any more. */
export async function insertDryRun(postgres: Postgres, { id, askedBy, from, to }: NewDryRun): Promise<void> {
  await postgres.query(`DELETE FROM dry_run WHERE asked_at < now() - interval '7 days'`);
  await postgres.query('INSERT INTO dry_run (id, asked_by, from_at, to_at) VALUES ($1, $2, $3, $4)', [
    id,
    askedBy,
    from,
    to,
  ]);
}

export async function noteProgress(postgres: Postgres, id: string, progress: DryRun['progress']): Promise<void> {
  await postgres.query('UPDATE dry_run SET inputs = $2, reached_at = $3, beat_at = now() WHERE id = $1', [
    id,
    progress.inputs,
    progress.at,
  ]);
}

type Ended = { report: ReplayReport } | { because: Because };

export async function endDryRun(postgres: Postgres, id: string, ended: Ended): Promise<void> {
  const [report, because] = 'report' in ended ? [ended.report, null] : [null, ended.because];
  await postgres.query(
    `UPDATE dry_run SET state = CASE WHEN $2::jsonb IS NULL THEN 'refused' ELSE 'done' END, report = $2, because = $3,
            beat_at = now() WHERE id = $1 AND state = 'running'`,
    [id, report && JSON.stringify(report), because && JSON.stringify(because)],
  );
}

export async function findDryRun(postgres: Postgres, id: string): Promise<DryRun | null> {
  const iso = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
  const [row] = await postgres.query<DryRun & { isLost: boolean }>(
    `SELECT id, ${iso('asked_at')} AS "askedAt", ${iso('from_at')} AS from, ${iso('to_at')} AS to, state, because, report,
            jsonb_build_object('inputs', inputs, 'at', ${iso('reached_at')}) AS progress,
            state = 'running' AND beat_at < now() - $2::interval AS "isLost"
       FROM dry_run WHERE id = $1`,
    [id, lostAfter],
  );
  if (!row) return null;
  const { isLost, ...run } = row;
  return isLost ? { ...run, state: 'refused', because: { code: 'dry-run-was-lost', values: {} } } : run;
}
