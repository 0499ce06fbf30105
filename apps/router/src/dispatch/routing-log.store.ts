/** All SQL of the routing log: snapshots, and the numbered rows with what was decided on them. */
import type { Decision, InputOutcome, RecordedInput } from '@trunkline/contracts';
import { guardLease, type Held, type Postgres, type Tx } from '@trunkline/platform';

export type SnapshotRow = { step: number; at: string; policyVersion: number; body: Buffer };
export type StepRow = RecordedInput & { outcome: InputOutcome | null };
/** `policy` is JSON as it stands in the row. */
export type Mark = { step: number; at: string; policyVersion: number | null; policy: string | null };

/** At or before the instant, or else the oldest there is. */
export async function snapshotBefore(postgres: Postgres, from: string): Promise<SnapshotRow | undefined> {
  const columns = 'step, at, policy_version AS "policyVersion", body';
  const [row] = await postgres.query<SnapshotRow>(
    `(SELECT ${columns} FROM dispatch_snapshot WHERE at <= $1 ORDER BY step DESC LIMIT 1)
     UNION ALL (SELECT ${columns} FROM dispatch_snapshot WHERE at > $1 ORDER BY step LIMIT 1) LIMIT 1`,
    [from],
  );
  return row;
}

/** The instant of the very first input, if the log still begins with it: a policy in force is kept by itself. */
export async function firstInputAt(postgres: Postgres): Promise<string | undefined> {
  const [row] = await postgres.query<{ at: string }>(
    `SELECT ${utc('at')} AS at FROM dispatch_input
      WHERE step = 1 AND ((SELECT last_step FROM dispatcher) < 2 OR EXISTS (SELECT FROM dispatch_input WHERE step = 2))`,
  );
  return row?.at;
}

/** The last step that was heard of before the instant; no step so late that another came in before `to`. */
export async function lastStepBefore(postgres: Postgres, to: string): Promise<number> {
  const [row] = await postgres.query<{ step: number }>(
    `SELECT step FROM dispatch_input
      WHERE step <= coalesce((SELECT min(step) FROM dispatch_snapshot WHERE at >= $1),
                             (SELECT last_step FROM dispatcher)) AND at < $1::timestamptz
      ORDER BY step DESC LIMIT 1`,
    [to],
  );
  return row?.step ?? 0;
}

export function readSteps(
  postgres: Postgres,
  { after, until, limit }: { after: number; until: number; limit: number },
): Promise<StepRow[]> {
  return postgres.query<StepRow>(
    `SELECT id, step, ${utc('at')} AS at, kind, conversation_id AS "conversationId", agent_id AS "agentId",
            routing_version AS "routingVersion", body, outcome
       FROM dispatch_input WHERE step > $1 AND step <= $2 ORDER BY step LIMIT $3`,
    [after, until, limit],
  );
}

/** By step, each step's in the order in which they were made: their ids say it. */
export async function readDecisions(postgres: Postgres, from: number, to: number): Promise<Map<number, Decision[]>> {
  const rows = await postgres.query<{ working: Decision }>(
    'SELECT working FROM decision WHERE step BETWEEN $1 AND $2 ORDER BY step, substr(id::text, 21, 3), id',
    [from, to],
  );
  const byStep = new Map<number, Decision[]>();
  for (const { working } of rows) byStep.set(working.step, [...(byStep.get(working.step) ?? []), working]);
  return byStep;
}

/** Where the dispatcher is; its memory is what the same transaction reads. */
export async function readMark(tx: Tx): Promise<Mark> {
  const [row] = await tx.query<Mark>(
    `SELECT d.last_step AS step, d.last_at AS at, (p.body->>'version')::int AS "policyVersion", p.body->>'policy' AS policy
       FROM dispatcher d LEFT JOIN LATERAL (SELECT body FROM dispatch_input WHERE kind = 'policy' AND step IS NOT NULL
                                             ORDER BY step DESC LIMIT 1) p ON true`,
  );
  return row!;
}

export type Memory = 'remembered_agent' | 'remembered_conversation';
const keys = { remembered_agent: 'agent_id', remembered_conversation: 'conversation_id' } as const;

/** In the order of ids, from behind `after`; bodies as text, for nobody looks into them on the way. */
export function readMemory(tx: Tx, of: Memory, after: string): Promise<{ id: string; body: string }[]> {
  const key = keys[of];
  return tx.query(`SELECT ${key} AS id, body::text AS body FROM ${of} WHERE ${key} > $1 ORDER BY ${key} LIMIT 2000`, [
    after,
  ]);
}

/** Whether a day has passed since the last one, or the policy is another since, and anything has been heard. */
export async function isSnapshotDue(postgres: Postgres): Promise<boolean> {
  const [row] = await postgres.query<{ due: boolean }>(
    `SELECT d.last_step > coalesce(s.step, 0)
            AND (s.step IS NULL OR s.taken_at < now() - interval '1 day'
                 OR EXISTS (SELECT FROM dispatch_input WHERE kind = 'policy' AND step > s.step)) AS due
       FROM dispatcher d LEFT JOIN LATERAL (SELECT step, taken_at FROM dispatch_snapshot ORDER BY step DESC LIMIT 1) s ON true`,
  );
  return row!.due;
}

export function storeSnapshot(postgres: Postgres, held: Held, snapshot: SnapshotRow): Promise<void> {
  return postgres.transaction(async (tx) => {
    await guardLease(tx, held);
    await tx.query(
      `INSERT INTO dispatch_snapshot (step, at, policy_version, body) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
      [snapshot.step, snapshot.at, snapshot.policyVersion, snapshot.body],
    );
  });
}

/** One batch of what no replay may begin from any more; gives how many rows. The policy in force is not let go. */
export function deletePassed(postgres: Postgres, held: Held, daysKept: number): Promise<number> {
  return postgres.transaction(async (tx) => {
    await guardLease(tx, held);
    const rows = await tx.query(
      `WITH begins AS (SELECT max(step) AS step FROM dispatch_snapshot WHERE taken_at < now() - $1 * interval '1 day'),
            older AS (DELETE FROM dispatch_snapshot WHERE step < (SELECT step FROM begins)),
            told AS (SELECT max(step) AS step FROM dispatch_input WHERE kind = 'policy' AND step IS NOT NULL)
       DELETE FROM dispatch_input WHERE id IN (
         SELECT id FROM dispatch_input WHERE step <= (SELECT step FROM begins)
            AND step IS DISTINCT FROM (SELECT step FROM told) ORDER BY step LIMIT 2000)
       RETURNING 1`,
      [daysKept],
    );
    return rows.length;
  });
}

const utc = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
