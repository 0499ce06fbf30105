/** Remembers that the one who has the conversation has seen the customer's words, and tells their other screens. */
import { writeFacts } from '@trunkline/platform';
import { saveHeld } from '../intake/conversations.store.ts';
import { headOf } from '../intake/head-of.ts';
import type { GivenOrder, GiveOrder } from './give-order.ts';

/** Anybody may look; only the holder's look counts, and only where something was unread. */
export function markRead(desk: GiveOrder, order: GivenOrder): Promise<void> {
  return desk.held(order, async (tx, { conversation, person }) => {
    if (conversation.agentId !== person.id) return;
    const sql = 'UPDATE conversation SET unread = 0 WHERE id = $1 AND unread > 0 RETURNING id';
    if ((await tx.query(sql, [conversation.id])).length === 0) return;
    conversation.version += 1;
    await saveHeld(tx, conversation);
    await writeFacts(tx, [{ type: 'message.moved', key: conversation.id, data: headOf(conversation) }]);
  });
}
