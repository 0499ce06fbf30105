/** The forms of a conversation that is held, as its page would show them. */
import type { FormStand, PolicyV1 } from '@trunkline/contracts';
import type { Tx } from '@trunkline/platform';
import { showForms } from '@trunkline/rules';
import type { HeldConversation } from '../intake/conversations.store.ts';
import { type KnownForm, readForm } from './forms.store.ts';

export async function formsOf(tx: Tx, held: HeldConversation, policy: PolicyV1): Promise<FormStand[]> {
  return formsAt(held, await readForm(tx, held.id), policy);
}

export function formsAt(
  { customerId, address, addressName, standard }: HeldConversation,
  { label, form, formAsked }: KnownForm,
  policy: PolicyV1,
): FormStand[] {
  const customer = { id: customerId, name: addressName, address };
  return showForms({ label, form, formAsked, standard, customer } as Parameters<typeof showForms>[0], policy);
}
