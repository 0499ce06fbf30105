/** Keeps who stays with what was escalated, as sla names them, and tells it to their screens. */
import type { ConversationId, Fact } from '@trunkline/contracts';
import { type Tx, writeFacts } from '@trunkline/platform';
import { type HeldConversation, saveFollower, saveHeld } from '../intake/conversations.store.ts';
import { headOf } from '../intake/head-of.ts';

export type FollowerFact = Fact<'escalation.raised' | 'escalation.followed'>;

/** Of each conversation the last word counts: facts of one come in order. */
export async function keepFollowers(
  tx: Tx,
  facts: readonly FollowerFact[],
  held: ReadonlyMap<ConversationId, HeldConversation>,
): Promise<void> {
  const last = new Map(facts.map(({ data }) => [data.conversationId, data.followerId ?? null]));
  for (const [id, followerId] of last) {
    const conversation = held.get(id);
    if (!conversation || (conversation.followerId ?? null) === followerId) continue;
    await saveFollower(tx, conversation, followerId);
    conversation.version += 1;
    await saveHeld(tx, conversation);
    await writeFacts(tx, [{ type: 'message.moved', key: id, data: headOf(conversation) }]);
  }
}
