/** Takes an offer. Accepting what is already mine is a yes; an offer that went on meanwhile is a no with its reason. */
import type { AssignmentId, Conversation } from '@trunkline/contracts';
import { refuse, stopwatch, writeFacts } from '@trunkline/platform';
import { directCall } from '../calls/direct-call.ts';
import { putInputs } from '../dispatch/inputs.store.ts';
import { saveHeld } from '../intake/conversations.store.ts';
import { headOf } from '../intake/head-of.ts';
import { insertEvents } from '../intake/messages.store.ts';
import { greet } from '../to-customer/greet.ts';
import type { GivenOrder, GiveOrder } from './give-order.ts';

const acceptSeconds = stopwatch({
  name: 'trunkline_offer_accept_seconds',
  help: 'from an offer to its acceptance',
  labels: ['standard'],
});

export function accept(desk: GiveOrder, order: GivenOrder): Promise<Conversation> {
  return desk.order(order, async (tx, { conversation, person }) => {
    const isMine = conversation.state === 'assigned' || conversation.state === 'with-customer';
    if (isMine && conversation.agentId === person.id) return;
    const [offer] = await tx.query<{ id: AssignmentId; decision_id: string; seconds: number }>(
      `UPDATE assignment SET state = 'accepted', accepted_at = now()
        WHERE conversation_id = $1 AND agent_id = $2 AND state = 'offered' RETURNING id, decision_id,
         extract(epoch FROM now() - offered_at)::float8 AS seconds`,
      [conversation.id, person.id],
    );
    if (!offer) refuse('offer-is-over');
    const { standard } = conversation;
    tx.afterCommit(() => acceptSeconds.observe({ standard }, offer.seconds));
    conversation.state = 'assigned';
    conversation.version += 1;
    conversation.routingVersion += 1;
    await saveHeld(tx, conversation);
    await insertEvents(tx, [
      {
        conversationId: conversation.id,
        what: 'assigned',
        agentId: person.id,
        because: { code: 'accepted', values: {} },
      },
    ]);
    await putInputs(tx, [
      {
        kind: 'accepts',
        conversationId: conversation.id,
        agentId: person.id,
        routingVersion: conversation.routingVersion,
        body: { assignmentId: offer.id },
      },
    ]);
    if (conversation.standard === 'call')
      await directCall(tx, { conversationId: conversation.id, agentId: person.id }, person);
    const how = { assignmentId: offer.id, decisionId: offer.decision_id, how: 'accepted' };
    await writeFacts(tx, [
      { type: 'conversation.assigned', key: conversation.id, data: { ...headOf(conversation), ...how } } as never,
    ]);
    await greet(tx, conversation, { person, policy: desk.settings.policy });
  });
}
