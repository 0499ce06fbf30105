/** Answers sla before anything fires: the states and the instants that stop a clock, many conversations at once. */
import type { ConversationId, ConversationStateNow } from '@trunkline/contracts';
import type { Postgres } from '@trunkline/platform';

export async function answerStates(postgres: Postgres, ids: ConversationId[]): Promise<ConversationStateNow[]> {
  const rows = await postgres.query<{ state: ConversationStateNow }>(
    `SELECT jsonb_build_object('id', id, 'version', version, 'state', state, 'queue', queue, 'arrivedAt', arrived_at,
       'lastCustomerAt', last_customer_at, 'firstReplyAt', first_reply_at, 'lastReplyAt', last_reply_at,
       'solvedAt', solved_at, 'closedAt', closed_at) AS state
       FROM conversation WHERE id = ANY($1::uuid[])`,
    [ids],
  );
  return rows.map((row) => row.state);
}
