/** Reads from sla's schema how its clocks and escalations stand, for L7 and L8. */
import type { EscalatedSeen, TimedSeen } from './evidence.ts';

type Query = <Row>(sql: string) => Promise<Row[]>;

/** `query` speaks to sla's schema; instants are ISO. Facts are counted in the outbox, published or not. */
export async function gatherTime(query: Query): Promise<{ timed: TimedSeen[]; escalated: EscalatedSeen[] }> {
  const iso = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
  const timed = await query<TimedSeen>(
    `SELECT c.id AS "clockId", c.conversation_id AS "conversationId", c.policy, ${iso('c.due_at')} AS "dueAt",
            CASE WHEN c.met_because <> 'reached' THEN ${iso('c.met_at')} END AS "stoppedAt",
            c.paused_at IS NOT NULL AS "isPaused", ${iso('clock_timestamp()')} AS until,
            coalesce((SELECT jsonb_agg(${iso('o.at')} ORDER BY o.at) FROM outbox o
                      WHERE o.key = c.conversation_id::text AND o.type IN ('deadline.missed', 'deadline.reached')
                        AND o.body::jsonb ->> 'clockId' = c.id::text), '[]') AS said
     FROM clock c`,
  );
  const escalated = await query<EscalatedSeen>(
    `SELECT e.id AS "escalationId", e.conversation_id AS "conversationId", e.matter_id::text AS matter, e.level,
            ${iso('coalesce(c.due_at, e.raised_at)')} AS "dueAt", ${iso('ended.at')} AS "endedAt"
     FROM escalation e LEFT JOIN clock c ON c.id = e.clock_id
     LEFT JOIN LATERAL (SELECT min(met_at) AS at FROM clock
       WHERE conversation_id = e.conversation_id AND met_because IN ('solved', 'closed')) AS ended ON true`,
  );
  return { timed, escalated };
}
