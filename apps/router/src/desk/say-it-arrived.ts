/** An agent knows that an unclear sending arrived (the customer said so): the matter is settled. */
import type { Message, MessageId } from '@trunkline/contracts';
import { refuse } from '@trunkline/platform';
import { saveHeld } from '../intake/conversations.store.ts';
import { insertEvents } from '../intake/messages.store.ts';
import type { GivenOrder, GiveOrder } from './give-order.ts';
import { showMessage } from './list-messages.ts';

export async function sayItArrived(desk: GiveOrder, order: GivenOrder & { messageId: MessageId }): Promise<Message> {
  await desk.held(order, async (tx, { conversation, person }) => {
    const rows = await tx.query(
      `UPDATE message SET delivery_state = 'delivered', delivery_at = now(), delivery_because = NULL
        WHERE id = $1 AND conversation_id = $2 AND delivery_state = 'unknown' RETURNING id`,
      [order.messageId, conversation.id],
    );
    if (rows.length === 0) refuse('not-to-send-again');
    conversation.version += 1;
    await saveHeld(tx, conversation);
    await insertEvents(tx, [{ conversationId: conversation.id, what: 'settled-as-arrived', agentId: person.id }]);
  });
  return showMessage(desk, order.messageId);
}
