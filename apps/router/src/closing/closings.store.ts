/** All SQL of closings: one row a conversation and resolution, the cycle counted by its reopenings. */
import type { AgentId, Closing, ConversationId } from '@trunkline/contracts';
import type { Tx } from '@trunkline/platform';

/** As the page shows the present one; `c` is the conversation. */
export const closingJson = `(SELECT jsonb_build_object('cycle', k.cycle, 'askedAt', k.asked_at, 'askedBy', k.asked_by,
    'wantsMore', k.wants_more, 'answeredAt', k.answered_at, 'survey', k.survey, 'surveyAt', k.survey_at, 'score', k.score,
    'comment', k.comment)
  FROM closing k WHERE k.conversation_id = c.id
   AND k.cycle = 1 + (SELECT count(*) FROM event e WHERE e.conversation_id = c.id AND e.what = 'reopened'))`;

const cycle = `(SELECT 1 + count(*)::int FROM event WHERE conversation_id = $1::uuid AND what = 'reopened')`;

/** The present resolution's, made where there is none. */
export async function presentClosing(tx: Tx, id: ConversationId): Promise<Closing> {
  await tx.query(`INSERT INTO closing (conversation_id, cycle) VALUES ($1::uuid, ${cycle}) ON CONFLICT DO NOTHING`, [
    id,
  ]);
  const [row] = await tx.query<{ closing: Closing }>(
    `SELECT ${closingJson} AS closing FROM conversation c WHERE c.id = $1::uuid`,
    [id],
  );
  return row!.closing;
}

export async function markAsked(tx: Tx, id: ConversationId, by: AgentId): Promise<void> {
  await tx.query(
    `UPDATE closing SET asked_at = now(), asked_by = $2, wants_more = NULL, answered_at = NULL
      WHERE conversation_id = $1::uuid AND cycle = ${cycle}`,
    [id, by],
  );
}

export async function markMore(tx: Tx, id: ConversationId, wantsMore: boolean): Promise<void> {
  await tx.query(
    `UPDATE closing SET wants_more = $2, answered_at = now() WHERE conversation_id = $1::uuid AND cycle = ${cycle}`,
    [id, wantsMore],
  );
}

export async function markSurvey(tx: Tx, id: ConversationId, survey: NonNullable<Closing['survey']>): Promise<void> {
  await tx.query(
    `UPDATE closing SET survey = $2, survey_at = now() WHERE conversation_id = $1::uuid AND cycle = ${cycle}`,
    [id, survey],
  );
}

/** False where this resolution has one: exactly one counts. */
export async function storeScore(
  tx: Tx,
  id: ConversationId,
  said: { score: number; comment: string },
): Promise<boolean> {
  const rows = await tx.query(
    `UPDATE closing SET survey = 'answered', survey_at = now(), score = $2, comment = nullif($3, '')
      WHERE conversation_id = $1::uuid AND cycle = ${cycle} AND score IS NULL RETURNING 1`,
    [id, said.score, said.comment],
  );
  return rows.length > 0;
}
