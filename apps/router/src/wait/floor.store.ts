/** The floor at one look: who is online, what they have in hand, what was finished lately, who waits where. */
import type { AgentId } from '@trunkline/contracts';
import type { Postgres } from '@trunkline/platform';

export type Floor = {
  online: Set<AgentId>;
  inHand: Map<AgentId, number>;
  /** Of the last day, newest first. */
  finished: { agentId: AgentId; seconds: number }[];
  /** Order keys of those who wait, by queue, sorted. */
  keys: Map<string, number[]>;
};

type Row = {
  online: AgentId[];
  in_hand: Record<AgentId, number>;
  finished: [AgentId, number][];
  keys: Record<string, number[]>;
};

/** What is older than the newest of these says little of now. */
const mostFinished = 2_000;

export async function readFloor(postgres: Postgres): Promise<Floor> {
  const [row] = await postgres.query<Row>(
    `SELECT coalesce((SELECT json_agg(agent_id) FROM agent_presence WHERE state = 'online'), '[]') AS online,
       coalesce((SELECT json_object_agg(agent_id, count) FROM (SELECT agent_id, count(*) FROM assignment
                  WHERE active AND weight > 0 GROUP BY agent_id) busy), '{}') AS in_hand,
       coalesce((SELECT json_agg(json_build_array(agent_id, seconds)) FROM (
           SELECT agent_id, round(extract(epoch FROM ended_at - accepted_at))::float8 AS seconds FROM assignment
            WHERE ended_at > now() - interval '1 day' AND state = 'ended' AND accepted_at IS NOT NULL
            ORDER BY ended_at DESC LIMIT $1) lately), '[]') AS finished,
       coalesce((SELECT json_object_agg(queue, keys) FROM (SELECT queue, json_agg(order_key ORDER BY order_key) AS keys
                  FROM conversation WHERE state = 'waiting' GROUP BY queue) waiting), '{}') AS keys`,
    [mostFinished],
  );
  const { online, in_hand, finished, keys } = row!;
  return {
    online: new Set(online),
    inHand: new Map(Object.entries(in_hand) as [AgentId, number][]),
    finished: finished.map(([agentId, seconds]) => ({ agentId, seconds })),
    keys: new Map(Object.entries(keys)),
  };
}
