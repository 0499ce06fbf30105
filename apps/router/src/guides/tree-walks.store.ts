/** All SQL of walks through question trees. */
import type { ConversationId, TreeWalk } from '@trunkline/contracts';
import type { Postgres, Tx } from '@trunkline/platform';

export function walksOf(on: Pick<Postgres, 'query'>, id: ConversationId): Promise<TreeWalk[]> {
  return on.query<TreeWalk>(
    `SELECT tree, path, by, to_json(at) AS at, is_ended AS "isEnded" FROM tree_walk WHERE conversation_id = $1`,
    [id],
  );
}

export async function saveWalk(tx: Tx, id: ConversationId, walk: Omit<TreeWalk, 'at'>): Promise<void> {
  await tx.query(
    `INSERT INTO tree_walk (conversation_id, tree, path, is_ended, by) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (conversation_id, tree) DO UPDATE
       SET path = excluded.path, is_ended = excluded.is_ended, by = excluded.by, at = now()`,
    [id, walk.tree, JSON.stringify(walk.path), walk.isEnded, walk.by],
  );
}
