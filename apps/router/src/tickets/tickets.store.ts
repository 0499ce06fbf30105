/** All SQL of tickets. Whoever writes one holds its conversation. */
import type {
  AgentId,
  Complaint,
  ConversationId,
  Kind,
  MessageId,
  Ticket,
  TicketId,
  Urgency,
} from '@trunkline/contracts';
import type { Postgres, Tx } from '@trunkline/platform';

/** A ticket as it is shown, and what says who may see it. */
export type KnownTicket = {
  ticket: Ticket;
  hiddenFrom: AgentId[];
  queue: string;
  /** Who has its conversation. */
  holderId: AgentId | null;
  /** Who stays with it. */
  followerId: AgentId | null;
  /** Departments that were handed it. */
  departments: string[];
};

/** The promise that runs for it: by its id, or, of a clock that names none, by the instant it began. */
const dueAt = `(SELECT min(k.due_at) FROM conversation_clock k
  WHERE k.conversation_id = t.conversation_id AND k.policy = 'promise' AND k.state = 'running'
    AND (k.ticket_id = t.id OR (k.ticket_id IS NULL
         AND date_trunc('milliseconds', k.started_at) = date_trunc('milliseconds', t.opened_at))))`;

const handOverJson = `jsonb_build_object('id', h.id, 'turn', h.turn, 'department', h.department, 'name', h.department_name, 'note', h.note, 'by', h.handed_by,
  'at', h.handed_at, 'dueAt', h.due_at, 'isMailed', h.is_mailed, 'answer', h.answer, 'attachments', h.attachments,
  'answeredBy', h.answered_by, 'answeredFrom', h.answered_from, 'answeredAt', h.answered_at)`;
const ticketJson = `jsonb_build_object('id', t.id, 'number', 'T-' || t.number, 'version', t.version,
  'conversationId', t.conversation_id, 'customerId', a.customer_id, 'kind', t.kind, 'severity', t.severity,
  'state', t.state, 'subject', t.subject, 'ownerId', t.owner_id, 'department', t.department,
  'handOvers', coalesce((SELECT jsonb_agg(${handOverJson} ORDER BY h.turn) FROM hand_over h WHERE h.ticket_id = t.id), '[]'), 'complaint', t.complaint,
  'openedBy', t.opened_by, 'openedAt', t.opened_at, 'answeredAt', t.answered_at, 'solvedAt', t.solved_at,
  'closedAt', t.closed_at, 'dueAt', ${dueAt})`;
const known = `SELECT ${ticketJson} AS ticket, t.hidden_from::text[] AS "hiddenFrom", c.queue, c.agent_id AS "holderId",
  CASE WHEN c.state <> 'closed' THEN c.follower_id END AS "followerId",
  ARRAY(SELECT DISTINCT h.department FROM hand_over h WHERE h.ticket_id = t.id) AS departments`;
const joins = `FROM ticket t JOIN conversation c ON c.id = t.conversation_id JOIN address a ON a.id = c.address_id`;

export async function findTicket(on: Pick<Tx, 'query'>, id: TicketId): Promise<KnownTicket | undefined> {
  const [found] = await on.query<KnownTicket>(`${known} ${joins} WHERE t.id = $1`, [id]);
  return found;
}

export type TicketsAsked = {
  /** Null: sees every queue. */
  groups: string[] | null;
  personId: AgentId;
  /** Of a member: what was handed to these is theirs to see. */
  departments: string[];
  /** Folded. */
  personNumber: string;
  conversationId?: ConversationId;
  states?: string[] | undefined;
  kinds?: string[] | undefined;
  queues?: string[] | undefined;
  ownerId?: AgentId | 'none' | undefined;
  cursor?: string | undefined;
  limit: number;
};

/** Newest first; what is hidden from the person is not there. */
export function readTickets(postgres: Postgres, asked: TicketsAsked): Promise<KnownTicket[]> {
  const values: unknown[] = [asked.personId, asked.personNumber, asked.departments];
  const where = [
    `NOT $1::uuid = ANY (t.hidden_from)`,
    `t.accused_number IS DISTINCT FROM $2`,
    `$3::text[] IS NOT NULL`,
  ];
  const add = (condition: (at: string) => string, value: unknown) => {
    if (value === undefined || value === null) return;
    values.push(value);
    where.push(condition(`$${values.length}`));
  };
  add(
    (at) => `t.id IN (SELECT id FROM ticket WHERE conversation_id = ${at}::uuid
                  UNION SELECT ticket_id FROM ticket_conversation WHERE conversation_id = ${at}::uuid)`,
    asked.conversationId,
  );
  if (!asked.conversationId) {
    add(
      (at) => `(c.queue = ANY (${at}::text[]) OR $1::uuid IN (c.agent_id, t.owner_id)
                  OR (c.follower_id = $1::uuid AND c.state <> 'closed')
                  OR EXISTS (SELECT FROM hand_over h WHERE h.ticket_id = t.id AND h.department = ANY ($3::text[])))`,
      asked.groups,
    );
  }
  add((at) => `t.state = ANY (${at}::text[])`, asked.states);
  add((at) => `t.kind = ANY (${at}::text[])`, asked.kinds);
  add((at) => `c.queue = ANY (${at}::text[])`, asked.queues);
  if (asked.ownerId === 'none') where.push('t.owner_id IS NULL');
  else add((at) => `t.owner_id = ${at}::uuid`, asked.ownerId);
  add((at) => `(t.opened_at, t.id) < (SELECT opened_at, id FROM ticket WHERE id = ${at}::uuid)`, asked.cursor);
  values.push(asked.limit);
  return postgres.query<KnownTicket>(
    `${known} ${joins} WHERE ${where.join(' AND ')} ORDER BY t.opened_at DESC, t.id DESC LIMIT $${values.length}`,
    values,
  );
}

export type NewTicketRow = {
  id: TicketId;
  conversationId: ConversationId;
  kind: Kind;
  severity: Urgency;
  subject: string;
  ownerId: AgentId | null;
  department: string | null;
  complaint: Complaint | null;
  accusedNumber: string | null;
  hiddenFrom: AgentId[];
  openedBy: AgentId;
};

export async function insertTicket(tx: Tx, row: NewTicketRow): Promise<KnownTicket> {
  await tx.query(
    `INSERT INTO ticket (id, conversation_id, kind, severity, subject, owner_id, department, complaint, accused_number,
                         hidden_from, opened_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::uuid[], $11)`,
    [
      row.id,
      row.conversationId,
      row.kind,
      row.severity,
      row.subject,
      row.ownerId,
      row.department,
      row.complaint && JSON.stringify(row.complaint),
      row.accusedNumber,
      row.hiddenFrom,
      row.openedBy,
    ],
  );
  return (await findTicket(tx, row.id))!;
}

export type TicketNow = Pick<Ticket, 'id' | 'state' | 'kind' | 'severity' | 'ownerId' | 'department'>;

/** What follows from the state: solved it is answered too, opened again it is solved no more. */
export async function updateTicket(tx: Tx, now: TicketNow): Promise<KnownTicket> {
  await tx.query(
    `UPDATE ticket
        SET version = version + 1, state = $2, kind = $3, severity = $4, owner_id = $5, department = $6,
            answered_at = CASE WHEN $2 IN ('solved', 'closed') THEN coalesce(answered_at, now()) ELSE answered_at END,
            solved_at = CASE WHEN $2 IN ('solved', 'closed') THEN coalesce(solved_at, now()) END,
            closed_at = CASE WHEN $2 = 'closed' THEN now() END
      WHERE id = $1`,
    [now.id, now.state, now.kind, now.severity, now.ownerId, now.department],
  );
  return (await findTicket(tx, now.id))!;
}

type Answer = { conversationId: ConversationId; ownerId: AgentId; messageId: MessageId };

/** The owner's reply answers what nobody had answered yet. */
export function answerTickets(tx: Tx, { conversationId, ownerId, messageId }: Answer): Promise<KnownTicket[]> {
  return changed(
    tx,
    `answered_at = now(), answer_id = $3`,
    `conversation_id = $1 AND owner_id = $2 AND answered_at IS NULL AND state NOT IN ('solved', 'closed')`,
    [conversationId, ownerId, messageId],
  );
}

/** A reply that did not arrive was no answer. */
export function takeAnswersBack(tx: Tx, messages: MessageId[]): Promise<KnownTicket[]> {
  return changed(
    tx,
    `answered_at = NULL, answer_id = NULL`,
    `answer_id = ANY ($1::uuid[]) AND state NOT IN ('solved', 'closed')`,
    [messages],
  );
}

/** The customer has answered: what rested with them is the desk's again. */
export function wakeTickets(tx: Tx, conversations: ConversationId[]): Promise<KnownTicket[]> {
  return changed(tx, `state = 'open'`, `conversation_id = ANY ($1::uuid[]) AND state = 'with-customer'`, [
    conversations,
  ]);
}

async function changed(tx: Tx, set: string, where: string, values: unknown[]): Promise<KnownTicket[]> {
  const rows = await tx.query<{ id: TicketId }>(
    `UPDATE ticket SET version = version + 1, ${set} WHERE ${where} RETURNING id`,
    values,
  );
  if (rows.length === 0) return [];
  return tx.query<KnownTicket>(`${known} ${joins} WHERE t.id = ANY ($1::uuid[]) ORDER BY t.id`, [
    rows.map(({ id }) => id),
  ]);
}
