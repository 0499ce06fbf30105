/** Reads from sla's schema how its clocks and escalations stand, and from the router's outbox what had committed when, for L7 and L8. */
import type { EscalatedSeen, TimedSeen } from './evidence.ts';

type Query = <Row>(sql: string) => Promise<Row[]>;

const iso = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
/** A row is noted as published by a transaction that began after its own had committed. */
const known = (conversation: string, at: string) =>
  `(SELECT ${iso('min(p.published_at)')} FROM router.outbox p
    WHERE p.key = ${conversation}::text AND date_trunc('milliseconds', p.at) = date_trunc('milliseconds', ${at}))`;

/** `query` speaks to sla's schema and may read the router's; instants are ISO. Facts are counted in the outbox, published or not. */
export async function gatherTime(query: Query): Promise<{ timed: TimedSeen[]; escalated: EscalatedSeen[] }> {
  const timed = await query<TimedSeen>(
    `SELECT c.id AS "clockId", c.conversation_id AS "conversationId", c.policy, ${iso('c.due_at')} AS "dueAt",
            CASE WHEN c.met_because <> 'reached' THEN ${iso('c.met_at')} END AS "stoppedAt",
            CASE WHEN c.met_because <> 'reached' THEN ${known('c.conversation_id', 'c.met_at')} END AS "knownAt",
            ${iso('t.asked_at')} AS "askedAt",
            c.paused_at IS NOT NULL AS "isPaused", ${iso('clock_timestamp()')} AS until,
            coalesce((SELECT jsonb_agg(${iso('o.at')} ORDER BY o.at) FROM outbox o
                      WHERE o.key = c.conversation_id::text AND o.type IN ('deadline.missed', 'deadline.reached')
                        AND o.body::jsonb ->> 'clockId' = c.id::text), '[]') AS said
     FROM clock c LEFT JOIN timer t ON t.about = c.id AND t.step = 'due' AND t.fired_at IS NOT NULL`,
  );
  const escalated = await query<EscalatedSeen>(
    `SELECT e.id AS "escalationId", e.conversation_id AS "conversationId", e.matter_id::text AS matter, e.level,
            ${iso("CASE WHEN e.trigger = 'limit-missed' THEN c.due_at ELSE coalesce(m.begun_at, e.raised_at) END")} AS "dueAt",
            ${iso('ended.at')} AS "endedAt", ${known('e.conversation_id', 'ended.at')} AS "knownAt",
            (SELECT ${iso('max(t.asked_at)')} FROM timer t
              WHERE t.conversation_id = e.conversation_id AND t.fired_at = e.raised_at) AS "askedAt"
     FROM escalation e LEFT JOIN clock c ON c.id = e.clock_id LEFT JOIN matter m ON m.id = e.matter_id
     LEFT JOIN LATERAL (SELECT min(met_at) AS at FROM clock
       WHERE conversation_id = e.conversation_id AND met_because IN ('solved', 'closed')) AS ended ON true`,
  );
  return { timed, escalated };
}
