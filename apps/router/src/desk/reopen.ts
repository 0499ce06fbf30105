/** Opens a solved conversation again: it waits, and whoever had it is preferred. */
import type { Conversation } from '@trunkline/contracts';
import { refuse, writeFacts } from '@trunkline/platform';
import { putInputs } from '../dispatch/inputs.store.ts';
import { askForAgent } from '../intake/ask-for-agent.ts';
import { askTheTime } from '../intake/ask-the-time.ts';
import { saveHeld } from '../intake/conversations.store.ts';
import { headOf } from '../intake/head-of.ts';
import { insertEvents } from '../intake/messages.store.ts';
import { judgeOutcomes } from '../signs/judge-outcomes.ts';
import type { GivenOrder, GiveOrder } from './give-order.ts';

export function reopen(desk: GiveOrder, order: GivenOrder): Promise<Conversation> {
  return desk.order(order, async (tx, { conversation, person }) => {
    if (conversation.state === 'closed') refuse('already-closed');
    if (conversation.state !== 'solved') refuse('still-open');
    conversation.state = 'waiting';
    conversation.version += 1;
    conversation.routingVersion += 1;
    conversation.preferredAgentId = conversation.agentId ?? person.id;
    conversation.agentId = null;
    await saveHeld(tx, conversation);
    const because = 'reopened-by-agent';
    await insertEvents(tx, [
      { conversationId: conversation.id, what: 'reopened', agentId: person.id, because: { code: because, values: {} } },
    ]);
    await putInputs(tx, [askForAgent(conversation, desk.settings.policy, await askTheTime(tx))]);
    const data = { ...headOf(conversation), because };
    await writeFacts(tx, [{ type: 'conversation.reopened', key: conversation.id, data }]);
    const ended = {
      held: conversation,
      satisfied: false,
      because: 'reopened',
      personId: person.id,
      isOpen: false,
    } as const;
    await judgeOutcomes(tx, [ended], desk.settings.policy);
  });
}
