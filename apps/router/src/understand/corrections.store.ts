/** All SQL of corrections: labels that people put right, for a supervisor to approve. */
import type { AgentId, ConversationId, Correction, CorrectionId, Corrections } from '@trunkline/contracts';
import { newId } from '@trunkline/contracts';
import type { Postgres, Tx } from '@trunkline/platform';

const pageSize = 100;
/** As far as a text is read when it is judged. */
const readAtMost = 2_000;

const columns = `
  r.id, r.conversation_id AS "conversationId", r.text, r.language, r.from_label AS "from", r.to_label AS "to", r.by,
  to_json(r.at) AS at, r.state, r.decided_by AS "decidedBy", to_json(r.decided_at) AS "decidedAt"`;

export type Relabelling = { conversationId: ConversationId; by: AgentId; to: string | null; topic: string | null };

/** Gives the label that was there before. The caller holds the conversation. */
export async function saveLabel(tx: Tx, { conversationId, by, to, topic }: Relabelling): Promise<string | null> {
  const [row] = await tx.query<{ label: string | null }>(
    `UPDATE conversation c SET label = $2, topic = $3, label_by = $4, version = c.version + 1
       FROM conversation before WHERE before.id = c.id AND c.id = $1 RETURNING before.label`,
    [conversationId, to, topic, by],
  );
  return row?.label ?? null;
}

/** One proposal a conversation: a second thought replaces the first, and none is left where it is as it was judged. */
export async function proposeCorrection(tx: Tx, change: Relabelling & { from: string | null }): Promise<void> {
  const { conversationId, by, from, to } = change;
  await tx.query(
    `INSERT INTO correction (id, conversation_id, text, language, from_label, to_label, by)
     SELECT $1, c.id, left(concat_ws(E'\\n', c.subject, m.text), ${readAtMost}), c.language, $3, $4, $5
       FROM conversation c JOIN LATERAL (SELECT text FROM message WHERE conversation_id = c.id
         AND spoken_by = 'customer' ORDER BY shown_at, id LIMIT 1) m ON true
      WHERE c.id = $2
     ON CONFLICT (conversation_id) WHERE state = 'proposed'
       DO UPDATE SET to_label = excluded.to_label, by = excluded.by, at = now()`,
    [newId<CorrectionId>(), conversationId, from, to, by],
  );
  await tx.query(
    `DELETE FROM correction WHERE conversation_id = $1 AND state = 'proposed' AND from_label IS NOT DISTINCT FROM to_label`,
    [conversationId],
  );
}

export type CorrectionsAsked = {
  state: string | undefined;
  cursor: string | undefined;
  groups: string[] | null;
  personId: AgentId;
};

/** Newest first; `groups`: only of these queues, or null for all. */
export async function listCorrections(postgres: Postgres, asked: CorrectionsAsked): Promise<Corrections> {
  const items = await postgres.query<Correction>(
    `SELECT ${columns} FROM correction r JOIN conversation c ON c.id = r.conversation_id
      WHERE ($1::text IS NULL OR r.state = $1) AND ($2::text[] IS NULL OR c.queue = ANY($2)) AND NOT $4::uuid = ANY(c.hidden_from)
        AND ($3::uuid IS NULL OR (r.at, r.id) < (SELECT at, id FROM correction WHERE id = $3::uuid))
      ORDER BY r.at DESC, r.id DESC LIMIT ${pageSize + 1}`,
    [asked.state ?? null, asked.groups, asked.cursor ?? null, asked.personId],
  );
  const page = items.slice(0, pageSize);
  return { items: page, next: items.length > pageSize ? page.at(-1)!.id : null };
}

/** Its conversation's queue is what decides who may decide. */
export async function holdCorrection(tx: Tx, id: CorrectionId) {
  const [row] = await tx.query<Correction & { queue: string; agentId: AgentId | null; hiddenFrom: AgentId[] }>(
    `SELECT ${columns}, c.queue, c.agent_id AS "agentId", c.hidden_from::text[] AS "hiddenFrom" FROM correction r JOIN conversation c ON c.id = r.conversation_id
      WHERE r.id = $1 FOR UPDATE OF r`,
    [id],
  );
  return row;
}

export async function decide(tx: Tx, id: CorrectionId, given: { state: string; by: AgentId }): Promise<Correction> {
  const [row] = await tx.query<Correction>(
    `UPDATE correction r SET state = $2, decided_by = $3, decided_at = now() WHERE id = $1 RETURNING ${columns}`,
    [id, given.state, given.by],
  );
  return row!;
}

/** Null: it belongs to none of the labels. */
export type Lesson = { text: string; label: string | null };

export async function countLessons(postgres: Postgres): Promise<number> {
  const [row] = await postgres.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM correction WHERE state = 'approved'`,
  );
  return row!.count;
}

/** What was approved, in the order of approval: the classifier learns from it. */
export async function approvedLessons(postgres: Postgres): Promise<Lesson[]> {
  return postgres.query<Lesson>(
    `SELECT text, to_label AS label FROM correction WHERE state = 'approved'
      ORDER BY decided_at, id`,
  );
}
