/** All SQL of signs. */
import type { AgentId, Because, ConversationId, IncidentId, SignId, SignKind } from '@trunkline/contracts';
import type { Tx } from '@trunkline/platform';

export type NewSignRow = {
  id: SignId;
  conversationId: ConversationId;
  kind: SignKind;
  basis: 'words' | 'count' | 'person';
  personId?: AgentId | null;
  words?: string[];
  because?: Because | null;
  note?: string | null;
  incidentId?: IncidentId | null;
};

/**
 * Gives the ids of those that were new. A person's mark stands beside what detection found; what detection found once
 * it does not find again in the same conversation, also where a supervisor took it back.
 */
export async function insertSigns(tx: Tx, signs: NewSignRow[]): Promise<Set<SignId>> {
  if (signs.length === 0) return new Set();
  const rows = await tx.query<{ id: SignId }>(
    `INSERT INTO conversation_sign (id, conversation_id, kind, basis, person_id, words, because, note, incident_id)
     SELECT id, "conversationId", kind, basis, "personId", coalesce(words, '[]'), because, note, "incidentId"
       FROM jsonb_to_recordset($1::jsonb) AS s (id uuid, "conversationId" uuid, kind text, basis text, "personId" uuid,
              words jsonb, because jsonb, note text, "incidentId" uuid)
      WHERE basis = 'person' OR "incidentId" IS NOT NULL OR NOT EXISTS (
              SELECT FROM conversation_sign t
               WHERE t.conversation_id = s."conversationId" AND t.kind = s.kind AND t.basis = 'count')
      ORDER BY "conversationId", kind
     ON CONFLICT DO NOTHING RETURNING id`,
    [JSON.stringify(signs)],
  );
  return new Set(rows.map(({ id }) => id));
}

/** The first of those who watch the queue; nothing where somebody has seen it. */
export async function markSeen(
  tx: Tx,
  id: SignId,
  by: AgentId,
): Promise<{ kind: SignKind; basis: string; personId: AgentId | null } | undefined> {
  const [seen] = await tx.query<{ kind: SignKind; basis: string; personId: AgentId | null }>(
    `UPDATE conversation_sign SET seen_by = $2, seen_at = now() WHERE id = $1 AND seen_at IS NULL
     RETURNING kind, basis, person_id AS "personId"`,
    [id, by],
  );
  return seen;
}

export const signJson = `
  jsonb_build_object('id', s.id, 'conversationId', s.conversation_id, 'kind', s.kind,
    'by', CASE WHEN s.basis = 'person' THEN 'person' ELSE 'detection' END, 'personId', s.person_id, 'words', s.words,
    'because', s.because, 'note', s.note, 'at', s.at, 'incidentId', s.incident_id, 'seenBy', s.seen_by,
    'seenAt', s.seen_at)`;

/** A conversation in a line, for cards that link to it; with `rowJoins`. */
export const briefJson = `
  jsonb_build_object('id', c.id, 'state', c.state, 'queue', c.queue, 'channel', c.channel, 'standard', c.standard,
    'customer', jsonb_build_object('id', a.customer_id, 'name', coalesce(a.name, p.name), 'address', a.address,
                                   'isVerified', a.is_verified, 'isVip', p.is_vip),
    'subject', c.subject, 'lastWords', c.last_words, 'agentId', c.agent_id)`;
