/** Somebody at the desk promises to call the customer of a conversation back: an item of work with its due time. */
import type { CallBack, CallBackId, NewCallBack } from '@trunkline/contracts';
import { refuse } from '@trunkline/platform';
import type { GivenOrder, GiveOrder } from '../desk/give-order.ts';
import { leaveNote } from '../desk/leave-note.ts';
import { askTheTime } from '../intake/ask-the-time.ts';
import { saveHeld } from '../intake/conversations.store.ts';
import { insertEvents } from '../intake/messages.store.ts';
import { holdCallBack } from './call-backs.store.ts';
import { planCallBackFor } from './plan-call-back-for.ts';

const reason = 'call-back-wanted';

/** Without a time it is due as the policy says. */
export function planByHand(desk: GiveOrder, order: GivenOrder & { plan: NewCallBack }): Promise<CallBack> {
  const { dueAt, note } = order.plan;
  return desk.held(order, async (tx, held) => {
    const { conversation, person } = held;
    if (conversation.address === '') refuse('no-address');
    if (dueAt !== null && Date.parse(dueAt) <= Date.parse(await askTheTime(tx))) refuse('due-is-past');
    const id: CallBackId = await planCallBackFor(tx, conversation, { reason, policy: desk.settings.policy, dueAt });
    conversation.version += 1;
    await saveHeld(tx, conversation);
    const because = { code: reason, values: {} };
    const event = { conversationId: conversation.id, what: 'call-back-planned', agentId: person.id, because };
    await insertEvents(tx, [event]);
    if (note !== '') await leaveNote(tx, held, { text: note });
    return (await holdCallBack(tx, id))!;
  });
}
