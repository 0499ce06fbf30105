/** All SQL of who is there: the dispatcher says who is online, the gateways say who was seen. */
import type { AgentId, Because, Presence } from '@trunkline/contracts';
import type { Postgres, Tx } from '@trunkline/platform';
import type { EngineOutcome } from '@trunkline/rules';

type Changed = Extract<EngineOutcome, { kind: 'presence' }>;
const utc = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
export type PresenceRow = { agentId: AgentId; state: Presence; since: string; because: Because };

/** The dispatcher's own: presence changes at its step, as loads do. */
export async function savePresences(tx: Tx, changed: Changed[]): Promise<void> {
  if (changed.length === 0) return;
  const last = new Map(changed.map((one) => [one.agentId, one]));
  const rows = [...last.values()].sort((a, b) => (a.agentId < b.agentId ? -1 : 1)); // as whoever is seen locks them
  await tx.query(
    `INSERT INTO agent_presence AS p (agent_id, state, since, because)
     SELECT * FROM unnest($1::uuid[], $2::text[], $3::timestamptz[], $4::jsonb[])
     ON CONFLICT (agent_id) DO UPDATE
       SET state = excluded.state, since = excluded.since, because = excluded.because,
           seen_until = CASE WHEN excluded.state <> 'offline' THEN p.seen_until END`,
    [
      rows.map((row) => row.agentId),
      rows.map((row) => row.state),
      rows.map((row) => row.since),
      rows.map((row) => JSON.stringify(row.because)),
    ],
  );
}

/** Locks the agent's row, made where they were never here, and gives how they stand. */
export async function holdPresence(tx: Tx, agentId: AgentId): Promise<PresenceRow> {
  await tx.query(
    `INSERT INTO agent_presence (agent_id, state, since, because)
     VALUES ($1, 'offline', now(), '{"code":"signed-out","values":{}}') ON CONFLICT DO NOTHING`,
    [agentId],
  );
  const [row] = await tx.query<PresenceRow>(
    `SELECT agent_id AS "agentId", state, ${utc('since')} AS since, because
       FROM agent_presence WHERE agent_id = $1 FOR UPDATE`,
    [agentId],
  );
  return row!;
}

/** Whether the engine has yet to hear of a change of theirs. */
export async function isPresenceOpen(tx: Tx, agentId: AgentId): Promise<boolean> {
  const rows = await tx.query(
    `SELECT id FROM dispatch_input WHERE step IS NULL AND agent_id = $1 AND kind = 'presence' LIMIT 1`,
    [agentId],
  );
  return rows.length > 0;
}

/** With what they carry; nobody who never came. */
export function readPresences(postgres: Postgres, agentIds: AgentId[]): Promise<(PresenceRow & { load: number })[]> {
  return postgres.query(
    `SELECT p.agent_id AS "agentId", p.state, ${utc('p.since')} AS since, p.because, coalesce(l.load, 0) AS load
       FROM agent_presence p LEFT JOIN agent_load l ON l.agent_id = p.agent_id WHERE p.agent_id = ANY($1::uuid[])`,
    [agentIds],
  );
}

/** They count as here for so long from now; who is known as offline stays so until they say otherwise. */
export async function keepSeenUntil(tx: Tx, agentIds: AgentId[], seconds: number): Promise<void> {
  await tx.query(
    `UPDATE agent_presence SET seen_until = now() + $2 * interval '1 second'
      WHERE agent_id IN (SELECT agent_id FROM agent_presence WHERE agent_id = ANY($1::uuid[]) ORDER BY agent_id FOR UPDATE)`,
    [agentIds, seconds],
  );
}

/** Those whose last sign of life is too long ago, each said once. */
export async function takeUnseen(tx: Tx): Promise<AgentId[]> {
  const rows = await tx.query<{ agent_id: AgentId }>(
    `UPDATE agent_presence SET seen_until = NULL
      WHERE agent_id IN (SELECT agent_id FROM agent_presence WHERE state <> 'offline' AND seen_until < now()
                          ORDER BY agent_id FOR UPDATE SKIP LOCKED)
     RETURNING agent_id`,
  );
  return rows.map((row) => row.agent_id);
}

/** A dispatcher that begins gives everybody time to be seen: nobody could say so while there was none. */
export async function grantTime(postgres: Postgres, seconds: number): Promise<void> {
  await postgres.query(
    `UPDATE agent_presence SET seen_until = greatest(seen_until, now() + $1 * interval '1 second')
      WHERE state <> 'offline'`,
    [seconds],
  );
}
