/** All SQL of matters on the ladder, and of whom they accuse. */
import type { AgentId, Because, ConversationId, QuietMatter, Trigger } from '@trunkline/contracts';
import type { Postgres, Tx } from '@trunkline/platform';
import type { MatterRow } from '../tables/matter.table.ts';

export type Matter = {
  id: string;
  conversationId: ConversationId;
  trigger: Trigger;
  what: string;
  clockId: string | null;
  queue: string;
  because: Because;
  /** ms: of the fact that brought it about */
  begunAt: number;
  /** The highest that was told; before the first, one below where it begins. */
  level: number;
};
/** `overBecause`: it was over before anybody heard of it, and is kept so that it never begins. */
export type NewMatter = Matter & { overBecause: string | null };
export type OpenMatter = Matter & { isAcknowledged: boolean };
export type Over = { id: string; because: string };

/** Unique by conversation, trigger and cause: returns the ids of those that were not there yet. */
export async function insertMatters(tx: Tx, matters: readonly NewMatter[]): Promise<Set<string>> {
  if (matters.length === 0) return new Set();
  const rows = await tx.query<{ id: string }>(
    `INSERT INTO matter (id, conversation_id, trigger, what, clock_id, queue, because, level, over_because, begun_at,
                         over_at)
     SELECT one.*, CASE WHEN over_because IS NOT NULL THEN now() END
     FROM jsonb_to_recordset($1::jsonb) AS one (id uuid, conversation_id uuid, trigger text, what text, clock_id uuid,
       queue text, because jsonb, level int, over_because text, begun_at timestamptz)
     ON CONFLICT DO NOTHING RETURNING id`,
    [
      JSON.stringify(
        matters.map(({ conversationId, clockId, overBecause, begunAt, ...rest }) => ({
          ...rest,
          conversation_id: conversationId,
          clock_id: clockId,
          over_because: overBecause,
          begun_at: new Date(begunAt).toISOString(),
        })),
      ),
    ],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Those of these conversations that are not over; their conversations are held. */
export async function openMattersOf(tx: Tx, ids: readonly ConversationId[]): Promise<OpenMatter[]> {
  if (ids.length === 0) return [];
  const sql = 'SELECT * FROM matter WHERE conversation_id = ANY($1::uuid[]) AND over_at IS NULL ORDER BY raised_at, id';
  return (await tx.query<MatterRow>(sql, [ids])).map(matterOf);
}

type Wanted = {
  /** Null: of every queue. */
  queues: readonly string[] | null;
  /** Nothing that accuses this one. */
  notAccusing: AgentId | null;
};

/** Open ones of which nobody was told yet, with the instant at which that is tried again; the first told first. */
export async function listQuiet(postgres: Postgres, { queues, notAccusing }: Wanted): Promise<QuietMatter[]> {
  const rows = await postgres.query<MatterRow & { due_at: Date }>(
    `SELECT matter.*, timer.due_at FROM matter JOIN timer ON timer.about = matter.id AND timer.step LIKE 'climb-%'
       AND timer.fired_at IS NULL AND timer.cancelled_at IS NULL
     WHERE over_at IS NULL AND acknowledged_at IS NULL AND ($1::text[] IS NULL OR queue = ANY($1))
       AND NOT EXISTS (SELECT 1 FROM escalation WHERE matter_id = matter.id)
       AND ($2::uuid IS NULL OR NOT EXISTS (SELECT 1 FROM accused
              WHERE accused.conversation_id = matter.conversation_id AND people ? $2::text))
     ORDER BY timer.due_at, matter.id LIMIT 500`,
    [queues, notAccusing],
  );
  return rows.map(({ id, conversation_id, trigger, because, queue, begun_at, due_at }) => ({
    id,
    conversationId: conversation_id as ConversationId,
    trigger,
    because,
    queue,
    begunAt: begun_at.toISOString(),
    toldAt: due_at.toISOString(),
  }));
}

/** Locked in the order of their ids: an acknowledgement waits for the climb, and the climb for it. */
export async function holdMatters(tx: Tx, ids: readonly string[]): Promise<OpenMatter[]> {
  const sql = 'SELECT * FROM matter WHERE id = ANY($1::uuid[]) AND over_at IS NULL ORDER BY id FOR UPDATE';
  return (await tx.query<MatterRow>(sql, [[...new Set(ids)].sort()])).map(matterOf);
}

type Told = { id: string; level: number; queue: string; followerId: AgentId | null };

export async function markTold(tx: Tx, told: readonly Told[]): Promise<void> {
  if (told.length === 0) return;
  await tx.query(
    `UPDATE matter SET level = told.level, queue = told.queue, follower_id = told.follower_id
     FROM unnest($1::uuid[], $2::int[], $3::text[], $4::uuid[]) AS told (id, level, queue, follower_id)
     WHERE matter.id = told.id`,
    [
      told.map(({ id }) => id),
      told.map(({ level }) => level),
      told.map(({ queue }) => queue),
      told.map(({ followerId }) => followerId),
    ],
  );
}

type Follows = { conversationId: ConversationId; followerId: AgentId | null };

/** Who was said last to stay with what was told; conversations of which nobody was told are not there. */
export function followersSaid(tx: Tx, ids: readonly ConversationId[]): Promise<Follows[]> {
  return tx.query(
    `SELECT DISTINCT ON (conversation_id) conversation_id AS "conversationId", follower_id AS "followerId" FROM matter
     WHERE conversation_id = ANY($1::uuid[]) AND EXISTS (SELECT 1 FROM escalation WHERE matter_id = matter.id)
     ORDER BY conversation_id, raised_at DESC, id DESC`,
    [ids],
  );
}

export async function markFollowed(tx: Tx, followed: readonly Follows[]): Promise<void> {
  if (followed.length === 0) return;
  await tx.query(
    `UPDATE matter SET follower_id = now.follower_id FROM unnest($1::uuid[], $2::uuid[]) AS now (conversation_id, follower_id)
     WHERE matter.conversation_id = now.conversation_id`,
    [followed.map(({ conversationId }) => conversationId), followed.map(({ followerId }) => followerId)],
  );
}

/** Conversations that one of these was said to stay with. */
export async function followedBy(postgres: Postgres, people: readonly AgentId[]): Promise<ConversationId[]> {
  if (people.length === 0) return [];
  const sql = 'SELECT DISTINCT conversation_id AS id FROM matter WHERE follower_id = ANY($1::uuid[]) LIMIT 500';
  return (await postgres.query<{ id: ConversationId }>(sql, [people])).map(({ id }) => id);
}

/** Over is what was told, too, and nobody else is told. */
export async function endMatters(tx: Tx, over: readonly Over[]): Promise<void> {
  if (over.length === 0) return;
  await tx.query(
    `WITH ended AS (UPDATE matter SET over_at = now(), over_because = over.because
                    FROM unnest($1::uuid[], $2::text[]) AS over (id, because)
                    WHERE matter.id = over.id AND over_at IS NULL RETURNING matter.id),
          told AS (UPDATE escalation SET over_at = now() FROM ended WHERE matter_id = ended.id AND over_at IS NULL)
     UPDATE timer SET cancelled_at = now() FROM ended
     WHERE about = ended.id AND fired_at IS NULL AND cancelled_at IS NULL`,
    [over.map(({ id }) => id), over.map(({ because }) => because)],
  );
}

/** A clock that stopped ends what was escalated for it. */
export async function endEscalationsOf(tx: Tx, clockIds: readonly string[]): Promise<void> {
  if (clockIds.length === 0) return;
  const over = await tx.query<Over>(
    `SELECT matter.id, coalesce(met_because, 'answered') AS because FROM matter JOIN clock ON clock.id = clock_id
     WHERE clock_id = ANY($1::uuid[]) AND over_at IS NULL`,
    [clockIds],
  );
  await endMatters(tx, over);
}

type Accusing = { ticketId: string; conversationId: ConversationId; version: number; people: readonly AgentId[] };

/** The newest word of each ticket counts. */
export async function keepAccused(tx: Tx, accusing: readonly Accusing[]): Promise<void> {
  if (accusing.length === 0) return;
  const newest = new Map<string, Accusing>();
  for (const one of accusing) {
    if (one.version >= (newest.get(one.ticketId)?.version ?? 0)) newest.set(one.ticketId, one);
  }
  const rows = [...newest.values()];
  await tx.query(
    `INSERT INTO accused (ticket_id, conversation_id, version, people)
     SELECT * FROM jsonb_to_recordset($1::jsonb) AS one ("ticketId" uuid, "conversationId" uuid, version int, people jsonb)
     ON CONFLICT (ticket_id) DO UPDATE SET version = excluded.version, people = excluded.people
     WHERE accused.version < excluded.version`,
    [JSON.stringify(rows)],
  );
}

export async function accusedIn(
  tx: Pick<Tx, 'query'>,
  ids: readonly string[],
): Promise<(conversationId: string) => AgentId[]> {
  const rows = await tx.query<{ conversation_id: string; people: AgentId[] }>(
    'SELECT conversation_id, people FROM accused WHERE conversation_id = ANY($1::uuid[])',
    [ids],
  );
  return (id) => rows.filter((row) => row.conversation_id === id).flatMap(({ people }) => people);
}

const matterOf = (row: MatterRow): OpenMatter => ({
  id: row.id,
  conversationId: row.conversation_id as ConversationId,
  trigger: row.trigger,
  what: row.what,
  clockId: row.clock_id,
  queue: row.queue,
  because: row.because,
  begunAt: row.begun_at.getTime(),
  level: row.level,
  isAcknowledged: row.acknowledged_at !== null,
});
