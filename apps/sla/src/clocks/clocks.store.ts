/** All SQL of followed conversations and their clocks. */
import type { ConversationId } from '@trunkline/contracts';
import type { Postgres, Tx } from '@trunkline/platform';
import type { Followed } from '@trunkline/rules';
import type { ClockRow } from '../tables/clock.table.ts';
import type { Clock, Stop } from './clock.ts';
import { type Case, newCase } from './run-clocks.ts';

/** Locks them in the order of their ids, so that two batches never wait for each other; new ones are known as new. */
export async function holdCases(tx: Tx, ids: readonly ConversationId[]): Promise<Map<ConversationId, Case>> {
  const sorted = [...new Set(ids)].sort();
  await tx.query(
    `INSERT INTO followed_conversation (conversation_id, queue, followed)
     SELECT id, '', $2::jsonb FROM unnest($1::uuid[]) AS id ORDER BY id ON CONFLICT DO NOTHING`,
    [sorted, JSON.stringify(newCase('' as ConversationId).followed)],
  );
  const rows = await tx.query<{ conversation_id: ConversationId; followed: Followed }>(
    `SELECT conversation_id, followed FROM followed_conversation WHERE conversation_id = ANY($1::uuid[])
     ORDER BY conversation_id FOR UPDATE`,
    [sorted],
  );
  const cases = new Map(
    rows.map((row) => [row.conversation_id, { ...newCase(row.conversation_id), followed: row.followed }]),
  );
  for (const row of await newestClocks(tx, sorted)) {
    const one = cases.get(row.conversation_id as ConversationId)!;
    one.newest = clockOf(row);
    one.cycles = row.cycles;
  }
  return cases;
}

function newestClocks(tx: Tx, ids: readonly ConversationId[]): Promise<(ClockRow & { cycles: Case['cycles'] })[]> {
  return tx.query(
    `SELECT newest.*, cycles.cycles FROM unnest($1::uuid[]) AS asked (id)
     CROSS JOIN LATERAL (SELECT * FROM clock WHERE conversation_id = asked.id
                         ORDER BY (met_at IS NULL) DESC, started_at DESC, id DESC LIMIT 1) AS newest
     CROSS JOIN LATERAL (SELECT jsonb_object_agg(policy, many) AS cycles FROM (
        SELECT policy, max(cycle) AS many FROM clock WHERE conversation_id = asked.id GROUP BY policy) AS each) AS cycles`,
    [ids],
  );
}

export async function storeCases(tx: Tx, cases: readonly Case[]): Promise<void> {
  await tx.query(
    `UPDATE followed_conversation AS kept SET queue = one.queue, agent_id = one.agent_id, followed = one.followed
     FROM jsonb_to_recordset($1::jsonb) AS one (conversation_id uuid, queue text, agent_id uuid, followed jsonb)
     WHERE kept.conversation_id = one.conversation_id`,
    [
      JSON.stringify(
        cases.map(({ conversationId, followed }) => ({
          conversation_id: conversationId,
          queue: followed.queue,
          agent_id: followed.agentId,
          followed,
        })),
      ),
    ],
  );
}

export async function insertClocks(tx: Tx, clocks: readonly Clock[]): Promise<void> {
  if (clocks.length === 0) return;
  await tx.query(
    `INSERT INTO clock (id, conversation_id, about, begun_at, policy, cycle, standard, queue, calendar, policy_version, limit_seconds,
                        working, started_at, warn_at, due_at, met_at, met_because)
     SELECT id, "conversationId", "conversationId", to_timestamp("startedAt" / 1000.0), policy, cycle, standard, queue, calendar, "policyVersion", "limitSeconds", working,
            to_timestamp("startedAt" / 1000.0), to_timestamp("warnAt" / 1000.0), to_timestamp("dueAt" / 1000.0),
            to_timestamp("metAt" / 1000.0), "metBecause"
     FROM jsonb_to_recordset($1::jsonb) AS one (id uuid, "conversationId" uuid, policy text, cycle int, standard text,
       queue text, calendar text, "policyVersion" int, "limitSeconds" float8, working jsonb, "startedAt" float8,
       "warnAt" float8, "dueAt" float8, "metAt" float8, "metBecause" text)`,
    [JSON.stringify(clocks)],
  );
}

/** Stops clocks, takes their timers away and ends what was escalated; returns those that ran until now. */
export async function stopClocks(tx: Tx, stops: readonly { clock: Clock; stop: Stop }[]): Promise<Set<string>> {
  if (stops.length === 0) return new Set();
  const rows = await tx.query<{ id: string }>(
    `WITH stop AS (SELECT * FROM unnest($1::uuid[], $2::float8[], $3::text[]) AS stop (id, at, because)),
          stopped AS (UPDATE clock SET met_at = to_timestamp(stop.at / 1000.0), met_because = stop.because
                      FROM stop WHERE clock.id = stop.id AND clock.met_at IS NULL RETURNING clock.id),
          cancelled AS (UPDATE timer SET cancelled_at = now() FROM stopped
                        WHERE timer.about = stopped.id AND fired_at IS NULL AND cancelled_at IS NULL),
          over AS (UPDATE escalation SET over_at = now() FROM stopped
                   WHERE escalation.clock_id = stopped.id AND over_at IS NULL)
     SELECT id FROM stopped`,
    [stops.map(({ clock }) => clock.id), stops.map(({ stop }) => stop.at), stops.map(({ stop }) => stop.because)],
  );
  return new Set(rows.map(({ id }) => id));
}

export async function clocksById(tx: Tx, ids: readonly string[]): Promise<Map<string, Clock>> {
  const rows = await tx.query<ClockRow>('SELECT * FROM clock WHERE id = ANY($1::uuid[])', [ids]);
  return new Map(rows.map((row) => [row.id, clockOf(row)]));
}

export async function clocksOf(postgres: Postgres, conversationId: ConversationId): Promise<Clock[]> {
  const sql = 'SELECT * FROM clock WHERE conversation_id = $1 ORDER BY started_at, id';
  return (await postgres.query<ClockRow>(sql, [conversationId])).map(clockOf);
}

/** Whose a conversation is, for `may`; undefined where it was never heard of. */
export async function whoseIs(postgres: Postgres, conversationId: ConversationId) {
  const [row] = await postgres.query<{ queue: string; agentId: string | null }>(
    'SELECT queue, agent_id AS "agentId" FROM followed_conversation WHERE conversation_id = $1',
    [conversationId],
  );
  return row;
}

function clockOf(row: ClockRow): Clock {
  const ms = (at: Date | null) => at?.getTime() ?? null;
  return {
    id: row.id as Clock['id'],
    conversationId: row.conversation_id as ConversationId,
    policy: row.policy as Clock['policy'],
    cycle: row.cycle,
    standard: row.standard as Clock['standard'],
    queue: row.queue,
    calendar: row.calendar,
    policyVersion: row.policy_version,
    limitSeconds: row.limit_seconds,
    working: row.working,
    startedAt: row.started_at.getTime(),
    warnAt: ms(row.warn_at),
    dueAt: row.due_at.getTime(),
    warnedAt: ms(row.warned_at),
    missedAt: ms(row.missed_at),
    metAt: ms(row.met_at),
    metBecause: row.met_because,
  };
}
