/** Refuses to resolve what a required form still lacks, naming it. */
import { refuse, type Tx } from '@trunkline/platform';
import { missingFields, spokenIn } from '@trunkline/rules';
import type { GiveOrder, Held } from '../desk/give-order.ts';
import { formsOf } from './forms-of.ts';

export async function guardForms(tx: Tx, { conversation, person }: Held, { settings }: GiveOrder): Promise<void> {
  if (!settings.policy.forms.some(({ isRequired }) => isRequired)) return;
  const forms = (await formsOf(tx, conversation, settings.policy)).filter(({ isRequired }) => isRequired);
  const missing = missingFields(forms);
  if (missing.length === 0) return;
  const spoken = spokenIn(person.language, settings.policy);
  refuse('form-incomplete', { fields: missing.map(({ field }) => field.name[spoken]).join(', ') });
}
