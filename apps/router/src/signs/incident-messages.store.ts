/** All SQL of what an incident's members are told: one row a member, written in the transaction of its message. */
import type {
  AgentId,
  Because,
  BothLanguages,
  ConversationId,
  IncidentId,
  IncidentMessage,
  IncidentMessageId,
  MessageId,
} from '@trunkline/contracts';
import type { Postgres, Tx } from '@trunkline/platform';
import type { Watching } from './incidents.store.ts';

type NewMessage = { id: IncidentMessageId; incidentId: IncidentId; text: BothLanguages; by: AgentId };

/** Gives how many are to be told: whoever is a member now. */
export async function insertIncidentMessage(tx: Tx, { id, incidentId, text, by }: NewMessage): Promise<number> {
  await tx.query('INSERT INTO incident_message (id, incident_id, text, person_id) VALUES ($1, $2, $3, $4)', [
    id,
    incidentId,
    JSON.stringify(text),
    by,
  ]);
  const rows = await tx.query(
    `INSERT INTO incident_message_to (incident_message_id, conversation_id)
     SELECT $1, m.conversation_id FROM incident_member m WHERE m.incident_id = $2 AND m.removed_at IS NULL RETURNING 1`,
    [id, incidentId],
  );
  return rows.length;
}

export type Addressee = { incidentMessageId: IncidentMessageId; conversationId: ConversationId; by: AgentId } & {
  text: BothLanguages;
};

/** Some of those who are still to be told, the oldest message first. */
export function nextAddressees(reads: Pick<Tx, 'query'> | Postgres, most: number): Promise<Addressee[]> {
  return reads.query<Addressee>(
    `SELECT o.incident_message_id AS "incidentMessageId", o.conversation_id AS "conversationId", n.text, n.person_id AS "by"
       FROM incident_message_to o JOIN incident_message n ON n.id = o.incident_message_id
      WHERE o.state = 'waits' ORDER BY o.incident_message_id, o.conversation_id LIMIT $1`,
    [most],
  );
}

type Key = Pick<Addressee, 'incidentMessageId' | 'conversationId'>;

/** Null where somebody settled it meanwhile: it is told once. */
export async function holdAddressee(tx: Tx, { incidentMessageId, conversationId }: Key): Promise<boolean> {
  const rows = await tx.query(
    `SELECT FROM incident_message_to WHERE incident_message_id = $1 AND conversation_id = $2 AND state = 'waits' FOR UPDATE`,
    [incidentMessageId, conversationId],
  );
  return rows.length > 0;
}

/** A complaint about an employee, recorded or by its label, is nobody's but the designated person's. */
export async function holdsHiddenComplaint(tx: Tx, id: ConversationId): Promise<boolean> {
  const rows = await tx.query(
    `SELECT FROM ticket t WHERE t.conversation_id = $1
        AND (t.kind = 'complaint-employee' OR cardinality(t.hidden_from) > 0) LIMIT 1`,
    [id],
  );
  return rows.length > 0;
}

type Settled = Key & { messageId: MessageId | null; because: Because | null };

export async function settleAddressee(tx: Tx, settled: Settled): Promise<void> {
  const { incidentMessageId, conversationId, messageId, because } = settled;
  await tx.query(
    `UPDATE incident_message_to SET state = $3, message_id = $4, because = $5
      WHERE incident_message_id = $1 AND conversation_id = $2`,
    [
      incidentMessageId,
      conversationId,
      messageId === null ? 'left-out' : 'written',
      messageId,
      because && JSON.stringify(because),
    ],
  );
}

const counted = (state: string) => `(SELECT count(*) FROM incident_message_to o
  WHERE o.incident_message_id = n.id AND o.state = '${state}')::int`;

/** Newest first; of the members those in one's queues. */
export async function showIncidentMessages(
  reads: Pick<Tx, 'query'> | Postgres,
  { seesAll, groups, personId }: Watching,
  which: { incidentId: IncidentId; id?: IncidentMessageId },
): Promise<IncidentMessage[]> {
  const rows = await reads.query<{ row: IncidentMessage }>(
    `SELECT jsonb_build_object('id', n.id, 'incidentId', n.incident_id, 'text', n.text, 'by', n.person_id, 'at', n.at,
       'waits', ${counted('waits')}, 'written', ${counted('written')}, 'leftOut', ${counted('left-out')},
       'to', coalesce((SELECT jsonb_agg(told) FROM (
          SELECT jsonb_build_object('conversationId', o.conversation_id, 'state', o.state, 'because', o.because,
                   'messageId', o.message_id, 'delivery', m.delivery_state,
                   'customer', jsonb_build_object('id', a.customer_id, 'name', coalesce(a.name, p.name),
                     'address', a.address, 'isVerified', a.is_verified, 'isVip', p.is_vip)) AS told
            FROM incident_message_to o JOIN conversation c ON c.id = o.conversation_id
            JOIN address a ON a.id = c.address_id JOIN customer p ON p.id = a.customer_id
            LEFT JOIN message m ON m.id = o.message_id
           WHERE o.incident_message_id = n.id AND ($2 OR c.queue = ANY ($3::text[]))
             AND NOT $5::uuid = ANY (c.hidden_from)
           ORDER BY c.arrived_at DESC LIMIT 200) shown), '[]')) AS row
       FROM incident_message n WHERE n.incident_id = $1 AND ($4::uuid IS NULL OR n.id = $4) ORDER BY n.at DESC, n.id DESC`,
    [which.incidentId, seesAll, groups, which.id ?? null, personId],
  );
  return rows.map(({ row }) => row);
}
