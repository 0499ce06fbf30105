/** Says who stays with what was escalated, where it is another than was said last. */
import type { ConversationId } from '@trunkline/contracts';
import type { NewFact, Tx } from '@trunkline/platform';
import { findFollower } from './find-follower.ts';
import { followersSaid, markFollowed } from './matters.store.ts';
import type { Held } from './tell-next.ts';

/** The conversations are held. */
export async function nameFollowers(
  tx: Tx,
  ids: readonly ConversationId[],
  { cases, settings }: Held,
): Promise<NewFact[]> {
  if (ids.length === 0) return [];
  const said = await followersSaid(tx, ids);
  const others = said
    .map(({ conversationId, followerId: before }) => {
      return { conversationId, before, followerId: findFollower(cases.get(conversationId)?.followed, settings) };
    })
    .filter(({ before, followerId }) => before !== followerId);
  await markFollowed(tx, others);
  return others.map(({ conversationId, followerId }): NewFact => {
    return { type: 'escalation.followed', key: conversationId, data: { conversationId, followerId } };
  });
}
