/** On the way to the end: ask whether there is anything else, and see to who was not content. */
import type { Conversation, NextStep, PolicyV1 } from '@trunkline/contracts';

export function closingSteps({ closing, state }: Conversation, { closing: rules }: PolicyV1): NextStep[] {
  const score = closing?.score ?? null;
  const isPoor = score !== null && score <= rules.unsatisfiedUpTo;
  if (state === 'closed') return [];
  if (isPoor) return [step('step-poor-score', null, 'supervisor', { score })];
  if (state === 'with-customer' && closing?.askedAt == null)
    return [step('step-ask-anything-else', 'ask-anything-else', 'assignee')];
  const waits = state !== 'solved' && closing?.askedAt != null && closing.wantsMore === null;
  if (waits) return [step('step-wait-for-anything-else', null, 'assignee')];
  const isReady = closing?.wantsMore === false && state !== 'solved';
  return isReady ? [step('step-resolve', 'resolve', 'assignee')] : [];
}

const step = (
  code: string,
  act: string | null,
  who: NextStep['for'],
  values: NextStep['because']['values'] = {},
): NextStep => ({ because: { code, values }, act, for: who, isRequired: false });
