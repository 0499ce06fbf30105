/** Somebody at the desk promises to call the customer of a conversation back: an item of work with its due time. */
import type { CallBack, NewCallBack } from '@trunkline/contracts';
import { refuse } from '@trunkline/platform';
import { byHandChannel } from '../calls/heard-call.ts';
import type { GivenOrder, GiveOrder } from '../desk/give-order.ts';
import { leaveNote } from '../desk/leave-note.ts';
import { saveHeld } from '../intake/conversations.store.ts';
import { insertEvents } from '../intake/messages.store.ts';
import { planCallBack } from './plan-call-back.ts';

const reason = 'call-back-wanted';

/** Without a time it is due as the policy says; without a number it goes to the one that is known of them. */
export function planByHand(desk: GiveOrder, order: GivenOrder & { plan: NewCallBack }): Promise<CallBack> {
  const { dueAt, note, number } = order.plan;
  return desk.held(order, async (tx, held) => {
    const { conversation, person } = held;
    const to = number ? { channel: byHandChannel, address: number } : undefined;
    conversation.version += 1;
    await saveHeld(tx, conversation);
    const { policy } = desk.settings;
    const planned = (await planCallBack(tx, conversation, { reason, policy, dueAt, ...(to && { to }) }))!;
    if (planned.address === '') refuse('no-address');
    const because = { code: reason, values: {} };
    const event = { conversationId: conversation.id, what: 'call-back-planned', agentId: person.id, because };
    await insertEvents(tx, [event]);
    if (note !== '') await leaveNote(tx, held, { text: note });
    return planned;
  });
}
