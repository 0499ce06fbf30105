/** All SQL of the policy's versions. */
import type { AgentId, PolicyV1 } from '@trunkline/contracts';
import { type Postgres, refuse, type Tx } from '@trunkline/platform';

export type PolicyVersion = { version: number; note: string; publishedBy: AgentId | null; publishedAt: Date };

export async function listVersions(postgres: Postgres): Promise<PolicyVersion[]> {
  return postgres.query<PolicyVersion>(
    `SELECT version, note, published_by AS "publishedBy", published_at AS "publishedAt"
       FROM policy_version ORDER BY version DESC LIMIT 200`,
  );
}

export async function findVersion(postgres: Postgres, version: number): Promise<PolicyV1 | null> {
  const [row] = await postgres.query<{ body: PolicyV1 }>('SELECT body FROM policy_version WHERE version = $1', [
    version,
  ]);
  return row?.body ?? null;
}

/**
 * The next version; two who publish at once take turns by the table's lock, so none is skipped or doubled. `base`: the
 * version it was made from, refused where another was published since.
 */
export async function insertVersion(
  tx: Tx,
  policy: PolicyV1,
  by: { note: string; person: AgentId | null; base?: number | undefined },
): Promise<PolicyV1> {
  await tx.query('LOCK TABLE policy_version IN SHARE ROW EXCLUSIVE MODE');
  const [last] = await tx.query<{ version: number }>('SELECT coalesce(max(version), 0) AS version FROM policy_version');
  if (by.base !== undefined && by.base !== last?.version) refuse('edited-meanwhile');
  const next = { ...policy, version: (last?.version ?? 0) + 1 };
  await tx.query('INSERT INTO policy_version (version, body, note, published_by) VALUES ($1, $2, $3, $4)', [
    next.version,
    JSON.stringify(next),
    by.note,
    by.person,
  ]);
  return next;
}
