/** All SQL of transfers: the question to the customer, and the capsules. */
import type { AgentId, Capsule, ConversationId, Transfer, TransferId, TransferTo } from '@trunkline/contracts';
import type { Tx } from '@trunkline/platform';

export type TransferState = 'asked' | 'done' | 'refused' | 'silent' | 'withdrawn' | 'not-placed' | 'over';

/** For the page: the open question while who asked it still has the conversation; `c` is the conversation. */
export const transferAskJson = `(SELECT jsonb_build_object('by', w.by, 'to', w.target, 'askedAt', w.at, 'until', w.until_at)
  FROM transfer w WHERE w.conversation_id = c.id AND w.state = 'asked' AND w.from_agent = c.agent_id)`;
export const capsulesJson = `coalesce((SELECT jsonb_agg(jsonb_build_object('id', w.id, 'from', w.from_agent, 'by', w.by,
    'fromQueue', w.from_queue, 'to', w.target, 'why', w.why, 'summary', w.summary, 'promised', w.promised,
    'mood', w.mood, 'asked', w.known, 'tickets', w.tickets, 'signs', w.signs, 'consent', w.consent, 'how', w.how,
    'at', coalesce(w.settled_at, w.at)) ORDER BY w.at DESC, w.id DESC)
  FROM transfer w WHERE w.conversation_id = c.id AND w.state = 'done'), '[]')`;

type New = {
  id: TransferId;
  conversationId: ConversationId;
  state: TransferState;
  by: AgentId;
  fromAgent: AgentId | null;
  fromQueue: string;
  leavesGroup: boolean;
  consent: Capsule['consent'];
  until: string | null;
  transfer: Transfer;
};

/** With what is known at this moment: answers, open tickets, signs. */
export async function insertTransfer(tx: Tx, one: New): Promise<void> {
  const { to, how, why, note, promised, mood } = one.transfer;
  await tx.query(
    `INSERT INTO transfer (id, conversation_id, state, by, from_agent, from_queue, leaves_group, target, consent, how, why,
       summary, promised, mood, until_at, settled_at, known, tickets, signs)
     SELECT $1, c.id, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, CASE WHEN $3 <> 'asked' THEN now() END, c.form,
       coalesce((SELECT jsonb_agg(jsonb_build_object('number', t.number::text, 'kind', t.kind, 'state', t.state) ORDER BY t.id)
                   FROM ticket t WHERE t.conversation_id = c.id AND t.state NOT IN ('solved', 'closed')), '[]'),
       coalesce((SELECT jsonb_agg(DISTINCT s.kind) FROM conversation_sign s
                  WHERE s.conversation_id = c.id AND s.removed_at IS NULL), '[]')
       FROM conversation c WHERE c.id = $2`,
    [
      one.id,
      one.conversationId,
      one.state,
      one.by,
      one.fromAgent,
      one.fromQueue,
      one.leavesGroup,
      JSON.stringify(to),
      one.consent,
      how || null,
      why || null,
      note || null,
      promised || null,
      mood ?? null,
      one.until,
    ],
  );
}

export type OpenAsk = {
  id: TransferId;
  by: AgentId;
  fromAgent: AgentId;
  to: TransferTo;
  summary: string | null;
  why: string | null;
};

export async function findAsk(tx: Tx, conversationId: ConversationId): Promise<OpenAsk | undefined> {
  const [row] = await tx.query<OpenAsk>(
    `SELECT id, by, from_agent AS "fromAgent", target AS to, summary, why FROM transfer
      WHERE conversation_id = $1 AND state = 'asked'`,
    [conversationId],
  );
  return row;
}

export async function settleTransfer(tx: Pick<Tx, 'query'>, id: TransferId, state: TransferState): Promise<void> {
  await tx.query('UPDATE transfer SET state = $2, settled_at = now() WHERE id = $1', [id, state]);
}

/** How often it was handed on to another group since it was opened. */
export async function countBounces(on: Pick<Tx, 'query'>, id: ConversationId): Promise<number> {
  const [row] = await on.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM transfer WHERE conversation_id = $1 AND state = 'done' AND leaves_group`,
    [id],
  );
  return row!.count;
}

export async function topicOf(on: Pick<Tx, 'query'>, id: ConversationId) {
  const [row] = await on.query<{ topic: string | null; label: string | null }>(
    'SELECT topic, label FROM conversation WHERE id = $1',
    [id],
  );
  return row!;
}

/** Who of these is signed in and at the desk. */
export async function whoIsOnline(on: Pick<Tx, 'query'>, ids: readonly AgentId[]): Promise<Set<AgentId>> {
  const rows = await on.query<{ id: AgentId }>(
    `SELECT agent_id AS id FROM agent_presence WHERE agent_id = ANY($1::uuid[]) AND state = 'online'`,
    [ids],
  );
  return new Set(rows.map(({ id }) => id));
}
