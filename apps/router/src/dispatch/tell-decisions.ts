/** The facts of a batch: who is offered or given what, who waits and why, what ended, who came and went. */
import type { ConversationId } from '@trunkline/contracts';
import type { NewFact } from '@trunkline/platform';
import type { Head } from './decisions.store.ts';
import type { Final, Folded } from './fold-outcomes.ts';

/** `after`: the conversations as the batch left them; an ended assignment comes before what followed. */
export function tellDecisions({ ended, finals, presences }: Folded, after: Map<ConversationId, Head>): NewFact[] {
  const endings = ended.flatMap(({ conversationId, assignmentId, agentId, because }): NewFact[] => {
    const head = after.get(conversationId);
    if (!head) return [];
    const data = { ...head, assignmentId, formerAgentId: agentId, because: because.code };
    return [{ type: 'assignment.ended', key: conversationId, data }];
  });
  const standing = [...finals.values()].flatMap((final) => {
    const head = after.get(final.conversationId);
    return head ? [tellFinal(final, head)] : [];
  });
  const comings = presences.map(({ agentId, state, since, because }): NewFact => {
    return { type: 'agent.presence-changed', key: agentId, data: { agentId, state, since, because: because.code } };
  });
  return [...endings, ...standing, ...comings];
}

function tellFinal(final: Final, head: Head): NewFact {
  const key = final.conversationId;
  const decisionId = final.decision.id;
  if (final.kind === 'waiting') {
    return { type: 'conversation.waiting', key, data: { ...head, because: final.because.code, decisionId } };
  }
  const { assignmentId } = final;
  if (final.kind === 'offered') {
    return { type: 'conversation.offered', key, data: { ...head, assignmentId, decisionId, until: final.until } };
  }
  return { type: 'conversation.assigned', key, data: { ...head, assignmentId, decisionId, how: final.how } };
}
