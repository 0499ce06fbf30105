/** What a form still lacks: to be asked once, then to be read from what the customer says, or typed in. */
import type { Conversation, NextStep, PolicyV1 } from '@trunkline/contracts';
import { missingFields, showForms } from './show-forms.ts';

export function formSteps(page: Conversation, policy: PolicyV1): NextStep[] {
  if (page.state === 'solved' || page.state === 'closed') return [];
  const missing = missingFields(showForms(page, policy));
  if (missing.length === 0) return [];
  const spoken = page.language === 'zh' ? 'zh' : 'en';
  const fields = missing.map(({ field }) => field.name[spoken]).join(spoken === 'zh' ? '、' : ', ');
  const isAsked = missing.every(({ field }) => field.askedAt !== null);
  const isRequired = missing.some(({ form }) => form.isRequired);
  const because = { code: isAsked ? 'step-form-waits' : 'step-ask-form', values: { fields } };
  return [{ because, act: isAsked ? 'fill-form' : 'ask-form', for: 'assignee', isRequired }];
}
