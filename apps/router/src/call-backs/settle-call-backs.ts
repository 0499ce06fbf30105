/** Settles call-backs that nobody need make any more: the customer was spoken to, is back, or has been told. */
import type { ConversationId } from '@trunkline/contracts';
import type { Tx } from '@trunkline/platform';
import { peekConversations } from '../intake/conversations.store.ts';
import { type Owed, settle } from './call-backs.store.ts';
import { tellCallBack } from './tell-call-back.ts';

/** Their conversations may be others than the one that is held: what is said of them is of their call-backs only. */
export async function settleCallBacks(tx: Tx, owed: Owed): Promise<void> {
  const settled = await settle(tx, owed);
  if (settled.length === 0) return;
  const ids = new Set<ConversationId>(settled.map(({ conversationId }) => conversationId));
  const heads = await peekConversations(tx, [...ids]);
  for (const now of settled) await tellCallBack(tx, heads.get(now.conversationId)!, { before: now, now });
}
