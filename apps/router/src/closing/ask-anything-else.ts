/** Asks the customer whether there is anything else, with buttons for yes and no. */
import type { Conversation } from '@trunkline/contracts';
import { refuse } from '@trunkline/platform';
import type { GivenOrder, GiveOrder } from '../desk/give-order.ts';
import { mustHold } from '../desk/must-hold.ts';
import { insertEvents } from '../intake/messages.store.ts';
import { markAsked, presentClosing } from './closings.store.ts';
import { askAbout, canBeTold } from './say-closing.ts';

/** Asked twice it is asked again: the customer may have missed it. */
export function askAnythingElse(desk: GiveOrder, order: GivenOrder): Promise<Conversation> {
  return desk.order(order, async (tx, { conversation, person }) => {
    mustHold(conversation, person, desk.settings);
    if (!canBeTold(conversation)) refuse('no-address');
    await presentClosing(tx, conversation.id);
    await markAsked(tx, conversation.id, person.id);
    conversation.state = 'with-customer';
    await askAbout(tx, conversation, { kind: 'anything-else', key: 'anything-else', policy: desk.settings.policy });
    const because = { code: 'asked-anything-else', values: {} };
    await insertEvents(tx, [{ conversationId: conversation.id, what: 'closing', agentId: person.id, because }]);
  });
}
