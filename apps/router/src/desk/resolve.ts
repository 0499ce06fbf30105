/** Marks a conversation solved. Who had it is kept, so that a customer who writes again meets the same person. */
import type { Conversation } from '@trunkline/contracts';
import { refuse } from '@trunkline/platform';
import { guardForms } from '../forms/guard-forms.ts';
import { guardEnd } from '../submissions/end-unsatisfied.ts';
import { endConversation } from './end-conversation.ts';
import type { GivenOrder, GiveOrder } from './give-order.ts';

export function resolve(desk: GiveOrder, order: GivenOrder): Promise<Conversation> {
  return desk.order(order, async (tx, held) => {
    if (held.conversation.state === 'closed') refuse('already-closed');
    if (held.conversation.state === 'solved') return;
    await guardForms(tx, held, desk);
    await guardEnd(tx, held, desk);
    await endConversation(tx, { ...held, settings: desk.settings }, { state: 'solved', because: 'solved-by-agent' });
  });
}
