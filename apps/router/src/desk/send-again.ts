/** Sends again what failed or may not have arrived: an agent's decision, marked, under the same id. */
import type { Attachment, Message, MessageId } from '@trunkline/contracts';
import { refuse, writeFacts } from '@trunkline/platform';
import { saveHeld } from '../intake/conversations.store.ts';
import { insertEvents } from '../intake/messages.store.ts';
import { markAnswered } from '../tickets/mark-answered.ts';
import { addressed } from '../to-customer/send-to-customer.ts';
import type { GivenOrder, GiveOrder } from './give-order.ts';
import { showMessage } from './list-messages.ts';

export async function sendAgain(desk: GiveOrder, order: GivenOrder & { messageId: MessageId }): Promise<Message> {
  await desk.held(order, async (tx, { conversation, person }) => {
    const [row] = await tx.query<{ text: string; attachments: Attachment[]; attempt: number }>(
      `UPDATE message SET delivery_state = 'queued', delivery_at = now(), delivery_because = NULL, attempt = attempt + 1
        WHERE id = $1 AND conversation_id = $2 AND delivery_state IN ('failed', 'unknown')
          AND NOT EXISTS (SELECT FROM verification v WHERE v.message_id = message.id) RETURNING text, attachments, attempt`,
      [order.messageId, conversation.id],
    );
    if (!row) refuse('not-to-send-again');
    conversation.version += 1;
    await saveHeld(tx, conversation);
    await insertEvents(tx, [{ conversationId: conversation.id, what: 'sent-again', agentId: person.id }]);
    await markAnswered(tx, { conversation, person }, order.messageId);
    const author = { agentId: person.id, name: person.name };
    const said = { messageId: order.messageId, kind: 'reply', author, ...row } as const;
    await writeFacts(tx, [
      { type: 'reply.written', key: conversation.id, data: { ...(await addressed(tx, conversation)), ...said } },
    ]);
  });
  return showMessage(desk, order.messageId);
}
