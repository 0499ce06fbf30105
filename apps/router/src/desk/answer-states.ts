/** Answers sla before anything fires: the states and the instants that stop a clock, many conversations at once. */
import type { ConversationId, ConversationStateNow, StatesNow } from '@trunkline/contracts';
import type { LiveSettings, Postgres } from '@trunkline/platform';
import { expectWaits, type WaitAsked } from '../wait/expect-waits.ts';

type Desk = { postgres: Postgres; settings: LiveSettings };
type Row = { state: ConversationStateNow; language: string; order_key: number; at: Date };

/** Whoever it only rings for, or had it until it was solved, does not have it. */
export async function answerStates(desk: Desk, ids: ConversationId[]): Promise<StatesNow> {
  const rows = await desk.postgres.query<Row>(
    `WITH asked AS (SELECT unnest($1::uuid[]) AS id),
          reopened AS (SELECT e.conversation_id AS id, max(e.at) AS at FROM event e JOIN asked ON asked.id = e.conversation_id
                        WHERE e.what = 'reopened' GROUP BY 1),
          tickets AS (SELECT t.conversation_id AS id, json_agg(json_build_object('id', t.id, 'state', t.state,
                             'answeredAt', t.answered_at, 'solvedAt', t.solved_at) ORDER BY t.opened_at) AS list
                        FROM ticket t JOIN asked ON asked.id = t.conversation_id GROUP BY 1)
     SELECT json_build_object('id', c.id, 'version', c.version, 'state', c.state, 'queue', c.queue,
              'arrivedAt', c.arrived_at, 'lastCustomerAt', c.last_customer_at, 'firstReplyAt', c.first_reply_at,
              'lastReplyAt', c.last_reply_at, 'solvedAt', c.solved_at, 'closedAt', c.closed_at,
              'agentId', held.agent_id, 'assignedAt', held.accepted_at, 'reopenedAt', reopened.at,
              'tickets', coalesce(tickets.list, '[]')) AS state, c.language, c.order_key, statement_timestamp() AS at
       FROM asked JOIN conversation c USING (id) LEFT JOIN reopened USING (id) LEFT JOIN tickets USING (id)
       LEFT JOIN assignment held ON held.conversation_id = c.id AND held.active AND held.state = 'accepted'
        AND c.state IN ('assigned', 'with-customer')`,
    [ids],
  );
  const waits = await expectWaits(desk, rows.filter(({ state }) => state.state === 'waiting').map(askedOf));
  const items = rows.map(({ state }) => ({ ...state, wait: waits.get(state.id) ?? null }));
  return { ...(rows[0] && { at: rows[0].at.toISOString() }), items };
}

const askedOf = ({ state, language, order_key }: Row): WaitAsked => ({
  id: state.id,
  queue: state.queue,
  language,
  orderKey: order_key,
});
