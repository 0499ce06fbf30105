/** All SQL of wrap-ups: one a conversation and resolution. */
import type { AgentId, ConversationId, WrapUp, WrapUpDraft, WrapUpId } from '@trunkline/contracts';
import type { Tx } from '@trunkline/platform';
import { wordsOf } from '@trunkline/rules';

const cycleOf = (id: string) =>
  `(SELECT 1 + count(*)::int FROM event WHERE conversation_id = ${id} AND what = 'reopened')`;
const json = `jsonb_build_object('id', w.id, 'agentId', w.agent_id, 'startedAt', w.started_at, 'dueAt', w.due_at,
    'backAt', w.back_at, 'backBecause', w.back_because, 'doneAt', w.done_at,
    'seconds', extract(epoch FROM coalesce(w.back_at, w.done_at) - w.started_at)::float8,
    'summary', w.summary, 'isConfirmed', w.is_confirmed, 'result', w.result, 'attitude', w.attitude)`;

/** As the page shows the present one; `c` is the conversation. */
export const wrapUpJson = `(SELECT ${json} FROM wrap_up w WHERE w.conversation_id = c.id AND w.cycle = ${cycleOf('c.id')})`;

/** The present resolution's with the conversation's label. */
export async function presentWrapUp(
  tx: Tx,
  id: ConversationId,
): Promise<{ label: string | null; wrapUp: WrapUp | null }> {
  const [row] = await tx.query<{ label: string | null; wrapUp: WrapUp | null }>(
    `SELECT c.label, ${wrapUpJson} AS "wrapUp" FROM conversation c WHERE c.id = $1`,
    [id],
  );
  return row!;
}

type New = { id: WrapUpId; conversationId: ConversationId; agentId: AgentId; seconds: number | null };

/** When it is due, or null where there is one already or the agent is not taken out of routing for it. */
export async function insertWrapUp(tx: Tx, one: New): Promise<string | null> {
  const [row] = await tx.query<{ dueAt: string | null }>(
    `INSERT INTO wrap_up (id, conversation_id, cycle, agent_id, due_at)
     VALUES ($1, $2, ${cycleOf('$2')}, $3, now() + make_interval(secs => $4)) ON CONFLICT DO NOTHING
     RETURNING to_json(due_at) AS "dueAt"`,
    [one.id, one.conversationId, one.agentId, one.seconds],
  );
  return row?.dueAt ?? null;
}

export async function keepDraft(tx: Tx, id: WrapUpId, draft: WrapUpDraft, isDone: boolean): Promise<void> {
  const words = [...new Set(wordsOf(draft.summary))].filter((word) => word.length <= 64);
  await tx.query(
    `UPDATE wrap_up SET summary = $2, is_confirmed = $3, result = $4, attitude = $5, words = array_to_tsvector($6::text[]),
            done_at = CASE WHEN $7 THEN coalesce(done_at, now()) ELSE done_at END WHERE id = $1`,
    [id, draft.summary, draft.isConfirmed, draft.result, draft.attitude, words, isDone],
  );
}

/** True where its time ran until now. */
export async function endTime(tx: Tx, id: WrapUpId, because: NonNullable<WrapUp['backBecause']>): Promise<boolean> {
  const rows = await tx.query(
    `UPDATE wrap_up SET back_at = now(), back_because = $2
      WHERE id = $1 AND due_at IS NOT NULL AND back_at IS NULL RETURNING 1`,
    [id, because],
  );
  return rows.length > 0;
}

/** The caller holds their presence. */
export async function endWrapUpsOf(
  tx: Tx,
  agentIds: readonly AgentId[],
  because: 'came-online' | 'signed-out',
): Promise<void> {
  if (agentIds.length === 0) return;
  await tx.query(
    `UPDATE wrap_up SET back_at = now(), back_because = $2
      WHERE agent_id = ANY($1::uuid[]) AND due_at IS NOT NULL AND back_at IS NULL`,
    [agentIds, because],
  );
}

export async function isWrappingUp(tx: Tx, agentId: AgentId): Promise<boolean> {
  const rows = await tx.query(
    'SELECT 1 FROM wrap_up WHERE agent_id = $1 AND due_at IS NOT NULL AND back_at IS NULL LIMIT 1',
    [agentId],
  );
  return rows.length > 0;
}
