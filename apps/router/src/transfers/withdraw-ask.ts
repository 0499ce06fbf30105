/** Takes the question to the customer back: who asked it, or a supervisor. */
import type { Conversation } from '@trunkline/contracts';
import { refuse } from '@trunkline/platform';
import type { GivenOrder, GiveOrder } from '../desk/give-order.ts';
import { saveHeld } from '../intake/conversations.store.ts';
import { insertEvents } from '../intake/messages.store.ts';
import { endAsk } from './end-ask.ts';

export function withdrawAsk(desk: GiveOrder, order: GivenOrder): Promise<Conversation> {
  return desk.order(order, async (tx, { conversation, person }) => {
    const leads = person.role === 'supervisor' || person.role === 'administrator';
    if (!leads && conversation.agentId !== person.id) refuse('not-yours', { holder: '—' });
    if (!(await endAsk(tx, conversation, 'withdrawn'))) refuse('not-asked');
    conversation.version += 1;
    await saveHeld(tx, conversation);
    const because = { code: 'ask-withdrawn', values: {} };
    await insertEvents(tx, [
      { conversationId: conversation.id, what: 'transfer-withdrawn', agentId: person.id, because },
    ]);
  });
}
