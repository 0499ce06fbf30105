/** A conversation that got words of the customer which nobody has answered: it waits again, or its agent's room is asked for. */
import type { PolicyV1 } from '@trunkline/contracts';
import { type NewFact, type Tx } from '@trunkline/platform';
import { putInputs } from '../dispatch/inputs.store.ts';
import { askForAgent } from '../intake/ask-for-agent.ts';
import { askTheTime } from '../intake/ask-the-time.ts';
import type { HeldConversation } from '../intake/conversations.store.ts';
import { headOf } from '../intake/head-of.ts';

/** Changes `held`, which the caller writes; answers the facts to write once it stands. */
export async function takeUpAgain(tx: Tx, held: HeldConversation, policy: PolicyV1): Promise<() => NewFact[]> {
  if (held.state === 'solved' || held.state === 'closed') return waitAgain(tx, held, policy);
  if (held.state !== 'with-customer') return () => [];
  held.state = 'assigned';
  if (policy.standards[held.standard].holdsRoom) return () => [];
  held.routingVersion += 1;
  const of = { conversationId: held.id, agentId: held.agentId, routingVersion: held.routingVersion };
  await putInputs(tx, [{ kind: 'room', ...of, body: { holds: true } }]);
  return () => [];
}

async function waitAgain(tx: Tx, held: HeldConversation, policy: PolicyV1): Promise<() => NewFact[]> {
  held.state = 'waiting';
  held.preferredAgentId = held.agentId ?? held.preferredAgentId;
  held.agentId = null;
  held.assignmentId = null;
  held.routingVersion += 1;
  await putInputs(tx, [askForAgent(held, policy, await askTheTime(tx))]);
  const because = 'customer-wrote-again';
  return () => [{ type: 'conversation.reopened', key: held.id, data: { ...headOf(held), because } }];
}
