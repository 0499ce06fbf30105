/** Which forms a conversation's matter asks, what of them is known already, and what was asked. */
import type { AskedField, Conversation, FormStand, PolicyV1 } from '@trunkline/contracts';
import { findLabel } from '../classify/find-label.ts';
import { isAbout } from '../policy/is-about.ts';

type Page = Pick<Conversation, 'label' | 'form' | 'formAsked' | 'standard' | 'customer'>;

/** A field of the same code in two forms is one: what is known is not asked again. */
export function showForms(page: Page, policy: PolicyV1): FormStand[] {
  const found = findLabel(page.label, policy);
  const matter = { topic: found?.topic.code ?? null, label: page.label, kind: found?.label.kind ?? null };
  return policy.forms
    .filter(({ when }) => isAbout(when, matter))
    .map(({ code, name, isRequired, fields }) => ({
      code,
      name,
      isRequired,
      fields: fields.map((field) => standOf(field, page)),
    }));
}

function standOf(field: AskedField, { form = {}, formAsked = {}, standard, customer }: Page) {
  const given = form[field.code]?.trim() || null;
  const isMail = field.kind === 'email' && standard === 'mail';
  const isPhone = field.kind === 'phone' && (standard === 'sms' || standard === 'call');
  const known = given === null && (isMail || isPhone) ? customer.address || null : null;
  return { ...field, value: given ?? known, isFromAddress: known !== null, askedAt: formAsked[field.code] ?? null };
}

export type Missing = { form: FormStand; field: FormStand['fields'][number] };

/** Required and not known, in the order of the forms; each code once. */
export function missingFields(forms: readonly FormStand[]): Missing[] {
  const all = forms.flatMap((form) => form.fields.map((field) => ({ form, field })));
  const missing = all.filter(({ field }) => field.isRequired && field.value === null);
  return missing.filter(({ field }, at) => missing.findIndex((one) => one.field.code === field.code) === at);
}
