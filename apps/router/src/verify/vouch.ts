/** A supervisor vouches for who the customer is, with the reason: after three wrong tries, or where no code can go. */
import type { AgentId, Verification } from '@trunkline/contracts';
import { refuse, writeFacts } from '@trunkline/platform';
import type { GivenOrder, GiveOrder } from '../desk/give-order.ts';
import { saveHeld } from '../intake/conversations.store.ts';
import { showVerification } from './show-verification.ts';
import { verifyConversation } from './verify-conversation.ts';

export async function vouch(desk: GiveOrder, order: GivenOrder & { note: string }): Promise<Verification> {
  await desk.held(order, async (tx, { conversation, person }) => {
    if (conversation.state === 'closed') refuse('already-closed');
    conversation.version += 1;
    await saveHeld(tx, conversation);
    const because = { code: 'vouched-for', values: { note: order.note } };
    const hours = desk.settings.policy.customers.code.verifiedHours;
    const shown = { by: 'supervisor', hours, person: person.id as AgentId, because } as const;
    await writeFacts(tx, [await verifyConversation(tx, conversation, shown)]);
  });
  return showVerification(desk, order.conversationId);
}
