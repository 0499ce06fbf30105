/** Tells the customer of a step of their ticket that the policy names; a machine is told nothing, an empty text says nothing. */
import type { PolicyV1 } from '@trunkline/contracts';
import type { Tx } from '@trunkline/platform';
import { wordText } from '@trunkline/rules';
import type { HeldConversation } from '../intake/conversations.store.ts';
import { sendToCustomer } from '../to-customer/send-to-customer.ts';

type Step = { step: 'handed-over' | 'answered' | 'solved'; number: string; policy: PolicyV1 };

export async function tellStep(tx: Tx, held: HeldConversation, { step, number, policy }: Step): Promise<void> {
  if (!policy.tickets.tellsCustomer.includes(step)) return;
  const text = wordText(`ticket-${step}`, held.language, policy, { ticket: number });
  const canBeTold = held.automatic === null && held.address !== '' && held.state !== 'closed';
  if (text.trim() === '' || !canBeTold) return;
  held.version += 1;
  await sendToCustomer(tx, held, { kind: 'notice', spokenBy: 'desk', author: null, text });
}
