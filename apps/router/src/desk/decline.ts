/** Turns an offer down: it goes on to the next at once, its place in the queue kept. */
import type { Conversation } from '@trunkline/contracts';
import { refuse, writeFacts } from '@trunkline/platform';
import { putInputs } from '../dispatch/inputs.store.ts';
import { saveHeld } from '../intake/conversations.store.ts';
import { insertEvents } from '../intake/messages.store.ts';
import { endAssignment } from './end-assignment.ts';
import type { GivenOrder, GiveOrder } from './give-order.ts';

export function decline(desk: GiveOrder, order: GivenOrder & { note: string }): Promise<Conversation> {
  return desk.order(order, async (tx, { conversation, person }) => {
    if (conversation.state !== 'offered' || conversation.agentId !== person.id) refuse('offer-is-over');
    const assignmentId = conversation.assignmentId;
    const ended = await endAssignment(tx, conversation, 'declined');
    conversation.state = 'waiting';
    conversation.agentId = null;
    conversation.assignmentId = null;
    conversation.version += 1;
    conversation.routingVersion += 1;
    await saveHeld(tx, conversation);
    const because = { code: 'declined', values: { note: order.note } };
    await insertEvents(tx, [{ conversationId: conversation.id, what: 'declined', agentId: person.id, because }]);
    await putInputs(tx, [
      {
        kind: 'declines',
        conversationId: conversation.id,
        agentId: person.id,
        routingVersion: conversation.routingVersion,
        body: { assignmentId, note: order.note },
      },
    ]);
    await writeFacts(tx, ended(conversation));
  });
}
