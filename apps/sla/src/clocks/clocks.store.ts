/** All SQL of followed conversations and their clocks. */
import type { AgentId, ConversationId } from '@trunkline/contracts';
import type { Postgres, Tx } from '@trunkline/platform';
import { type Followed, readFollowed } from '@trunkline/rules';
import type { ClockRow } from '../tables/clock.table.ts';
import { type Case, newCase } from './case.ts';
import { type Clock, iso } from './clock.ts';

/** New ones are known as new. */
export async function holdOrMakeCases(tx: Tx, ids: readonly ConversationId[]): Promise<Map<ConversationId, Case>> {
  await tx.query(
    `INSERT INTO followed_conversation (conversation_id, queue, followed)
     SELECT id, '', $2::jsonb FROM unnest($1::uuid[]) AS id ORDER BY id ON CONFLICT DO NOTHING`,
    [[...new Set(ids)].sort(), JSON.stringify(newCase('' as ConversationId).followed)],
  );
  return holdCases(tx, ids);
}

/** Locks them in the order of their ids, so that two batches never wait for each other. */
export async function holdCases(tx: Tx, ids: readonly ConversationId[]): Promise<Map<ConversationId, Case>> {
  const sorted = [...new Set(ids)].sort();
  const rows = await tx.query<{ id: ConversationId; followed: Followed }>(
    `SELECT conversation_id AS id, followed FROM followed_conversation WHERE conversation_id = ANY($1::uuid[])
     ORDER BY conversation_id FOR UPDATE`,
    [sorted],
  );
  const cases = new Map(rows.map(({ id, followed }) => [id, { ...newCase(id), followed: readFollowed(followed) }]));
  for (const row of await newestClocks(tx, sorted)) {
    const one = cases.get(row.conversation_id as ConversationId)!;
    one.clocks.push(clockOf(row));
    one.notices = row.notices;
  }
  return cases;
}

/** Of each kind and what it is about the newest, with how often the customer was told of a delay. */
function newestClocks(tx: Tx, ids: readonly ConversationId[]): Promise<(ClockRow & { notices: number })[]> {
  return tx.query(
    `SELECT newest.* FROM unnest($1::uuid[]) AS asked (id)
     CROSS JOIN LATERAL (
       SELECT * FROM (
         SELECT clock.*, (count(told_at) OVER ())::int AS notices,
                row_number() OVER (PARTITION BY policy, about ORDER BY cycle DESC) AS place
         FROM clock WHERE conversation_id = asked.id) AS each
       WHERE place = 1 ORDER BY begun_at, id) AS newest`,
    [ids],
  );
}

export async function storeCases(tx: Tx, cases: Iterable<Case>): Promise<void> {
  await tx.query(
    `UPDATE followed_conversation AS kept SET queue = one.queue, agent_id = one.agent_id, followed = one.followed
     FROM jsonb_to_recordset($1::jsonb) AS one (conversation_id uuid, queue text, agent_id uuid, followed jsonb)
     WHERE kept.conversation_id = one.conversation_id`,
    [
      JSON.stringify(
        [...cases].map(({ conversationId, followed }) => ({
          conversation_id: conversationId,
          queue: followed.queue,
          agent_id: followed.agentId,
          followed,
        })),
      ),
    ],
  );
}

const written = [
  ...['limit_code', 'queue', 'calendar', 'policy_version', 'limit_seconds', 'working_days', 'working'],
  ...['started_at', 'pauses', 'paused_at', 'carried', 'warn_at', 'due_at', 'warned_at', 'missed_at'],
  ...['met_at', 'met_because', 'took_seconds', 'forecast_at', 'told_at', 'new_time'],
];
const columns = ['id', 'conversation_id', 'policy', 'about', 'cycle', 'standard', 'begun_at', ...written];

/** Those that ended go before those that began: only one of a kind may run. Their conversations are held. */
export async function saveClocks(tx: Tx, clocks: Iterable<Clock>): Promise<void> {
  const rows = [...clocks].sort((a, b) => Number(a.metAt === null) - Number(b.metAt === null)).map(rowOf);
  if (rows.length === 0) return;
  await tx.query(
    `INSERT INTO clock (${columns.join(', ')})
     SELECT ${columns.join(', ')} FROM jsonb_populate_recordset(NULL::clock, $1::jsonb)
     ON CONFLICT (id) DO UPDATE SET ${written.map((name) => `${name} = excluded.${name}`).join(', ')}`,
    [JSON.stringify(rows)],
  );
}

export async function clocksOf(postgres: Postgres, conversationId: ConversationId): Promise<Clock[]> {
  const sql = 'SELECT * FROM clock WHERE conversation_id = $1 ORDER BY started_at, id';
  return (await postgres.query<ClockRow>(sql, [conversationId])).map(clockOf);
}

/** Whose a conversation is, for `may`; undefined where it was never heard of. */
export async function whoseIs(postgres: Postgres, conversationId: ConversationId) {
  const [row] = await postgres.query<{
    queue: string;
    agentId: string | null;
    followerId: string | null;
    followed: Followed;
  }>(
    `SELECT queue, agent_id AS "agentId", followed, CASE WHEN followed ->> 'state' <> 'closed' THEN (SELECT follower_id
       FROM matter WHERE matter.conversation_id = kept.conversation_id AND follower_id IS NOT NULL ORDER BY raised_at DESC, id DESC LIMIT 1) END AS "followerId"
     FROM followed_conversation AS kept WHERE conversation_id = $1`,
    [conversationId],
  );
  return row;
}

/** The tickets of which a person does not hear, because they are about them. */
export const hiddenFrom = (followed: Followed, personId: AgentId | undefined): string[] =>
  readFollowed(followed)
    .tickets.filter((ticket) => personId !== undefined && ticket.hiddenFrom?.includes(personId))
    .map(({ id }) => id);

/** Instants travel as ISO. */
function rowOf(clock: Clock) {
  const at = (ms: number | null) => (ms === null ? null : iso(ms));
  return {
    id: clock.id,
    conversation_id: clock.conversationId,
    policy: clock.policy,
    about: clock.about,
    cycle: clock.cycle,
    limit_code: clock.limit,
    standard: clock.standard,
    queue: clock.queue,
    calendar: clock.calendar,
    policy_version: clock.policyVersion,
    limit_seconds: clock.limitSeconds,
    working_days: clock.workingDays,
    working: clock.working,
    begun_at: iso(clock.begunAt),
    started_at: iso(clock.startedAt),
    pauses: clock.pauses,
    paused_at: at(clock.pausedAt),
    carried: clock.carried,
    warn_at: at(clock.warnAt),
    due_at: iso(clock.dueAt),
    warned_at: at(clock.warnedAt),
    missed_at: at(clock.missedAt),
    met_at: at(clock.metAt),
    met_because: clock.metBecause,
    took_seconds: clock.tookSeconds,
    forecast_at: at(clock.forecastAt),
    told_at: at(clock.toldAt),
    new_time: at(clock.newTime),
  };
}

export function clockOf(row: ClockRow): Clock {
  const ms = (at: Date | null) => at?.getTime() ?? null;
  return {
    id: row.id as Clock['id'],
    conversationId: row.conversation_id as ConversationId,
    policy: row.policy as Clock['policy'],
    about: row.about,
    cycle: row.cycle,
    limit: row.limit_code,
    standard: row.standard as Clock['standard'],
    queue: row.queue,
    calendar: row.calendar,
    policyVersion: row.policy_version,
    limitSeconds: row.limit_seconds,
    workingDays: row.working_days,
    working: row.working,
    begunAt: row.begun_at.getTime(),
    startedAt: row.started_at.getTime(),
    pauses: row.pauses,
    pausedAt: ms(row.paused_at),
    carried: row.carried,
    warnAt: ms(row.warn_at),
    dueAt: row.due_at.getTime(),
    warnedAt: ms(row.warned_at),
    missedAt: ms(row.missed_at),
    metAt: ms(row.met_at),
    metBecause: row.met_because,
    tookSeconds: row.took_seconds,
    forecastAt: ms(row.forecast_at),
    toldAt: ms(row.told_at),
    newTime: ms(row.new_time),
  };
}
