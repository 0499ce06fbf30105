/** After the end: what is still to be written down. */
import type { Conversation, NextStep, PolicyV1 } from '@trunkline/contracts';
import { wrapUpRule } from './wrap-up-rule.ts';

export function wrapUpSteps({ state, queue, wrapUp }: Conversation, policy: PolicyV1): NextStep[] {
  if (state !== 'solved' && state !== 'closed' && !wrapUp) return [];
  if (wrapUp?.doneAt) return [];
  const isRequired = wrapUpRule(queue, policy).requires.length > 0;
  if (!wrapUp && !isRequired) return [];
  return [
    { because: { code: 'step-wrap-up', values: {} }, act: wrapUp ? null : 'wrap-up', for: 'assignee', isRequired },
  ];
}
