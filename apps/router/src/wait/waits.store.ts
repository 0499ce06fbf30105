/** All SQL of who waits before whom, and how fast those who may take them finish. */
import type { AgentId, Because, ConversationId } from '@trunkline/contracts';
import type { Postgres } from '@trunkline/platform';

export type Standing = {
  queue: string;
  because: Because | null;
  position: number;
  of: number;
  /** What its last decision asked for, at its ring. */
  requires: Record<string, number> | null;
  /** How many wait before it, by queue, its own among them. */
  before: Record<string, number>;
};

/** Undefined where it does not wait. */
export async function readStanding(postgres: Postgres, id: ConversationId): Promise<Standing | undefined> {
  const [standing] = await postgres.query<Standing>(
    `WITH own AS (SELECT id, queue, order_key, waiting_because FROM conversation WHERE id = $1 AND state = 'waiting'),
     counted AS (
       SELECT o.queue, count(*) FILTER (WHERE (o.order_key, o.id) < (own.order_key, own.id)) AS before, count(*) AS all
         FROM conversation o CROSS JOIN own WHERE o.state = 'waiting' GROUP BY o.queue)
     SELECT own.queue, own.waiting_because AS because, (SELECT before + 1 FROM counted WHERE counted.queue = own.queue)::float8 AS position,
            (SELECT counted.all FROM counted WHERE counted.queue = own.queue)::float8 AS of,
            (SELECT working->'requires' FROM decision WHERE conversation_id = own.id ORDER BY step DESC, id DESC LIMIT 1)
              AS requires,
            (SELECT jsonb_object_agg(queue, before) FROM counted WHERE before > 0) AS before
       FROM own`,
    [id],
  );
  return standing && { ...standing, before: standing.before ?? {} };
}

export type Pace = { inHand: number; finished: number[] };

/** Of the last day, at most a hundred: what is older says little of now. */
export async function readPace(postgres: Postgres, agents: AgentId[]): Promise<Pace> {
  const [pace] = await postgres.query<Pace>(
    `SELECT (SELECT count(*) FROM assignment WHERE active AND weight > 0 AND agent_id = ANY($1::uuid[]))::float8 AS "inHand",
            coalesce((SELECT json_agg(seconds) FROM (
              SELECT extract(epoch FROM ended_at - accepted_at)::float8 AS seconds FROM assignment
               WHERE ended_at > now() - interval '1 day' AND state = 'ended' AND accepted_at IS NOT NULL
                 AND agent_id = ANY($1::uuid[])
               ORDER BY ended_at DESC LIMIT 100) lately), '[]') AS finished`,
    [agents],
  );
  return pace!;
}

export async function readOnline(postgres: Postgres): Promise<Set<AgentId>> {
  const rows = await postgres.query<{ agent_id: AgentId }>(
    `SELECT agent_id FROM agent_presence WHERE state = 'online'`,
  );
  return new Set(rows.map((row) => row.agent_id));
}

type Whose = { channel: string; account: string; address: string };
export type WaitingRow = {
  at: number;
  id: ConversationId;
  queue: string;
  language: string;
  orderKey: number;
  position: number;
};

/** Of these addresses, the ones with a conversation that waits, and of several the next; `at`: its place among those asked. */
export function readWaiting(postgres: Postgres, asked: Whose[]): Promise<WaitingRow[]> {
  return postgres.query<WaitingRow>(
    `SELECT DISTINCT ON (at) at::int - 1 AS at, c.id, c.queue, c.language, c.order_key::float8 AS "orderKey",
            (SELECT count(*)::int + 1 FROM conversation o
              WHERE o.state = 'waiting' AND o.queue = c.queue AND (o.order_key, o.id) < (c.order_key, c.id)) AS position
       FROM unnest($1::text[], $2::text[], $3::text[]) WITH ORDINALITY AS w (channel, account, address, at)
       JOIN address a ON a.channel = w.channel AND a.address = w.address
       JOIN conversation c ON c.address_id = a.id AND c.account = w.account AND c.state = 'waiting'
      ORDER BY at, c.order_key, c.id`,
    [asked.map((one) => one.channel), asked.map((one) => one.account), asked.map((one) => one.address)],
  );
}
