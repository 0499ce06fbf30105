/** Adds to a page's wrap-up what its group requires, and what of that is missing. */
import type { Conversation, PolicyV1 } from '@trunkline/contracts';
import { missingInWrapUp, wrapUpRule } from '@trunkline/rules';

export function withMissing(page: Conversation, policy: PolicyV1): Conversation {
  const { wrapUp, queue, label } = page;
  if (!wrapUp) return page;
  const { requires } = wrapUpRule(queue, policy);
  return { ...page, wrapUp: { ...wrapUp, requires, missing: missingInWrapUp({ ...wrapUp, label }, requires) } };
}
