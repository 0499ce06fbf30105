/** All SQL of call-backs. */
import type { AgentId, CallBack, CallBackId, CallId, ConversationId } from '@trunkline/contracts';
import type { Postgres, Tx } from '@trunkline/platform';
import type { CallBackStand } from '@trunkline/rules';

type New = Pick<
  CallBack,
  'id' | 'conversationId' | 'queue' | 'reason' | 'channel' | 'address' | 'dueAt' | 'orderKey'
> & {
  /** Null: for another reason than a call. */
  callId: CallId | null;
};

/** Undefined where this call has one that stands. */
export async function insertCallBack(tx: Tx, one: New): Promise<CallBackId | undefined> {
  const [row] = await tx.query<{ id: CallBackId }>(
    `INSERT INTO call_back (id, call_id, conversation_id, queue, reason, channel, address, due_at, order_key)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     ON CONFLICT (call_id) DO UPDATE SET reason = excluded.reason, order_key = least(call_back.order_key, excluded.order_key),
       due_at = excluded.due_at, result = NULL, done_at = NULL, version = call_back.version + 1
       WHERE call_back.result = 'not-needed' RETURNING id`,
    [one.id, one.callId, one.conversationId, one.queue, one.reason, one.channel, one.address, one.dueAt, one.orderKey],
  );
  return row?.id;
}

/** Which open ones are to be settled: exactly one of these. */
export type Owed =
  | { id: CallBackId }
  | { callId: CallId }
  /** Of the number that was spoken to; `callId`: by which call, where it was one of ours. */
  | { channel: string; address: string; exceptCallId: CallId }
  | { conversationId: ConversationId; reason: string };

/** What they were for is done; nobody need call. */
export async function settle(tx: Tx, owed: Owed): Promise<CallBack[]> {
  const { condition, values } = conditionOf(owed);
  const rows = await tx.query<{ id: CallBackId }>(
    `UPDATE call_back SET result = 'not-needed', done_at = now(), taken_by = NULL, version = version + 1
      WHERE done_at IS NULL AND ${condition} RETURNING id`,
    values,
  );
  return readMany(
    tx,
    rows.map(({ id }) => id),
  );
}

function conditionOf(owed: Owed): { condition: string; values: unknown[] } {
  if ('id' in owed) return { condition: 'id = $1', values: [owed.id] };
  if ('callId' in owed) return { condition: 'call_id = $1', values: [owed.callId] };
  if ('reason' in owed)
    return { condition: 'conversation_id = $1 AND reason = $2', values: [owed.conversationId, owed.reason] };
  const { channel, address, exceptCallId } = owed;
  return {
    condition: 'channel = $1 AND address = $2 AND call_id IS DISTINCT FROM $3',
    values: [channel, address, exceptCallId],
  };
}

const json = `jsonb_build_object('id', b.id, 'version', b.version, 'conversationId', b.conversation_id,
    'customer', jsonb_build_object('id', a.customer_id, 'name', coalesce(a.name, p.name)),
    'queue', b.queue, 'reason', b.reason, 'channel', b.channel, 'address', b.address, 'plannedAt', b.planned_at,
    'dueAt', b.due_at, 'orderKey', b.order_key, 'takenBy', b.taken_by, 'attempts', b.attempts, 'result', b.result,
    'doneAt', b.done_at) AS "callBack"
  FROM call_back b JOIN conversation c ON c.id = b.conversation_id
  JOIN address a ON a.id = c.address_id JOIN customer p ON p.id = a.customer_id`;
type Row = { callBack: CallBack };

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
  const rows = await postgres.query<Row>(
    `SELECT ${json} WHERE ${isOpenOnly ? 'b.done_at IS NULL' : 'true'} AND ($1::text[] IS NULL OR b.queue = ANY ($1::text[]))
        AND NOT $4::uuid = ANY (c.hidden_from)
        AND ($2::uuid IS NULL OR (b.${column}, b.id) ${beyond} (SELECT ${column}, id FROM call_back WHERE id = $2::uuid))
      ORDER BY b.${column} ${order}, b.id ${order} LIMIT $3`,
    [groups, cursor, limit, personId],
  );
  return rows.map(({ callBack }) => callBack);
}

async function readMany(tx: Tx, ids: readonly CallBackId[]): Promise<CallBack[]> {
  if (ids.length === 0) return [];
  const rows = await tx.query<Row>(`SELECT ${json} WHERE b.id = ANY ($1::uuid[]) ORDER BY b.id`, [ids]);
  return rows.map(({ callBack }) => callBack);
}

/** Where its conversation goes on: what was merged is there. */
export async function conversationOf(tx: Tx, id: CallBackId): Promise<ConversationId | undefined> {
  const [row] = await tx.query<{ id: ConversationId }>(
    `SELECT coalesce(c.merged_into, c.id) AS id FROM call_back b JOIN conversation c ON c.id = b.conversation_id WHERE b.id = $1`,
    [id],
  );
  return row?.id;
}

export async function holdCallBack(tx: Tx, id: CallBackId): Promise<CallBack | undefined> {
  const [row] = await tx.query<Row>(`SELECT ${json} WHERE b.id = $1 FOR UPDATE OF b`, [id]);
  return row?.callBack;
}

type Attempt = { by: AgentId; isReached: boolean; note: string };

/** As the rules left it, with the try that was made. */
export async function saveCallBack(
  tx: Tx,
  id: CallBackId,
  { dueAt, orderKey, takenBy, result }: CallBackStand,
  tried: Attempt | null,
): Promise<CallBack> {
  await tx.query(
    `UPDATE call_back SET due_at = $2, order_key = $3, taken_by = $4, result = $5::text, version = version + 1,
            done_at = CASE WHEN $5::text IS NULL THEN NULL ELSE now() END,
            attempts = attempts || CASE WHEN $6::jsonb IS NULL THEN '[]' ELSE jsonb_build_array(jsonb_build_object('at', now()) || $6) END
      WHERE id = $1`,
    [id, dueAt, orderKey, takenBy, result, tried && JSON.stringify(tried)],
  );
  return (await holdCallBack(tx, id))!;
}
