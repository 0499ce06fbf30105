/** Holds two conversations in the order of their ids, if this person may do it to both. */
import type { ConversationId, StaffV1 } from '@trunkline/contracts';
import { refuse, type Tx } from '@trunkline/platform';
import { may } from '@trunkline/rules';
import { type HeldConversation, holdConversations } from '../intake/conversations.store.ts';

type Both = { person: StaffV1; ids: [ConversationId, ConversationId] };

export async function holdBoth(tx: Tx, { person, ids }: Both): Promise<[HeldConversation, HeldConversation]> {
  const held = await holdConversations(tx, ids);
  return ids.map((id) => {
    const conversation = held.get(id) ?? refuse('not-found');
    const verdict = may({ person, does: 'split-conversation', thing: conversation });
    return verdict.ok ? conversation : refuse(verdict.because);
  }) as [HeldConversation, HeldConversation];
}
