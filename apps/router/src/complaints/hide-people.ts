/** Keeps a conversation from whom a complaint of it is about: they see nothing of it, and routing never gives it to them. */
import type { AgentId } from '@trunkline/contracts';
import type { Tx } from '@trunkline/platform';
import { putInputs } from '../dispatch/inputs.store.ts';
import { type HeldConversation, saveFollower, saveHidden } from '../intake/conversations.store.ts';

/** The caller saves the conversation afterwards: its routing version is raised where the engine must hear of it. */
export async function hidePeople(tx: Tx, held: HeldConversation, people: AgentId[]): Promise<void> {
  const added = people.filter((id) => !held.hiddenFrom?.includes(id));
  if (added.length === 0) return;
  await saveHidden(tx, held, added);
  // sla names another soon; until then nobody follows it
  if (held.followerId && added.includes(held.followerId)) await saveFollower(tx, held, null);
  if (held.preferredAgentId && added.includes(held.preferredAgentId)) held.preferredAgentId = null;
  if (held.state === 'solved' || held.state === 'closed' || held.state === 'bot') return;
  held.routingVersion += 1;
  const { id: conversationId, routingVersion, hiddenFrom = [] } = held;
  await putInputs(tx, [{ kind: 'bars', conversationId, agentId: null, routingVersion, body: { agents: hiddenFrom } }]);
}
