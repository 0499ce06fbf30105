/** What a queue wants kept of a finished conversation, and whether its agent is taken out of routing for it unasked. */
import type { PolicyV1, WrapUpRule } from '@trunkline/contracts';

/**
 * Unasked only where the queue has a rule of its own or something is required: elsewhere the agent opens it
 * (`docs/decisions/0023-wrap-up-is-away.md`).
 */
export function wrapUpRule(
  queue: string,
  { queues, closing }: Pick<PolicyV1, 'queues' | 'closing'>,
): WrapUpRule & { isUnasked: boolean } {
  const own = queues.find(({ code }) => code === queue)?.wrapUp;
  const rule = own ?? closing.wrapUp;
  return { ...rule, isUnasked: rule.seconds > 0 && (own !== undefined || rule.requires.length > 0) };
}
