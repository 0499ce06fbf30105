/** The slow way to a choice: everybody is looked at for each who waits, rule by rule, and sorted into their turns. */
import type { Because } from '@trunkline/contracts';
import type { Choice, Counts, Desk } from './desk.ts';
import { msOf } from './instants.ts';
import { couldTake, isInGroup, lackingSkill, mayTake, restsFromIt } from './may-take.ts';
import { orderAgents, whyFirst } from './order-agents.ts';
import { whyAside } from './pass-time.ts';
import type { RememberedAgent, RememberedConversation } from './remembered.ts';
import { queueOf, type RequiredNow } from './required-now.ts';
import { kept, sayWhy, whyNobody } from './say-why.ts';

type Look = { required: RequiredNow; desk: Desk };

const whyNot = (agent: RememberedAgent, conversation: RememberedConversation, { required, desk }: Look) =>
  mayTake(agent, conversation, { required, room: desk }) ?? restsFromIt(agent, conversation, desk.at);

/** The first rule that fails for each, by id; whoever could have it is not in it. */
function siftLinearly(conversation: RememberedConversation, look: Look): Map<string, Because> {
  const failed = new Map<string, Because>();
  for (const agent of look.desk.routed()) {
    const because = whyNot(agent, conversation, look);
    if (because) failed.set(agent.id, because);
  }
  return failed;
}

export function chooseLinearly(conversation: RememberedConversation, desk: Desk): Choice | null {
  if (whyAside(conversation.queue, msOf(conversation.orderKeyParts.arrivedAt), desk)) return null;
  const look = { required: desk.requiredNow(conversation), desk };
  const there = desk.routed().filter((agent) => agent.presence === 'online');
  const able = there.filter((agent) => whyNot(agent, conversation, look) === null);
  const former = formerAgent(conversation, look);
  if (able.length === 0 || (former && !able.includes(former))) return null;
  const mode = queueOf(desk.policy, conversation.queue)!.mode;
  const turn = (agent: RememberedAgent) => conversation.tried.findIndex((one) => one.agentId === agent.id);
  const fresh = able.filter((agent) => turn(agent) < 0);
  const again = able.filter((agent) => turn(agent) >= 0).sort((a, b) => turn(a) - turn(b));
  const inTurn = [...orderAgents(fresh, mode, { conversation, required: look.required }), ...again];
  const winner = former ?? inTurn[0]!;
  const isOnly = able.length === 1 || fresh.length === 0;
  const because = former ? { code: 'knows-the-customer', values: {} } : whyFirst(isOnly, mode);
  return { winner, because, behind: inTurn.filter((agent) => agent !== winner) };
}

/** While the time for it lasts and they are there, the one who knows the customer gets it, or it is kept for them. */
export function formerAgent(
  conversation: RememberedConversation,
  { required, desk }: Look,
): RememberedAgent | undefined {
  const { preferredAgentId, preferredUntil, tried } = conversation;
  if (preferredAgentId === null || preferredUntil === null || preferredUntil <= desk.at) return undefined;
  if (tried.some((one) => one.agentId === preferredAgentId)) return undefined;
  const former = desk.routed().find((agent) => agent.id === preferredAgentId);
  return former && !couldTake(former, conversation, required) ? former : undefined;
}

/** For one whom nobody can be given to now. */
export function whyLinearly(conversation: RememberedConversation, desk: Desk): Because {
  const aside = whyAside(conversation.queue, msOf(conversation.orderKeyParts.arrivedAt), desk);
  if (aside) return aside;
  const required = desk.requiredNow(conversation);
  const look = { required, desk };
  const former = formerAgent(conversation, look);
  if (former) return kept(former.record!.name, conversation.preferredUntil!);
  const inGroup = desk.routed().filter((agent) => agent.presence === 'online' && isInGroup(agent, required));
  const skilled = inGroup.filter((agent) => !lackingSkill(agent, required));
  const could = skilled.filter((agent) => !couldTake(agent, conversation, required));
  const missing = () =>
    required.skills.find(([skill, level]) => inGroup.every((agent) => (agent.record!.skills[skill] ?? 0) < level));
  const { queue } = conversation;
  const there = { queue, inGroup: inGroup.length, skilled: skilled.length, could: could.length };
  const because = sayWhy(there, missing, desk);
  if (because) return because;
  const failed = [...siftLinearly(conversation, look).values()].map(({ code }) => code);
  return whyNobody(failed, failed.includes('had-their-share'));
}

export function countLinearly(
  conversation: RememberedConversation,
  winner: RememberedAgent | null,
  desk: Desk,
): Counts {
  const failed = siftLinearly(conversation, { required: desk.requiredNow(conversation), desk });
  const counts: Counts = {};
  for (const { id } of desk.routed()) {
    if (id === winner?.id) continue;
    const code = failed.get(id)?.code ?? 'less-suited';
    counts[code] = (counts[code] ?? 0) + 1;
  }
  return Object.fromEntries(Object.entries(counts).sort());
}
