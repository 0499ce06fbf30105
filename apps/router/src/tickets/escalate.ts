/** A person says that a matter is beyond them: who is told is the ladder's to say. */
import type { Conversation, Escalate } from '@trunkline/contracts';
import { refuse, writeFacts } from '@trunkline/platform';
import type { GivenOrder, GiveOrder } from '../desk/give-order.ts';
import { leaveNote } from '../desk/leave-note.ts';
import { saveHeld } from '../intake/conversations.store.ts';
import { headOf } from '../intake/head-of.ts';
import { insertEvents } from '../intake/messages.store.ts';

export function escalate(desk: GiveOrder, order: GivenOrder & { escalation: Escalate }): Promise<Conversation> {
  const { because, note } = order.escalation;
  return desk.order(order, async (tx, held) => {
    const { conversation, person } = held;
    if (conversation.state === 'closed') refuse('already-closed');
    if (conversation.state === 'solved') refuse('already-solved');
    conversation.version += 1;
    await saveHeld(tx, conversation);
    if (note !== '') await leaveNote(tx, held, { text: note });
    const reason = { code: because, values: {} };
    await insertEvents(tx, [
      { conversationId: conversation.id, what: 'escalated', agentId: person.id, because: reason },
    ]);
    const data = { ...headOf(conversation), by: person.id, because };
    await writeFacts(tx, [{ type: 'conversation.escalated', key: conversation.id, data }]);
  });
}
