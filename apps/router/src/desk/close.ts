/** Closes a conversation for good: what the customer writes later opens a new one, linked to it. */
import type { Conversation } from '@trunkline/contracts';
import { guardClose } from '../closing/guard-close.ts';
import { complaintsMustBeThrough } from '../complaints/must-be-through.ts';
import { guardEnd } from '../submissions/end-unsatisfied.ts';
import { endConversation } from './end-conversation.ts';
import type { GivenOrder, GiveOrder } from './give-order.ts';

export function close(desk: GiveOrder, order: GivenOrder): Promise<Conversation> {
  return desk.order(order, async (tx, held) => {
    if (held.conversation.state === 'closed') return;
    await guardEnd(tx, held, desk);
    const leads = held.person.role === 'supervisor' || held.person.role === 'administrator';
    if (!leads) await complaintsMustBeThrough(tx, held.conversation.id);
    await guardClose(tx, held.conversation, desk.settings.policy);
    await endConversation(tx, { ...held, settings: desk.settings }, { state: 'closed', because: 'closed-by-agent' });
  });
}
