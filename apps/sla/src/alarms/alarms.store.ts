/** All SQL of alarms. */
import type { AlarmId, AlarmKind, ConversationId } from '@trunkline/contracts';
import type { Tx } from '@trunkline/platform';

/** The newest word of one alarm; `dueAt` null where it is taken off. */
export type AlarmWord = {
  id: AlarmId;
  version: number;
  conversationId: ConversationId;
  queue: string;
  kind: AlarmKind | null;
  aboutId: string | null;
  dueAt: string | null;
  escalates: boolean;
};
export type KnownAlarm = Omit<AlarmWord, 'kind' | 'aboutId' | 'dueAt'> & {
  kind: AlarmKind;
  aboutId: string;
  dueAt: string;
};

/** Only what is newer counts; returns the ids of which something was new. */
export async function keepAlarms(tx: Tx, words: readonly AlarmWord[]): Promise<Set<AlarmId>> {
  if (words.length === 0) return new Set();
  const rows = await tx.query<{ id: AlarmId }>(
    `INSERT INTO alarm AS known (id, version, conversation_id, queue, kind, about_id, due_at, escalates, is_off)
     SELECT id, version, "conversationId", queue, coalesce(kind, ''), coalesce("aboutId", id), "dueAt", escalates, "dueAt" IS NULL
       FROM jsonb_to_recordset($1::jsonb) AS word (id uuid, version int, "conversationId" uuid, queue text, kind text,
            "aboutId" uuid, "dueAt" timestamptz, escalates boolean)
      ORDER BY id
     ON CONFLICT (id) DO UPDATE SET version = excluded.version, queue = excluded.queue,
       kind = CASE WHEN excluded.is_off THEN known.kind ELSE excluded.kind END,
       about_id = CASE WHEN excluded.is_off THEN known.about_id ELSE excluded.about_id END,
       due_at = CASE WHEN excluded.is_off THEN known.due_at ELSE excluded.due_at END,
       escalates = CASE WHEN excluded.is_off THEN known.escalates ELSE excluded.escalates END,
       is_off = excluded.is_off
      WHERE known.version < excluded.version
     RETURNING id`,
    [JSON.stringify(words)],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Settings of these that have not rung do not ring any more. */
export async function silenceAlarms(tx: Tx, ids: readonly AlarmId[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.query(
    `UPDATE timer SET cancelled_at = now()
      WHERE about = ANY($1::uuid[]) AND step LIKE 'alarm-%' AND fired_at IS NULL AND cancelled_at IS NULL`,
    [ids],
  );
}

/** Those that stand as they were set: a newer word means that the router wants something else. */
export function standingAlarms(tx: Tx, rung: readonly { id: string; version: number }[]): Promise<KnownAlarm[]> {
  return tx.query<KnownAlarm>(
    `SELECT a.id, a.version, a.conversation_id AS "conversationId", a.queue, a.kind, a.about_id AS "aboutId",
            to_json(a.due_at) #>> '{}' AS "dueAt", a.escalates
       FROM alarm a JOIN unnest($1::uuid[], $2::int[]) AS rung (id, version) ON rung.id = a.id AND rung.version = a.version
      WHERE NOT a.is_off ORDER BY a.due_at, a.id`,
    [rung.map(({ id }) => id), rung.map(({ version }) => version)],
  );
}

/** Matters that these alarms put onto the ladder and that are still there. */
export async function mattersOfAlarms(tx: Tx, ids: readonly AlarmId[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const sql = `SELECT id FROM matter WHERE trigger = 'limit-missed' AND what LIKE 'alarm %'
                 AND split_part(what, ' ', 2) = ANY($1::text[]) AND over_at IS NULL ORDER BY id`;
  return (await tx.query<{ id: string }>(sql, [ids])).map(({ id }) => id);
}
