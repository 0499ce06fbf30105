/** All SQL of follow-ups that people list and do. */
import type { AgentId, ConversationId, FollowUp, FollowUpId, FollowUpResult } from '@trunkline/contracts';
import type { Postgres, Tx } from '@trunkline/platform';

export type KnownFollowUp = { followUp: FollowUp; holderId: AgentId | null; hiddenFrom: AgentId[] };

const known = `SELECT jsonb_build_object('id', f.id, 'conversationId', f.conversation_id, 'queue', c.queue,
    'reason', f.reason, 'dueAt', f.due_at, 'doneBy', f.done_by, 'doneAt', f.done_at, 'result', f.result,
    'note', f.note) AS "followUp", c.agent_id AS "holderId", c.hidden_from::text[] AS "hiddenFrom"
  FROM follow_up f JOIN conversation c ON c.id = f.conversation_id`;

type Asked = {
  /** Null: sees every queue. */
  groups: string[] | null;
  personId: AgentId;
  isOpenOnly: boolean;
  cursor: string | null;
  limit: number;
};

/** What is to be done the longest overdue first, else the newest first. */
export function readFollowUps(postgres: Postgres, asked: Asked): Promise<KnownFollowUp[]> {
  const { groups, personId, isOpenOnly, cursor, limit } = asked;
  const [beyond, order] = isOpenOnly ? ['>', 'ASC'] : ['<', 'DESC'];
  return postgres.query<KnownFollowUp>(
    `${known} WHERE ${isOpenOnly ? 'f.done_at IS NULL' : 'true'}
        AND ($1::text[] IS NULL OR c.queue = ANY ($1::text[]) OR c.agent_id = $2::uuid) AND NOT $2::uuid = ANY (c.hidden_from)
        AND ($3::uuid IS NULL OR (f.due_at, f.id) ${beyond} (SELECT due_at, id FROM follow_up WHERE id = $3::uuid))
      ORDER BY f.due_at ${order}, f.id ${order} LIMIT $4`,
    [groups, personId, cursor, limit],
  );
}

export async function findFollowUp(on: Pick<Tx, 'query'>, id: FollowUpId): Promise<KnownFollowUp | undefined> {
  const [found] = await on.query<KnownFollowUp>(`${known} WHERE f.id = $1`, [id]);
  return found;
}

type Done = { id: FollowUpId; by: AgentId; said: FollowUpResult };

/** Undefined where somebody has done it already. */
export async function finishFollowUp(tx: Tx, { id, by, said }: Done): Promise<ConversationId | undefined> {
  const [row] = await tx.query<{ conversation_id: ConversationId }>(
    `UPDATE follow_up SET done_by = $2, done_at = now(), result = $3, note = $4
      WHERE id = $1 AND done_at IS NULL RETURNING conversation_id`,
    [id, by, said.result, said.note],
  );
  return row?.conversation_id;
}
