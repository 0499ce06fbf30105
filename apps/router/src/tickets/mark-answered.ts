/** The owner's reply keeps what was promised, in its own transaction; one that did not arrive was none. */
import type { ConversationId, MessageId } from '@trunkline/contracts';
import { type Tx, writeFacts } from '@trunkline/platform';
import type { Held } from '../desk/give-order.ts';
import type { HeldConversation } from '../intake/conversations.store.ts';
import { tellTicket } from './tell-ticket.ts';
import { answerTickets, takeAnswersBack } from './tickets.store.ts';

/** The conversation's version is the caller's. */
export async function markAnswered(tx: Tx, { conversation, person }: Held, messageId: MessageId): Promise<void> {
  const answered = await answerTickets(tx, { conversationId: conversation.id, ownerId: person.id, messageId });
  await writeFacts(
    tx,
    answered.map((known) => tellTicket('ticket.changed', conversation, known)),
  );
}

/** `failed` are replies that did not arrive; their conversations are held and stand a version higher. */
export async function unmarkAnswered(
  tx: Tx,
  failed: MessageId[],
  held: Map<ConversationId, HeldConversation>,
): Promise<void> {
  if (failed.length === 0) return;
  const changed = await takeAnswersBack(tx, failed);
  const facts = changed.flatMap((known) => {
    const conversation = held.get(known.ticket.conversationId);
    if (!conversation) return [];
    return [tellTicket('ticket.changed', { ...conversation, version: conversation.version + 1 }, known)];
  });
  await writeFacts(tx, facts);
}
