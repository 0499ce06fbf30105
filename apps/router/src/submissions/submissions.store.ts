/** All SQL of submissions. Whoever writes one holds its ticket's conversation. */
import type { AgentId, CallBackId, ConversationId, Submission, SubmissionId, TicketId } from '@trunkline/contracts';
import type { Postgres, Tx } from '@trunkline/platform';

type Reads = Pick<Tx, 'query'> | Postgres;

const json = `jsonb_build_object('id', s.id, 'ticketId', s.ticket_id, 'number', 'T-' || t.number, 'subject', t.subject,
  'severity', t.severity, 'conversationId', s.conversation_id, 'queue', c.queue, 'department', s.department,
  'turn', s.turn, 'attitude', s.attitude, 'note', s.note, 'point', s.point, 'submittedBy', s.submitted_by,
  'submittedAt', s.submitted_at, 'result', s.result, 'resultBy', s.result_by, 'resultAt', s.result_at,
  'delivery', s.delivery, 'callBackId', s.call_back_id, 'toldAt', s.told_at, 'toldBy', s.told_by, 'toldIn', s.told_in,
  'satisfied', s.satisfied, 'complaint', s.complaint)`;
const joins = `FROM submission s JOIN ticket t ON t.id = s.ticket_id JOIN conversation c ON c.id = t.conversation_id
  JOIN address a ON a.id = c.address_id`;
/** What has come and was not told stands first, in the order in which it came. */
const untoldFirst = `(s.result_at IS NOT NULL AND s.told_at IS NULL) DESC,
  CASE WHEN s.told_at IS NULL THEN s.result_at END, s.submitted_at DESC, s.id`;

export type KnownSubmission = {
  submission: Submission;
  /** Of its ticket. */
  heldIn: ConversationId;
  hiddenFrom: AgentId[];
  accusedNumber: string | null;
};
const known = `SELECT ${json} AS submission, t.conversation_id AS "heldIn", t.hidden_from::text[] AS "hiddenFrom",
  t.accused_number AS "accusedNumber"`;

export async function findSubmission(reads: Reads, id: SubmissionId): Promise<KnownSubmission | undefined> {
  const [found] = await reads.query<KnownSubmission>(`${known} ${joins} WHERE s.id = $1`, [id]);
  return found;
}

/** Of the conversation's customer, over all channels. */
export function submissionsOfCustomer(reads: Reads, conversationId: ConversationId): Promise<KnownSubmission[]> {
  return reads.query<KnownSubmission>(
    `${known} ${joins} WHERE a.customer_id = (
        SELECT mine.customer_id FROM conversation here JOIN address mine ON mine.id = here.address_id WHERE here.id = $1)
      ORDER BY ${untoldFirst} LIMIT 100`,
    [conversationId],
  );
}

/** Null groups: sees every queue. Those that wait the longest first. */
type Listing = { groups: string[] | null; personId: AgentId; isOpenOnly: boolean };

export function listed(reads: Reads, { groups, personId, isOpenOnly }: Listing): Promise<KnownSubmission[]> {
  return reads.query<KnownSubmission>(
    `SELECT * FROM (${known.replace(
      json,
      `${json} || jsonb_build_object('standard', c.standard, 'customer', jsonb_build_object('id', a.customer_id, 'name', coalesce(a.name, p.name),
        'address', a.address, 'isVerified', a.is_verified, 'isVip', p.is_vip))`,
    )}, s.submitted_at, s.id ${joins} JOIN customer p ON p.id = a.customer_id
      WHERE ($1::text[] IS NULL OR c.queue = ANY ($1::text[])) AND NOT ($2 AND s.told_at IS NOT NULL)
        AND NOT $3::uuid = ANY (c.hidden_from)
      ORDER BY s.submitted_at DESC, s.id DESC LIMIT 200) newest ORDER BY submitted_at, id`,
    [groups, isOpenOnly, personId],
  );
}

export type NewSubmissionRow = Pick<
  Submission,
  'id' | 'ticketId' | 'conversationId' | 'department' | 'turn' | 'attitude' | 'note' | 'point' | 'submittedBy'
>;

export async function insertSubmission(tx: Tx, row: NewSubmissionRow): Promise<void> {
  await tx.query(
    `INSERT INTO submission (id, ticket_id, conversation_id, department, turn, attitude, note, point, submitted_by)
     SELECT id, "ticketId", "conversationId", department, turn, attitude, note, point, "submittedBy"
       FROM jsonb_to_record($1::jsonb) AS s (id uuid, "ticketId" uuid, "conversationId" uuid, department text, turn int,
            attitude text, note text, point text, "submittedBy" uuid)`,
    [JSON.stringify(row)],
  );
}

/** The one under this ticket that a department has. */
export async function openUnder(tx: Tx, ticketId: TicketId): Promise<SubmissionId | undefined> {
  const [row] = await tx.query<{ id: SubmissionId }>(
    'SELECT id FROM submission WHERE ticket_id = $1 AND result_at IS NULL',
    [ticketId],
  );
  return row?.id;
}

type Result = { id: SubmissionId; result: string; by: AgentId | null };

export async function putResult(tx: Tx, { id, result, by }: Result): Promise<boolean> {
  const rows = await tx.query(
    `UPDATE submission SET result = $2, result_by = $3, result_at = clock_timestamp()
      WHERE id = $1 AND result_at IS NULL RETURNING 1`,
    [id, result, by],
  );
  return rows.length > 0;
}

type Delivery = { id: SubmissionId; how: 'call-back' | 'held'; by: AgentId; callBackId: CallBackId | null };

export async function putDelivery(tx: Tx, { id, how, by, callBackId }: Delivery): Promise<void> {
  await tx.query('UPDATE submission SET delivery = $2, delivery_by = $3, call_back_id = $4 WHERE id = $1', [
    id,
    how,
    by,
    callBackId,
  ]);
}

type Told = { id: SubmissionId; by: AgentId; conversationId: ConversationId };

/** Whoever is first has told it. */
export async function putTold(tx: Tx, { id, by, conversationId }: Told): Promise<boolean> {
  const rows = await tx.query(
    `UPDATE submission SET told_at = clock_timestamp(), told_by = $2, told_in = $3 WHERE id = $1 AND told_at IS NULL RETURNING 1`,
    [id, by, conversationId],
  );
  return rows.length > 0;
}

export async function putHeard(tx: Tx, ids: SubmissionId[], satisfied: boolean, complaint: string | null) {
  await tx.query('UPDATE submission SET satisfied = $2, complaint = $3 WHERE id = ANY ($1::uuid[])', [
    ids,
    satisfied,
    complaint,
  ]);
}

/** The customer's conversations that are open: what they are owed stands on each of their pages. */
export async function openOfCustomer(reads: Reads, conversationId: ConversationId): Promise<ConversationId[]> {
  const rows = await reads.query<{ id: ConversationId }>(
    `SELECT c.id FROM conversation here JOIN address mine ON mine.id = here.address_id
       JOIN address a ON a.customer_id = mine.customer_id JOIN conversation c ON c.address_id = a.id
      WHERE here.id = $1 AND c.state <> 'closed' ORDER BY c.id LIMIT 50`,
    [conversationId],
  );
  return rows.map(({ id }) => id);
}
