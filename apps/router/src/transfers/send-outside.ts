/** Not about one of our products: the customer gets the agreed text, and it ends here, on record. */
import type { ExternalPlace } from '@trunkline/contracts';
import type { Tx } from '@trunkline/platform';
import { spokenIn } from '@trunkline/rules';
import { endConversation } from '../desk/end-conversation.ts';
import type { GiveOrder, Held } from '../desk/give-order.ts';
import { saveHeld } from '../intake/conversations.store.ts';
import { guardEnd } from '../submissions/end-unsatisfied.ts';
import { sendToCustomer } from '../to-customer/send-to-customer.ts';
import { endAsk } from './end-ask.ts';

type Outside = { place: ExternalPlace; desk: GiveOrder };

export async function sendOutside(tx: Tx, held: Held, { place, desk }: Outside): Promise<null> {
  const { conversation } = held;
  await guardEnd(tx, held, desk);
  await endAsk(tx, conversation, 'over');
  conversation.version += 1;
  await saveHeld(tx, conversation);
  const spoken = spokenIn(conversation.language, desk.settings.policy);
  await sendToCustomer(tx, conversation, { kind: 'notice', spokenBy: 'desk', author: null, text: place.text[spoken] });
  const because = 'transferred-outside' as const;
  await endConversation(tx, held, { state: 'solved', because, values: { place: place.name[spoken] } });
  return null;
}
