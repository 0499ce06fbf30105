/** Says who stays with what was escalated, where it is another than was said last. */
import type { ConversationId } from '@trunkline/contracts';
import type { LiveSettings, NewFact, Tx } from '@trunkline/platform';
import { conversationsNow } from './escalations.store.ts';
import { findFollower } from './find-follower.ts';
import { followersSaid, markFollowed } from './matters.store.ts';

/** The conversations are held. */
export async function nameFollowers(
  tx: Tx,
  ids: readonly ConversationId[],
  settings: LiveSettings,
): Promise<NewFact[]> {
  if (ids.length === 0) return [];
  const said = await followersSaid(tx, ids);
  if (said.length === 0) return [];
  const standing = await conversationsNow(tx, ids);
  const others = said
    .map(({ conversationId, followerId: before }) => {
      return { conversationId, before, followerId: findFollower(standing.get(conversationId)?.followed, settings) };
    })
    .filter(({ before, followerId }) => before !== followerId);
  await markFollowed(tx, others);
  return others.map(({ conversationId, followerId }): NewFact => {
    return { type: 'escalation.followed', key: conversationId, data: { conversationId, followerId } };
  });
}
