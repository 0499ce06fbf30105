/** All SQL by which people watch the desk: what agents have in hand, how queues stand. */
import type { AgentId, AgentRow } from '@trunkline/contracts';
import type { Postgres } from '@trunkline/platform';

type Working = AgentRow['working'][number] & { agentId: AgentId };
export type QueueFigures = {
  queue: string;
  waiting: number;
  offered: number;
  assigned: number;
  oldestArrivedAt: string | null;
};

const utc = (instant: string) => `to_char(${instant} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

export function readWorking(postgres: Postgres, agentIds: AgentId[]): Promise<Working[]> {
  return postgres.query<Working>(
    `SELECT a.agent_id AS "agentId", c.id AS "conversationId", c.standard, c.state,
            ${utc('coalesce(a.accepted_at, a.offered_at)')} AS since
       FROM assignment a JOIN conversation c ON c.id = a.conversation_id
      WHERE a.active AND a.agent_id = ANY($1::uuid[]) ORDER BY a.offered_at, a.id`,
    [agentIds],
  );
}

export function readQueues(postgres: Postgres): Promise<QueueFigures[]> {
  return postgres.query<QueueFigures>(
    `WITH standing AS (
       SELECT queue, count(*) FILTER (WHERE state = 'waiting') AS waiting,
              count(*) FILTER (WHERE state = 'offered') AS offered,
              count(*) FILTER (WHERE state IN ('assigned', 'with-customer')) AS assigned,
              min(arrived_at) FILTER (WHERE state IN ('waiting', 'offered')) AS oldest
         FROM conversation WHERE is_open AND state IN ('waiting', 'offered', 'assigned', 'with-customer') GROUP BY queue)
     SELECT queue, coalesce(waiting, 0)::float8 AS waiting, coalesce(offered, 0)::float8 AS offered,
            coalesce(assigned, 0)::float8 AS assigned, ${utc('oldest')} AS "oldestArrivedAt"
       FROM standing`,
  );
}
