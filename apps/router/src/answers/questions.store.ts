/** All SQL of questions that stand open. */
import type { ConversationId, MessageId, QuestionAsked } from '@trunkline/contracts';
import type { Postgres, Tx } from '@trunkline/platform';
import type { AskedQuestion } from '@trunkline/rules';

/** `aboutId`: a transfer, or the conversation. */
export type OpenQuestion = {
  conversationId: ConversationId;
  kind: AskedQuestion;
  aboutId: string;
  messageId: MessageId | null;
  /** ISO */
  askedAt: string;
};

/** A newer question takes the place of the one before. */
export async function putQuestion(tx: Tx, one: Omit<OpenQuestion, 'askedAt'>): Promise<void> {
  await tx.query(
    `INSERT INTO question (conversation_id, kind, about_id, message_id) VALUES ($1, $2, $3, $4)
     ON CONFLICT (conversation_id) DO UPDATE
       SET kind = excluded.kind, about_id = excluded.about_id, message_id = excluded.message_id, asked_at = now()`,
    [one.conversationId, one.kind, one.aboutId, one.messageId],
  );
}

/** By conversation. */
export async function questionsTo(tx: Tx, ids: readonly ConversationId[]): Promise<Map<ConversationId, OpenQuestion>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.query<OpenQuestion>(
    `SELECT conversation_id AS "conversationId", kind, about_id AS "aboutId", message_id AS "messageId",
            to_json(asked_at) AS "askedAt" FROM question WHERE conversation_id = ANY($1::uuid[])`,
    [ids],
  );
  return new Map(rows.map((row) => [row.conversationId, row]));
}

/** False where that question does not stand open any more: somebody was faster. */
export async function takeQuestion(
  tx: Tx,
  { conversationId, kind, aboutId }: Omit<OpenQuestion, 'askedAt' | 'messageId'>,
) {
  const rows = await tx.query(
    'DELETE FROM question WHERE conversation_id = $1 AND kind = $2 AND about_id = $3 RETURNING 1',
    [conversationId, kind, aboutId],
  );
  return rows.length > 0;
}

/** Does the question that went out with this word still stand open? */
export async function stands(postgres: Postgres, { conversationId, messageId }: QuestionAsked): Promise<boolean> {
  const sql = 'SELECT 1 FROM question WHERE conversation_id = $1 AND message_id = $2';
  return (await postgres.query(sql, [conversationId, messageId])).length > 0;
}
