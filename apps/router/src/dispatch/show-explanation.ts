/** Why a conversation is where it is: every decision with its working, and the place of one who waits. */
import type { Because, ConversationId, Explanation } from '@trunkline/contracts';
import type { LiveSettings, Postgres } from '@trunkline/platform';
import { expectWait } from '../wait/expect-wait.ts';
import { decisionsOf } from './decisions.store.ts';

type Desk = { postgres: Postgres; settings: LiveSettings };

export async function showExplanation(desk: Desk, id: ConversationId): Promise<Explanation> {
  const [decisions, place] = await Promise.all([decisionsOf(desk.postgres, id), placeOf(desk, id)]);
  return { decisions, place };
}

async function placeOf(desk: Desk, id: ConversationId): Promise<Explanation['place']> {
  const expected = await expectWait(desk, id);
  if (!expected) return null;
  const [row] = await desk.postgres.query<{ because: Because | null }>(
    'SELECT waiting_because AS because FROM conversation WHERE id = $1',
    [id],
  );
  return { ...expected, because: row?.because ?? { code: 'just-arrived', values: {} } };
}
