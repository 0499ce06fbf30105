/** All SQL of calls. */
import type { AgentId, Call, CallId, CallState, ConversationId } from '@trunkline/contracts';
import type { Postgres, Tx } from '@trunkline/platform';
import type { CallStand } from '@trunkline/rules';

export type KnownCall = {
  id: CallId;
  channel: string;
  account: string;
  call: string;
  conversationId: ConversationId;
  state: CallState;
  direction: 'in' | 'out';
  address: string;
  dialled: string;
  stand: CallStand;
  agentId: AgentId | null;
  isByHand: boolean;
};

const columns = `id, channel, account, call, conversation_id AS "conversationId", state, direction, address, dialled,
  stand, agent_id AS "agentId", is_by_hand AS "isByHand"`;

type Key = Pick<KnownCall, 'channel' | 'call'>;
type On = Pick<Tx, 'query'>;

/** Locked until the transaction ends. */
export async function holdCall(tx: Tx, { channel, call }: Key): Promise<KnownCall | undefined> {
  const sql = `SELECT ${columns} FROM call WHERE channel = $1 AND call = $2 FOR UPDATE`;
  return (await tx.query<KnownCall>(sql, [channel, call]))[0];
}

export async function findCall(on: On, { channel, call }: Key): Promise<KnownCall | undefined> {
  return (
    await on.query<KnownCall>(`SELECT ${columns} FROM call WHERE channel = $1 AND call = $2`, [channel, call])
  )[0];
}

export async function findCallById(on: On, id: CallId): Promise<KnownCall | undefined> {
  return (await on.query<KnownCall>(`SELECT ${columns} FROM call WHERE id = $1`, [id]))[0];
}

/** The one of a conversation that still goes on, if any. */
export async function findGoingOn(on: On, conversationId: ConversationId): Promise<KnownCall | undefined> {
  const sql = `SELECT ${columns} FROM call WHERE conversation_id = $1 AND state IN ('ringing', 'answered')
                ORDER BY heard_at DESC LIMIT 1`;
  return (await on.query<KnownCall>(sql, [conversationId]))[0];
}

export async function saveCall(tx: Tx, one: KnownCall): Promise<void> {
  await tx.query(
    `INSERT INTO call (id, channel, account, call, conversation_id, state, direction, address, dialled, stand, agent_id, is_by_hand)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
     ON CONFLICT (channel, call) DO UPDATE
        SET state = excluded.state, stand = excluded.stand, agent_id = excluded.agent_id, heard_at = now()`,
    [
      ...[one.id, one.channel, one.account, one.call, one.conversationId, one.state, one.direction],
      ...[one.address, one.dialled, JSON.stringify(one.stand), one.agentId, one.isByHand],
    ],
  );
}

/** Of which nothing was heard for so long that nobody believes in them any more. */
export const findSilent = (on: On, hours: { ringing: number; answered: number }): Promise<KnownCall[]> =>
  on.query<KnownCall>(
    `SELECT ${columns} FROM call WHERE state IN ('ringing', 'answered')
        AND heard_at < now() - make_interval(hours => CASE state WHEN 'ringing' THEN $1::int ELSE $2::int END)
      ORDER BY heard_at LIMIT 100`,
    [hours.ringing, hours.answered],
  );

/** A call `k` in the shape of the contract. */
export const callJson = `jsonb_build_object('id', k.id, 'conversationId', k.conversation_id, 'state', k.state,
  'direction', k.direction, 'address', k.address, 'dialled', k.dialled, 'agentId', k.agent_id,
  'unknownAgent', CASE WHEN k.agent_id IS NULL THEN k.stand->'agent'->'value' END,
  'rangAt', k.stand->'rangAt', 'answeredAt', k.stand->'answeredAt', 'endedAt', k.stand->'endedAt',
  'seconds', k.stand->'seconds', 'recordingUrl', k.stand->'recordingUrl'->'value',
  'voicemail', k.stand->'voicemail'->'value', 'isByHand', k.is_by_hand,
  'callBackId', (SELECT b.id FROM call_back b WHERE b.call_id = k.id))`;

export async function listCalls(postgres: Postgres, conversationId: ConversationId): Promise<Call[]> {
  const rows = await postgres.query<{ call: Call }>(
    `SELECT ${callJson} AS call FROM call k WHERE k.conversation_id = $1 ORDER BY k.stand->>'rangAt'`,
    [conversationId],
  );
  return rows.map(({ call }) => call);
}
