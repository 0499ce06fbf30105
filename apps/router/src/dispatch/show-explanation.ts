/** Why a conversation is where it is: every decision with its working, and the place of one who waits. */
import type { Because, ConversationId, ConversationState, Explanation } from '@trunkline/contracts';
import type { Postgres } from '@trunkline/platform';
import { decisionsOf } from './decisions.store.ts';

type Standing = {
  state: ConversationState;
  because: Because | null;
  position: number;
  of: number;
};

export async function showExplanation(postgres: Postgres, id: ConversationId): Promise<Explanation> {
  const [standing] = await postgres.query<Standing>(
    `SELECT c.state, c.waiting_because AS because,
            (SELECT count(*) FROM conversation o WHERE o.state = 'waiting' AND o.queue = c.queue
                AND (o.order_key, o.id) <= (c.order_key, c.id))::float8 AS position,
            (SELECT count(*) FROM conversation o WHERE o.state = 'waiting' AND o.queue = c.queue)::float8 AS of
       FROM conversation c WHERE c.id = $1`,
    [id],
  );
  return { decisions: await decisionsOf(postgres, id), place: standing ? placeOf(standing) : null };
}

function placeOf({ state, because, position, of }: Standing): Explanation['place'] {
  if (state !== 'waiting') return null;
  return { position, of, because: because ?? { code: 'just-arrived', values: {} } };
}
