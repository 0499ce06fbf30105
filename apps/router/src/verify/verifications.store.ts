/** All SQL of verification: codes that went out, addresses that one may go to, and since when a conversation is verified. */
import type {
  AddressId,
  AgentId,
  ChannelName,
  ConversationId,
  CustomerId,
  MessageId,
  Standard,
} from '@trunkline/contracts';
import type { Postgres, Tx } from '@trunkline/platform';
import type { CodeAsked } from '@trunkline/rules';
import type { z } from 'zod';

export type CodeOut = {
  id: string;
  conversationId: ConversationId;
  addressId: AddressId;
  address: string;
  hash: string;
  state: 'sent' | 'verified' | 'locked' | 'replaced';
  tries: number;
  sentAt: string;
  expiresAt: string;
};

const columns = `v.id, v.conversation_id AS "conversationId", v.address_id AS "addressId", a.address, v.code_hash AS hash,
  v.state, v.tries, to_json(v.sent_at) AS "sentAt", to_json(v.expires_at) AS "expiresAt"`;

/** The last code of each conversation. Whoever tries one holds its conversation. */
export async function lastCodes(on: Pick<Tx, 'query'>, ids: ConversationId[]): Promise<Map<ConversationId, CodeOut>> {
  const rows = await on.query<CodeOut>(
    `SELECT DISTINCT ON (v.conversation_id) ${columns} FROM verification v JOIN address a ON a.id = v.address_id
      WHERE v.conversation_id = ANY($1::uuid[]) ORDER BY v.conversation_id, v.sent_at DESC, v.id DESC`,
    [ids],
  );
  return new Map(rows.map((row) => [row.conversationId, row]));
}

export async function settleCode(tx: Tx, { id, state, tries }: Pick<CodeOut, 'id' | 'state' | 'tries'>): Promise<void> {
  await tx.query(
    `UPDATE verification SET state = $2, tries = $3, settled_at = CASE WHEN $2 <> 'sent' THEN now() END WHERE id = $1`,
    [id, state, tries],
  );
}

export type NewCodeRow = {
  id: string;
  conversationId: ConversationId;
  customerId: CustomerId;
  addressId: AddressId;
  messageId: MessageId;
  hash: string;
  sentBy: AgentId;
  minutes: number;
};

/** The new one counts, and none before. */
export async function insertCode(tx: Tx, row: NewCodeRow): Promise<void> {
  await tx.query(
    `UPDATE verification SET state = 'replaced', settled_at = now() WHERE conversation_id = $1 AND state = 'sent'`,
    [row.conversationId],
  );
  await tx.query(
    `INSERT INTO verification (id, conversation_id, customer_id, address_id, message_id, code_hash, state, sent_by, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, 'sent', $7, now() + $8 * interval '1 minute')`,
    [row.id, row.conversationId, row.customerId, row.addressId, row.messageId, row.hash, row.sentBy, row.minutes],
  );
}

export async function countCodes(tx: Tx, of: { customerId: CustomerId; agentId: AgentId }) {
  const [row] = await tx.query<Pick<CodeAsked, 'ofCustomer' | 'byAgent'>>(
    `SELECT (SELECT count(*)::int FROM verification WHERE customer_id = $1 AND sent_at > now() - interval '1 hour') AS "ofCustomer",
            (SELECT count(*)::int FROM verification WHERE sent_by = $2 AND sent_at > now() - interval '1 hour') AS "byAgent"`,
    [of.customerId, of.agentId],
  );
  return row!;
}

/** An address of the conversation's customer, with where a word to it goes: as the newest conversation there did. */
export type OwnAddress = NonNullable<CodeAsked['address']> & {
  id: AddressId;
  address: string;
  name: string | null;
  channel: z.infer<typeof ChannelName>;
  standard: Standard;
  account: string;
  threadKey: string;
  conversationBeganAt: string;
};

/**
 * `linkedByHand`: no chain of links that evidence alone has joined leads to it from the address of this conversation;
 * what a person joined is theirs for the desk, and proves nothing of who writes.
 */
export function ownAddresses(on: Pick<Tx, 'query'>, id: ConversationId): Promise<OwnAddress[]> {
  return on.query<OwnAddress>(
    `WITH RECURSIVE held AS (SELECT c.id, c.address_id, c.arrived_at, a.customer_id FROM conversation c
                     JOIN address a ON a.id = c.address_id WHERE c.id = $1),
     own AS (SELECT a.* FROM held JOIN address a ON a.customer_id = held.customer_id),
     tied AS (
       SELECT address_id AS id FROM held
       UNION SELECT CASE WHEN l.address_id = tied.id THEN l.into_address_id ELSE l.address_id END
         FROM tied JOIN customer_link l ON tied.id IN (l.address_id, l.into_address_id)
        WHERE l.state = 'joined' AND l.decided_by IS NULL)
     SELECT own.id, own.address, coalesce(own.name, '') AS name, own.channel, own.is_verified AS "isVerified",
            to_json(own.created_at) AS "firstSeenAt", to_json(held.arrived_at) AS "conversationBeganAt",
            own.id NOT IN (SELECT id FROM tied) AND coalesce(own.home_customer_id, own.customer_id) <>
              (SELECT coalesce(m.home_customer_id, m.customer_id) FROM own m JOIN held h ON h.address_id = m.id) AS "linkedByHand",
            last.standard, last.account, last.thread_key AS "threadKey", last.live OR last.standard = 'call' AS "isLive"
       FROM held CROSS JOIN own CROSS JOIN LATERAL (
            SELECT c.account, c.thread_key, c.live, c.standard FROM conversation c WHERE c.address_id = own.id
             ORDER BY c.id = held.id DESC, c.last_at DESC LIMIT 1) last
      WHERE own.address <> '' ORDER BY own.created_at, own.id`,
    [id],
  );
}

export type VerifiedNow = {
  verifiedUntil: string | null;
  verifiedAt: string | null;
  by: 'code' | 'host-site' | 'supervisor' | null;
  now: string;
};

export async function verifiedNow(on: Pick<Postgres, 'query'>, id: ConversationId): Promise<VerifiedNow | undefined> {
  const [row] = await on.query<VerifiedNow>(
    `SELECT to_json(verified_until) AS "verifiedUntil", to_json(verified_at) AS "verifiedAt", verified_by AS by, to_json(now()) AS now
       FROM conversation WHERE id = $1`,
    [id],
  );
  return row;
}
