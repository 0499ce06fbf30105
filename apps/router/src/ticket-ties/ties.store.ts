/** All SQL of what belongs together with a ticket. Whoever writes it holds the conversations. */
import type { AgentId, ConversationId, CustomerId, TicketId, TicketTies } from '@trunkline/contracts';
import type { Postgres, Tx } from '@trunkline/platform';
import type { Thing } from '@trunkline/rules';

type Reads = Pick<Tx, 'query'> | Postgres;

/** Every conversation that is about `$1`. */
const about = `SELECT conversation_id FROM ticket WHERE id = $1
  UNION SELECT conversation_id FROM ticket_conversation WHERE ticket_id = $1`;

type Viewer = { personId: AgentId /** Folded. */; personNumber: string };

export async function readTies(reads: Reads, id: TicketId, viewer: Viewer): Promise<TicketTies> {
  const [row] = await reads.query<{ ties: TicketTies }>(
    `SELECT jsonb_build_object(
      'customer', jsonb_build_object('id', a.customer_id, 'name', coalesce(a.name, p.name), 'address', a.address,
        'isVerified', a.is_verified, 'isVip', p.is_vip),
      'conversations', (SELECT jsonb_agg(jsonb_build_object('id', o.id, 'queue', o.queue, 'standard', o.standard,
          'state', o.state, 'subject', o.subject, 'topic', o.topic, 'label', o.label, 'arrivedAt', o.arrived_at,
          'isFirst', o.id = t.conversation_id) ORDER BY o.arrived_at, o.id)
        FROM conversation o WHERE o.id IN (${about}) AND NOT $2::uuid = ANY (o.hidden_from)),
      'tickets', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'number', 'T-' || o.number, 'kind', o.kind,
          'state', o.state, 'subject', o.subject, 'ownerId', o.owner_id, 'how', tied.how) ORDER BY o.opened_at, o.id), '[]')
        FROM (SELECT id, 'merged-from' AS how FROM ticket WHERE merged_into = $1
              UNION ALL SELECT id, 'split-into' FROM ticket WHERE split_from = $1
              UNION ALL SELECT t.merged_into, 'merged-into' UNION ALL SELECT t.split_from, 'split-from'
              UNION ALL SELECT CASE one_id WHEN $1 THEN other_id ELSE one_id END, 'linked' FROM ticket_link
               WHERE $1 IN (one_id, other_id)) tied
        JOIN ticket o ON o.id = tied.id
       WHERE NOT $2::uuid = ANY (o.hidden_from) AND o.accused_number IS DISTINCT FROM $3)) AS ties
     FROM ticket t JOIN conversation c ON c.id = t.conversation_id JOIN address a ON a.id = c.address_id
       JOIN customer p ON p.id = a.customer_id WHERE t.id = $1::uuid`,
    [id, viewer.personId, viewer.personNumber],
  );
  return row!.ties;
}

/** `T-1042` as people write it. */
export async function idOfNumber(reads: Reads, number: string): Promise<TicketId | undefined> {
  const [row] = await reads.query<{ id: TicketId }>('SELECT id FROM ticket WHERE number = $1::bigint', [
    number.slice('T-'.length),
  ]);
  return row?.id;
}

export async function conversationsOf(reads: Reads, tickets: TicketId[]): Promise<ConversationId[]> {
  const rows = await reads.query<{ id: ConversationId }>(
    `SELECT conversation_id AS id FROM ticket WHERE id = ANY ($1::uuid[])
     UNION SELECT conversation_id FROM ticket_conversation WHERE ticket_id = ANY ($1::uuid[]) ORDER BY 1`,
    [tickets],
  );
  return rows.map((row) => row.id);
}

/** Of these numbers the tickets of this customer, what was merged under the one it goes on as. */
export async function numbersOf(tx: Tx, { numbers, customerId }: { numbers: string[]; customerId: CustomerId }) {
  const rows = await tx.query<{ id: TicketId }>(
    `SELECT DISTINCT coalesce(t.merged_into, t.id) AS id
       FROM ticket t JOIN conversation c ON c.id = t.conversation_id JOIN address a ON a.id = c.address_id
      WHERE t.number = ANY ($1::bigint[]) AND a.customer_id = $2 ORDER BY 1`,
    [numbers, customerId],
  );
  return rows.map((row) => row.id);
}

/** The conversations that were tied to it, as `may` asks of them. */
export function tiedThings(reads: Reads, id: TicketId): Promise<Thing[]> {
  return reads.query<Thing>(
    `SELECT c.queue, c.agent_id AS "agentId", CASE WHEN c.state <> 'closed' THEN c.follower_id END AS "followerId",
            c.hidden_from::text[] AS "hiddenFrom"
       FROM ticket_conversation tied JOIN conversation c ON c.id = tied.conversation_id WHERE tied.ticket_id = $1`,
    [id],
  );
}

type Tied = { ticketId: TicketId; conversations: ConversationId[]; by: AgentId | null };

/** Those that were not tied before; the one in which it was opened needs no tie. */
export async function tieConversations(tx: Tx, { ticketId, conversations, by }: Tied): Promise<ConversationId[]> {
  const rows = await tx.query<{ id: ConversationId }>(
    `INSERT INTO ticket_conversation (ticket_id, conversation_id, tied_by)
     SELECT t.id, given.id, $3 FROM ticket t, unnest($2::uuid[]) AS given (id)
      WHERE t.id = $1 AND given.id <> t.conversation_id ON CONFLICT DO NOTHING RETURNING conversation_id AS id`,
    [ticketId, conversations, by],
  );
  return rows.map((row) => row.id);
}

export async function untieConversation(tx: Tx, ticketId: TicketId, id: string): Promise<boolean> {
  const rows = await tx.query(
    'DELETE FROM ticket_conversation WHERE ticket_id = $1 AND conversation_id = $2 RETURNING 1',
    [ticketId, id],
  );
  return rows.length > 0;
}

export async function linkTickets(tx: Tx, one: TicketId, { other, by }: { other: TicketId; by: AgentId }) {
  const rows = await tx.query(
    `INSERT INTO ticket_link (one_id, other_id, linked_by) VALUES (least($1::uuid, $2::uuid), greatest($1::uuid, $2::uuid), $3)
     ON CONFLICT DO NOTHING RETURNING 1`,
    [one, other, by],
  );
  return rows.length > 0;
}

export async function unlinkTickets(tx: Tx, one: TicketId, other: string): Promise<boolean> {
  const rows = await tx.query(
    'DELETE FROM ticket_link WHERE one_id = least($1::uuid, $2::uuid) AND other_id = greatest($1::uuid, $2::uuid) RETURNING 1',
    [one, other],
  );
  return rows.length > 0;
}

/** It ends without an answer of its own: what it promised is kept under the other one. */
export async function endMerged(tx: Tx, id: TicketId, into: TicketId): Promise<void> {
  await tx.query(
    `UPDATE ticket SET version = version + 1, state = 'closed', merged_into = $2, solved_at = now(), closed_at = now()
      WHERE id = $1`,
    [id, into],
  );
}

export async function noteSplit(tx: Tx, id: TicketId, from: TicketId): Promise<void> {
  await tx.query('UPDATE ticket SET split_from = $2 WHERE id = $1', [id, from]);
}

/** What is tied to it changed: whoever shows it fetches it again. */
export async function touch(tx: Tx, id: TicketId): Promise<void> {
  await tx.query('UPDATE ticket SET version = version + 1 WHERE id = $1', [id]);
}
