/** All SQL of no-transfer directives. */
import type { AgentId, Directive, DirectiveId } from '@trunkline/contracts';
import type { Tx } from '@trunkline/platform';

const directive = `SELECT id, queue, topic, label, text, by, to_json(from_at) AS "fromAt", to_json(until_at) AS "untilAt" FROM directive`;

/** Those that run or will, of these groups; null: of all. The next to end first. */
export function readDirectives(on: Pick<Tx, 'query'>, queues: readonly string[] | null): Promise<Directive[]> {
  return on.query<Directive>(
    `${directive} WHERE ended_at IS NULL AND until_at > now() AND ($1::text[] IS NULL OR queue = ANY($1::text[]))
      ORDER BY until_at, id LIMIT 500`,
    [queues],
  );
}

export async function findDirective(on: Pick<Tx, 'query'>, id: DirectiveId): Promise<Directive | undefined> {
  const [row] = await on.query<Directive>(`${directive} WHERE id = $1`, [id]);
  return row;
}

export async function insertDirective(tx: Tx, one: Omit<Directive, 'fromAt'> & { fromAt: string }): Promise<void> {
  await tx.query(
    'INSERT INTO directive (id, queue, topic, label, text, by, from_at, until_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)',
    [one.id, one.queue, one.topic, one.label, JSON.stringify(one.text), one.by, one.fromAt, one.untilAt],
  );
}

/** False where it is over already. */
export async function endDirective(tx: Tx, { id, by }: { id: DirectiveId; by: AgentId }): Promise<boolean> {
  const rows = await tx.query(
    'UPDATE directive SET ended_by = $2, ended_at = now() WHERE id = $1 AND ended_at IS NULL AND until_at > now() RETURNING 1',
    [id, by],
  );
  return rows.length > 0;
}
