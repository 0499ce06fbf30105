/** All SQL of consults. */
import type {
  AgentId,
  Because,
  Consult,
  ConsultAnswer,
  ConsultId,
  ConsultKind,
  ConsultRow,
  ConversationId,
} from '@trunkline/contracts';
import type { Postgres, Tx } from '@trunkline/platform';
import type { Visible } from '../customers/visible.ts';
import { rowJoins } from '../desk/row.ts';

/** As the API shows one; `s` is the consult, `c` its conversation. */
export const consultJson = `jsonb_build_object('id', s.id, 'conversationId', s.conversation_id, 'queue', c.queue,
  'kind', s.kind, 'wanted', s.wanted, 'because', s.because, 'askedBy', s.asked_by, 'askedAt', s.asked_at,
  'seenBy', s.seen_by, 'seenAt', s.seen_at, 'answeredBy', s.answered_by, 'answeredAt', s.answered_at,
  'instruction', s.instruction, 'promiseUntil', s.promise_until, 'callBackAt', s.call_back_at, 'overAt', s.over_at)`;

type New = {
  id: ConsultId;
  conversationId: ConversationId;
  kind: ConsultKind;
  wanted: string;
  because: Because | null;
  askedBy: AgentId | null;
};

/** False where one of this kind is open already. */
export async function insertConsult(tx: Tx, one: New): Promise<boolean> {
  const rows = await tx.query(
    `INSERT INTO consult (id, conversation_id, kind, wanted, because, asked_by) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (conversation_id, kind) WHERE answered_at IS NULL AND over_at IS NULL DO NOTHING RETURNING 1`,
    [one.id, one.conversationId, one.kind, one.wanted, one.because && JSON.stringify(one.because), one.askedBy],
  );
  return rows.length > 0;
}

export async function findConsult(on: Pick<Tx, 'query'>, id: ConsultId): Promise<Consult | undefined> {
  const [row] = await on.query<{ consult: Consult }>(
    `SELECT ${consultJson} AS consult FROM consult s JOIN conversation c ON c.id = s.conversation_id WHERE s.id = $1`,
    [id],
  );
  return row?.consult;
}

export async function consultsOf(on: Pick<Tx, 'query'>, id: ConversationId): Promise<Consult[]> {
  const rows = await on.query<{ consult: Consult }>(
    `SELECT ${consultJson} AS consult FROM consult s JOIN conversation c ON c.id = s.conversation_id
      WHERE s.conversation_id = $1 ORDER BY s.asked_at DESC, s.id DESC LIMIT 50`,
    [id],
  );
  return rows.map(({ consult }) => consult);
}

type Answered = { id: ConsultId; by: AgentId; answer: ConsultAnswer };

/** False where another was first, or it is over. */
export async function storeAnswer(tx: Tx, { id, by, answer }: Answered): Promise<boolean> {
  const rows = await tx.query(
    `UPDATE consult SET answered_by = $2, answered_at = now(), instruction = $3, promise_until = $4, call_back_at = $5,
            seen_by = coalesce(seen_by, $2), seen_at = coalesce(seen_at, now())
      WHERE id = $1 AND answered_at IS NULL AND over_at IS NULL RETURNING 1`,
    [id, by, answer.instruction, answer.promiseUntil, answer.callBackAt],
  );
  return rows.length > 0;
}

/** The first look counts. */
export async function storeSeen(tx: Tx, { id, by }: { id: ConsultId; by: AgentId }): Promise<void> {
  await tx.query('UPDATE consult SET seen_by = $2, seen_at = now() WHERE id = $1 AND seen_at IS NULL', [id, by]);
}

/** Nobody need answer any more: returns those that were open. */
export async function endConsults(tx: Tx, id: ConversationId): Promise<{ id: ConsultId; kind: ConsultKind }[]> {
  return tx.query(
    `UPDATE consult SET over_at = now() WHERE conversation_id = $1 AND answered_at IS NULL AND over_at IS NULL
     RETURNING id, kind`,
    [id],
  );
}

type Asked = { visible: Visible; isOpenOnly: boolean; cursor: string | null; limit: number };

/** What waits for an answer the longest waiting first, else the newest first. `visible` stands from the fourth value on. */
export async function readConsults(postgres: Postgres, asked: Asked): Promise<ConsultRow[]> {
  const { visible, isOpenOnly, cursor, limit } = asked;
  const [beyond, order] = isOpenOnly ? ['>', 'ASC'] : ['<', 'DESC'];
  const rows = await postgres.query<{ row: ConsultRow }>(
    `SELECT ${consultJson} || jsonb_build_object('channel', c.channel, 'standard', c.standard, 'subject', c.subject, 'lastWords', c.last_words,
            'customer', jsonb_build_object('id', a.customer_id, 'name', coalesce(a.name, p.name), 'address', a.address,
                                           'isVerified', a.is_verified, 'isVip', p.is_vip)) AS row
       ${rowJoins} JOIN consult s ON s.conversation_id = c.id
      WHERE ($1 OR s.answered_at IS NULL AND s.over_at IS NULL) AND ${visible.sees}
        AND ($2::uuid IS NULL OR (s.asked_at, s.id) ${beyond} (SELECT asked_at, id FROM consult WHERE id = $2::uuid))
      ORDER BY s.asked_at ${order}, s.id ${order} LIMIT $3`,
    [!isOpenOnly, cursor, limit, ...visible.values],
  );
  return rows.map(({ row }) => row);
}
