/** All SQL of complaints beside their tickets. Whoever writes one holds its conversation. */
import type {
  AgentId,
  ComplaintStand,
  ConversationId,
  EarlierComplaint,
  NewComplaintStep,
  TicketId,
} from '@trunkline/contracts';
import type { Tx } from '@trunkline/platform';
import type { Contact } from '@trunkline/rules';

/** As it is stored: the words and the next step are the rules' to say. */
export type KnownComplaint = Omit<ComplaintStand, 'next' | 'contactText' | 'earlier'> & {
  earlier: Omit<EarlierComplaint, 'text'> | null;
  hiddenFrom: AgentId[];
  conversationId: ConversationId;
  promiseText: string | null;
};

const stepJson = `s.body || jsonb_build_object('at', s.taken_at, 'by', s.taken_by)`;
/** What came of a ticket `e`: its answer as a step, else what its department said, else the owner's reply. */
const resultOf = `coalesce((SELECT s.body->>'text' FROM complaint_step s WHERE s.ticket_id = e.id AND s.body->>'step' = 'answer'
     ORDER BY s.nth DESC LIMIT 1),
  CASE WHEN e.state IN ('solved', 'closed') THEN coalesce(
    (SELECT m.text FROM message m WHERE m.id = e.answer_id),
    (SELECT h.answer FROM hand_over h WHERE h.ticket_id = e.id AND h.answer IS NOT NULL ORDER BY h.turn DESC LIMIT 1)) END)`;
/** Asked for patience, the customer is told again once there is a result. */
const isToldOf = `o.earlier_told_at >= coalesce((SELECT max(s.taken_at) FROM complaint_step s
  WHERE s.ticket_id = e.id AND s.body->>'step' = 'answer'), o.earlier_told_at)`;
const earlierJson = `(SELECT jsonb_build_object('ticketId', e.id, 'number', 'T-' || e.number, 'conversationId', e.conversation_id,
    'at', e.opened_at, 'result', ${resultOf},
    'standing', CASE WHEN ${resultOf} IS NOT NULL THEN 'result' WHEN e.state IN ('solved', 'closed') THEN 'none' ELSE 'open' END,
    'toldAt', CASE WHEN ${isToldOf} THEN o.earlier_told_at END, 'satisfied', CASE WHEN ${isToldOf} THEN o.earlier_satisfied END)
  FROM ticket e WHERE e.id = o.earlier_id)`;
const known = `SELECT jsonb_build_object('ticketId', t.id, 'number', 'T-' || t.number, 'kind', t.kind, 'state', t.state,
    'ownerId', t.owner_id, 'content', coalesce(t.complaint->>'content', t.subject), 'contactDueAt', o.contact_due_at,
    'steps', (SELECT coalesce(jsonb_agg(${stepJson} ORDER BY s.nth), '[]') FROM complaint_step s WHERE s.ticket_id = t.id),
    'earlier', ${earlierJson},
    'promise', CASE WHEN o.promised_until IS NOT NULL THEN
       jsonb_build_object('until', o.promised_until, 'at', o.promised_at, 'by', o.promised_by) END,
    'promiseText', o.promise_text, 'hiddenFrom', to_jsonb(t.hidden_from), 'conversationId', t.conversation_id) AS complaint
  FROM complaint o JOIN ticket t ON t.id = o.ticket_id`;

export async function findComplaint(on: Pick<Tx, 'query'>, id: TicketId): Promise<KnownComplaint | undefined> {
  const [row] = await on.query<{ complaint: KnownComplaint }>(`${known} WHERE t.id = $1`, [id]);
  return row?.complaint;
}

/** Newest first. `isOpenOnly`: what is neither solved nor closed. */
export async function complaintsOf(
  on: Pick<Tx, 'query'>,
  id: ConversationId,
  { isOpenOnly }: { isOpenOnly: boolean },
): Promise<KnownComplaint[]> {
  const rows = await on.query<{ complaint: KnownComplaint }>(
    `${known} WHERE t.conversation_id = $1 AND (NOT $2 OR t.state NOT IN ('solved', 'closed'))
      ORDER BY t.opened_at DESC, t.id LIMIT 20`,
    [id, isOpenOnly],
  );
  return rows.map(({ complaint }) => complaint);
}

type New = { ticketId: TicketId; contactDueAt: string | null; earlierId: TicketId | null };

export async function insertComplaint(tx: Tx, { ticketId, contactDueAt, earlierId }: New): Promise<void> {
  await tx.query('INSERT INTO complaint (ticket_id, contact_due_at, earlier_id) VALUES ($1, $2, $3)', [
    ticketId,
    contactDueAt,
    earlierId,
  ]);
}

type Taking = { ticketId: TicketId; steps: NewComplaintStep[]; by: AgentId | null };

export async function insertSteps(tx: Tx, { ticketId, steps, by }: Taking): Promise<void> {
  await tx.query(
    `INSERT INTO complaint_step (ticket_id, nth, body, taken_by)
     SELECT $1, (SELECT count(*) FROM complaint_step WHERE ticket_id = $1) + taken.nth, taken.body, $3::uuid
       FROM jsonb_array_elements($2::jsonb) WITH ORDINALITY AS taken (body, nth)`,
    [ticketId, JSON.stringify(steps), by],
  );
}

/** The customer was contacted: nothing is due any more. */
export const endContact = (tx: Tx, id: TicketId) =>
  tx.query('UPDATE complaint SET contact_due_at = NULL WHERE ticket_id = $1', [id]);
export const putEarlierTold = (tx: Tx, id: TicketId) =>
  tx.query('UPDATE complaint SET earlier_told_at = now(), earlier_satisfied = NULL WHERE ticket_id = $1', [id]);
export const putEarlierHeard = (tx: Tx, id: TicketId, satisfied: boolean) =>
  tx.query('UPDATE complaint SET earlier_satisfied = $2 WHERE ticket_id = $1', [id, satisfied]);

type Promised = { ticketId: TicketId; until: string; by: AgentId; text: string };

/** What is promised now is owed anew, whatever was answered before. */
export async function putPromise(tx: Tx, { ticketId, until, by, text }: Promised): Promise<void> {
  await tx.query(
    `UPDATE complaint SET promised_until = $2, promised_at = now(), promised_by = $3, promise_text = $4 WHERE ticket_id = $1`,
    [ticketId, until, by, text],
  );
  await tx.query('UPDATE ticket SET version = version + 1, answered_at = NULL, answer_id = NULL WHERE id = $1', [
    ticketId,
  ]);
}

export type EarlierKnown = { ticketId: TicketId; contact: Contact };

/** The customer's other complaints about events, newest first, each with what was complained of. */
export async function earlierOf(tx: Tx, { ticketId }: { ticketId: TicketId }): Promise<EarlierKnown[]> {
  return tx.query<EarlierKnown>(
    `SELECT e.id AS "ticketId", jsonb_build_object('conversationId', e.conversation_id, 'at', e.opened_at,
            'text', e.subject || E'\\n' || coalesce(e.complaint->>'content', ''), 'label', e.kind) AS contact
       FROM ticket t JOIN conversation c ON c.id = t.conversation_id JOIN address a ON a.id = c.address_id
       JOIN address same ON same.customer_id = a.customer_id JOIN conversation o ON o.address_id = same.id
       JOIN ticket e ON e.conversation_id = o.id
      WHERE t.id = $1 AND e.id <> t.id AND e.kind = 'complaint-event' AND e.opened_at <= t.opened_at
      ORDER BY e.opened_at DESC LIMIT 50`,
    [ticketId],
  );
}
