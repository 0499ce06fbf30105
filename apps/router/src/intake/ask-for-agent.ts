/** What the engine hears when a conversation needs an agent: everything it will ever need to know of it. */
import type { AgentId, PolicyV1 } from '@trunkline/contracts';
import type { InputBodies } from '@trunkline/rules';
import type { NewInput } from '../dispatch/inputs.store.ts';
import type { HeldConversation } from './conversations.store.ts';

type Besides = { avoid?: AgentId[]; weighed?: InputBodies['waits']['weighed'] };

/**
 * `now` (ISO) is the transaction's; `avoid` are people it should not go back to at once; `weighed` is what its queue and
 * key were judged from, said when it is opened.
 */
export function askForAgent(held: HeldConversation, policy: PolicyV1, now: string, besides: Besides = {}): NewInput {
  const { avoid = [], weighed } = besides;
  const queue = policy.queues.find((one) => one.code === held.queue)!;
  const limits = policy.standards[held.standard];
  const preferredUntil = Date.parse(now) + policy.assignment.preferredAgentSeconds * 1000;
  return {
    kind: 'waits',
    conversationId: held.id,
    agentId: null,
    routingVersion: held.routingVersion,
    body: {
      queue: held.queue,
      standard: held.standard,
      language: held.language,
      requires: { ...queue.requires, ...languageSkill(held.language) },
      weight: limits.weight,
      live: held.live,
      orderKeyParts: held.orderKeyParts,
      preferredAgentId: held.preferredAgentId,
      preferredUntil: held.preferredAgentId === null ? null : new Date(preferredUntil).toISOString(),
      avoid,
      ...(held.hiddenFrom?.length && { barred: held.hiddenFrom }),
      ...(weighed && { weighed }),
    },
  };
}

/** The desk's two languages are skills; of a text in another one nothing is asked. */
export function languageSkill(language: string): Record<string, number> {
  return language === 'zh' || language === 'en' ? { [`lang-${language}`]: 1 } : {};
}
