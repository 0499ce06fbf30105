/** Marks a conversation solved. Who had it is kept, so that a customer who writes again meets the same person. */
import type { Conversation } from '@trunkline/contracts';
import { refuse, type Tx } from '@trunkline/platform';
import { presentClosing } from '../closing/closings.store.ts';
import { askAbout, canBeTold } from '../closing/say-closing.ts';
import { guardForms } from '../forms/guard-forms.ts';
import { guardEnd } from '../submissions/end-unsatisfied.ts';
import { endConversation } from './end-conversation.ts';
import type { GivenOrder, GiveOrder, Held } from './give-order.ts';

export function resolve(desk: GiveOrder, order: GivenOrder): Promise<Conversation> {
  return desk.order(order, async (tx, held) => {
    if (held.conversation.state === 'closed') refuse('already-closed');
    if (held.conversation.state === 'solved') return;
    await guardForms(tx, held, desk);
    await guardEnd(tx, held, desk);
    await endConversation(tx, { ...held, settings: desk.settings }, { state: 'solved', because: 'solved-by-agent' });
    await askWhetherSolved(tx, held, desk);
  });
}

/** Who has said that there is nothing more is not asked once more. */
async function askWhetherSolved(tx: Tx, { conversation }: Held, { settings: { policy } }: GiveOrder): Promise<void> {
  if (!policy.closing.confirmOn.includes(conversation.standard) || !canBeTold(conversation)) return;
  const { wantsMore } = await presentClosing(tx, conversation.id);
  if (wantsMore === false) return;
  await askAbout(tx, conversation, { kind: 'solved', key: 'solved-ask', policy });
}
