/** A customer who was asked before a transfer is waited for; one who would rather stay may be called back. */
import type { Conversation, NextStep } from '@trunkline/contracts';

export function transferSteps({ transferAsk, consults = [], state }: Conversation): NextStep[] {
  if (state === 'solved' || state === 'closed') return [];
  if (transferAsk) return [step('step-await-consent', 'withdraw-transfer')];
  const stays = consults.some(({ kind, answeredAt, overAt }) => kind === 'transfer-refused' && !answeredAt && !overAt);
  return stays ? [step('step-offer-call-back', 'plan-call-back')] : [];
}

const step = (code: string, act: string): NextStep => ({
  because: { code, values: {} },
  act,
  for: 'assignee',
  isRequired: false,
});
