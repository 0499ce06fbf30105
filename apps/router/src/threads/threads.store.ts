/** All SQL by which messages change their conversation, and the rows follow what they hold. */
import type { ConversationId, MessageId } from '@trunkline/contracts';
import type { Tx } from '@trunkline/platform';

export type MessageAt = { id: MessageId; first: ConversationId | null };

export async function findMessage(tx: Tx, id: MessageId, of: ConversationId): Promise<MessageAt | undefined> {
  const [row] = await tx.query<MessageAt>(
    'SELECT id, first_conversation_id AS first FROM message WHERE id = $1 AND conversation_id = $2',
    [id, of],
  );
  return row;
}

/** From this one on, in the order of the thread; how many. */
export async function moveFrom(
  tx: Tx,
  { message, from, to }: { message: MessageId; from: ConversationId; to: ConversationId },
): Promise<number> {
  const rows = await tx.query(
    `UPDATE message m SET conversation_id = $3, first_conversation_id = coalesce(m.first_conversation_id, $2)
      WHERE m.conversation_id = $2 AND (m.shown_at, m.id) >= (SELECT shown_at, id FROM message WHERE id = $1) RETURNING 1`,
    [message, from, to],
  );
  return rows.length;
}

export async function moveAll(tx: Tx, { from, to }: { from: ConversationId; to: ConversationId }): Promise<number> {
  const rows = await tx.query(
    `UPDATE message m SET conversation_id = $2, first_conversation_id = NULLIF(coalesce(m.first_conversation_id, $1), $2)
      WHERE m.conversation_id = $1 RETURNING 1`,
    [from, to],
  );
  return rows.length;
}

/** Exactly what came from there. */
export async function moveHome(
  tx: Tx,
  { from, home }: { from: ConversationId; home: ConversationId },
): Promise<number> {
  const rows = await tx.query(
    `UPDATE message SET conversation_id = $2, first_conversation_id = NULL
      WHERE conversation_id = $1 AND first_conversation_id = $2 RETURNING 1`,
    [from, home],
  );
  return rows.length;
}

export type Holds = {
  messages: number;
  /** The customer's last word has had no answer by a person. */
  owes: boolean;
  lastCustomerAt: string | null;
};

/** What the lists show follows the messages. */
export async function fitToMessages(tx: Tx, id: ConversationId): Promise<Holds> {
  const [row] = await tx.query<Holds>(
    `WITH held AS (
       SELECT count(*)::int AS messages, max(shown_at) AS last_at,
              max(shown_at) FILTER (WHERE spoken_by = 'customer' AND automatic IS NULL) AS asked_at,
              max(at) FILTER (WHERE spoken_by = 'agent' AND kind = 'reply') AS replied_at,
              min(at) FILTER (WHERE spoken_by = 'agent' AND kind = 'reply') AS first_reply_at,
              max(at) FILTER (WHERE spoken_by = 'customer' AND automatic IS NULL) AS heard_at
         FROM message WHERE conversation_id = $1),
     said AS (SELECT text, spoken_by FROM message WHERE conversation_id = $1 AND kind <> 'note' ORDER BY shown_at DESC, id DESC LIMIT 1)
     UPDATE conversation c
        SET last_words = coalesce((SELECT left(regexp_replace(text, '\\s+', ' ', 'g'), 160) FROM said), c.last_words),
            last_from = coalesce((SELECT spoken_by FROM said), c.last_from), last_at = coalesce(held.last_at, c.last_at),
            last_customer_at = held.asked_at, first_reply_at = held.first_reply_at, last_reply_at = held.replied_at,
            unread = CASE WHEN held.heard_at > coalesce(held.replied_at, '-infinity') THEN greatest(c.unread, 1) ELSE 0 END
       FROM held WHERE c.id = $1
     RETURNING held.messages, coalesce(held.heard_at > coalesce(held.replied_at, '-infinity'), false) AS owes,
               to_char(held.asked_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "lastCustomerAt"`,
    [id],
  );
  return row!;
}

/** A conversation of its own beside another: the same address, queue and label; its thread is named by itself. */
export async function copyConversation(
  tx: Tx,
  { from, to }: { from: ConversationId; to: ConversationId },
): Promise<void> {
  await tx.query(
    `INSERT INTO conversation (id, address_id, thread_key, state, version, customer_version, routing_version, channel, standard, account,
       live, queue, subject, language, label, topic, confidence, evidence, policy_version, classifier_version, label_by, urgency,
       automatic, is_suspect, order_key_parts, order_key, waiting_because, preferred_agent_id, continues, arrived_at, last_words,
       last_from, last_at, verified_until, verified_by, verified_at, form, hidden_from)
     SELECT $2::uuid, address_id, 'split:' || ($2::uuid)::text, 'waiting', 1, 1, 1, channel, standard, account, live, queue, subject, language,
       label, topic, confidence, evidence, policy_version, classifier_version, label_by, urgency, automatic, is_suspect,
       order_key_parts, order_key, '{"code":"just-arrived","values":{}}', agent_id, NULL, now(), last_words, last_from, last_at,
       verified_until, verified_by, verified_at, form, hidden_from
       FROM conversation WHERE id = $1`,
    [from, to],
  );
}

/** Since when it waits, and by which key: as if the customer's last word had opened it. */
export async function waitsSince(
  tx: Tx,
  id: ConversationId,
  since: { at: string; orderKeyParts: object; orderKey: number },
) {
  await tx.query('UPDATE conversation SET arrived_at = $2, order_key_parts = $3, order_key = $4 WHERE id = $1', [
    id,
    since.at,
    JSON.stringify(since.orderKeyParts),
    since.orderKey,
  ]);
}

export async function markMerged(tx: Tx, id: ConversationId, into: ConversationId | null): Promise<void> {
  await tx.query(
    `UPDATE conversation SET merged_into = $2::uuid, closed_at = CASE WHEN $2::uuid IS NULL THEN NULL ELSE closed_at END,
            thread_key = CASE WHEN $2::uuid IS NULL AND EXISTS (SELECT FROM conversation o WHERE o.address_id = conversation.address_id
                AND o.thread_key = conversation.thread_key AND o.is_open) THEN 'split:' || id::text ELSE thread_key END
      WHERE id = $1`,
    [id, into],
  );
}

export async function hasOpenTicket(tx: Tx, id: ConversationId): Promise<boolean> {
  return (
    (await tx.query(`SELECT FROM ticket WHERE conversation_id = $1 AND state <> 'closed' LIMIT 1`, [id])).length > 0
  );
}
