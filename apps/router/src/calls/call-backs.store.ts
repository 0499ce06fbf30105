/** All SQL of call-backs. */
import type { AgentId, CallBack, CallBackId, CallBackResult, CallId, ConversationId } from '@trunkline/contracts';
import type { Postgres, Tx } from '@trunkline/platform';
import type { KnownCall } from './calls.store.ts';

type New = Pick<
  CallBack,
  'id' | 'conversationId' | 'queue' | 'reason' | 'channel' | 'address' | 'dueAt' | 'orderKey'
> & {
  /** Null: for another reason than a call. */
  callId: CallId | null;
};

/** False where this call has one. */
export async function insertCallBack(tx: Tx, one: New): Promise<boolean> {
  const rows = await tx.query(
    `INSERT INTO call_back (id, call_id, conversation_id, queue, reason, channel, address, due_at, order_key)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     ON CONFLICT (call_id) DO UPDATE SET reason = excluded.reason, order_key = least(call_back.order_key, excluded.order_key),
       result = NULL, done_at = NULL WHERE call_back.result = 'not-needed' RETURNING 1`,
    [one.id, one.callId, one.conversationId, one.queue, one.reason, one.channel, one.address, one.dueAt, one.orderKey],
  );
  return rows.length > 0;
}

/** What it was for is done: whoever was to call need not. */
export async function settleCallBack(tx: Tx, id: CallBackId): Promise<void> {
  await tx.query(`${settle} AND id = $1`, [id]);
}

/** It had been answered: there is nothing to call back about. */
export async function settleCallBackOf(tx: Tx, callId: CallId): Promise<void> {
  await tx.query(`${settle} AND call_id = $1`, [callId]);
}

/** They were spoken to meanwhile. */
export async function settleOwedTo(tx: Tx, { channel, address, id }: KnownCall): Promise<void> {
  await tx.query(`${settle} AND channel = $1 AND address = $2 AND call_id <> $3`, [channel, address, id]);
}
/** They are back in the chat that broke off: there is nothing to call about. */
export async function settleBrokenOff(tx: Tx, id: ConversationId): Promise<void> {
  await tx.query(`${settle} AND conversation_id = $1 AND reason = 'chat-broke-off'`, [id]);
}
const settle = `UPDATE call_back SET result = 'not-needed', done_at = now() WHERE done_at IS NULL`;

const json = `jsonb_build_object('id', b.id, 'conversationId', b.conversation_id,
    'customer', jsonb_build_object('id', a.customer_id, 'name', coalesce(a.name, p.name)),
    'queue', b.queue, 'reason', b.reason, 'channel', b.channel, 'address', b.address, 'plannedAt', b.planned_at,
    'dueAt', b.due_at, 'orderKey', b.order_key, 'attempts', b.attempts, 'result', b.result, 'doneAt', b.done_at) AS "callBack"
  FROM call_back b JOIN conversation c ON c.id = b.conversation_id
  JOIN address a ON a.id = c.address_id JOIN customer p ON p.id = a.customer_id`;

type Asked = {
  /** Null: sees every queue. */
  groups: string[] | null;
  personId: AgentId;
  isOpenOnly: boolean;
  cursor: string | null;
  limit: number;
};

/** What is to be done in the order in which it is served, else the newest first. */
export async function readCallBacks(postgres: Postgres, asked: Asked): Promise<CallBack[]> {
  const { groups, personId, isOpenOnly, cursor, limit } = asked;
  const [column, beyond, order] = isOpenOnly ? ['order_key', '>', 'ASC'] : ['planned_at', '<', 'DESC'];
  const rows = await postgres.query<{ callBack: CallBack }>(
    `SELECT ${json} WHERE ${isOpenOnly ? 'b.done_at IS NULL' : 'true'} AND ($1::text[] IS NULL OR b.queue = ANY ($1::text[]))
        AND NOT $4::uuid = ANY (c.hidden_from)
        AND ($2::uuid IS NULL OR (b.${column}, b.id) ${beyond} (SELECT ${column}, id FROM call_back WHERE id = $2::uuid))
      ORDER BY b.${column} ${order}, b.id ${order} LIMIT $3`,
    [groups, cursor, limit, personId],
  );
  return rows.map(({ callBack }) => callBack);
}

/** Whom a complaint of its conversation is about. */
export async function hiddenFromOf(tx: Tx, id: CallBackId): Promise<AgentId[]> {
  const [row] = await tx.query<{ people: AgentId[] }>(
    `SELECT c.hidden_from::text[] AS people FROM call_back b JOIN conversation c ON c.id = b.conversation_id WHERE b.id = $1`,
    [id],
  );
  return row?.people ?? [];
}

export async function holdCallBack(tx: Tx, id: CallBackId): Promise<CallBack | undefined> {
  const [row] = await tx.query<{ callBack: CallBack }>(`SELECT ${json} WHERE b.id = $1 FOR UPDATE OF b`, [id]);
  return row?.callBack;
}

type Attempt = { id: CallBackId; by: AgentId; isReached: boolean; note: string; result: CallBackResult | null };

export async function addAttempt(tx: Tx, { id, by, isReached, note, result }: Attempt): Promise<ConversationId> {
  const [row] = await tx.query<{ conversation_id: ConversationId }>(
    `UPDATE call_back SET attempts = attempts || jsonb_build_object('at', now(), 'by', $2::uuid, 'isReached', $3::boolean, 'note', $4::text),
            result = $5::text, done_at = CASE WHEN $5::text IS NULL THEN NULL ELSE now() END
      WHERE id = $1 RETURNING conversation_id`,
    [id, by, isReached, note, result],
  );
  return row!.conversation_id;
}
