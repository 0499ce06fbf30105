/** Why a conversation is where it is: every decision with its working, and the place of one who waits. */
import type { ConversationId, Explanation } from '@trunkline/contracts';
import type { LiveSettings, Postgres } from '@trunkline/platform';
import { expectWait } from '../wait/expect-wait.ts';
import { decisionsOf } from './decisions.store.ts';

export async function showExplanation(
  desk: { postgres: Postgres; settings: LiveSettings },
  id: ConversationId,
): Promise<Explanation> {
  const [decisions, place] = await Promise.all([decisionsOf(desk.postgres, id), expectWait(desk, id)]);
  return { decisions, place };
}
