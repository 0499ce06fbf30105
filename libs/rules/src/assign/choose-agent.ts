/** Finds who is given a conversation now, or why nobody is. Looks at everybody; asks no clock. */
import type { AgentId, Because } from '@trunkline/contracts';
import type { Desk } from './desk.ts';
import { mayTake, restsFromIt } from './may-take.ts';
import { orderAgents, whyFirst } from './order-agents.ts';
import type { RememberedAgent, RememberedConversation } from './remembered.ts';
import { queueOf, type RequiredNow, requiredNow } from './required-now.ts';
import { whyNobody } from './why-nobody.ts';

export type Choice = {
  required: RequiredNow;
  winner: RememberedAgent | null;
  because: Because;
  /** Those who could have had it, the winner first. */
  able: RememberedAgent[];
  failed: Map<AgentId, Because>;
};

export function chooseAgent(conversation: RememberedConversation, desk: Desk): Choice {
  const required = requiredNow(conversation, desk.policy, desk.spokenIn(conversation.queue));
  const found = sift(conversation, desk, required);
  const former = formerAgent(conversation, desk, found.failed);
  if (former) return { required, ...former, failed: found.failed };
  const { able, resting } = found;
  if (able.length === 0) {
    return {
      required,
      winner: null,
      because: whyNobody(conversation, desk, { required, resting }),
      able,
      failed: found.failed,
    };
  }
  return { required, ...takeTurns(conversation, desk, { able, required }), failed: found.failed };
}

function sift(conversation: RememberedConversation, desk: Desk, required: RequiredNow) {
  const able: RememberedAgent[] = [];
  const failed = new Map<AgentId, Because>();
  let resting = 0;
  for (const agent of desk.routed) {
    const rest = mayTake(agent, conversation, required);
    const because = rest ?? restsFromIt(agent, conversation, desk.at);
    if (because) failed.set(agent.id, because);
    else able.push(agent);
    if (because && !rest) resting += 1;
  }
  return { able, failed, resting };
}

/** While the time for it lasts and they are there, the one who knows the customer gets it, or it is kept for them. */
function formerAgent(conversation: RememberedConversation, desk: Desk, failed: Map<AgentId, Because>) {
  const { preferredAgentId, preferredUntil } = conversation;
  if (preferredAgentId === null || preferredUntil === null || preferredUntil <= desk.at) return null;
  const former = desk.agent(preferredAgentId);
  if (!former || !desk.routed.includes(former)) return null;
  const because = failed.get(former.id);
  if (!because) return { winner: former, because: { code: 'knows-the-customer', values: {} }, able: [former] };
  if (because.code !== 'is-full') return null;
  const values = { agent: former.record?.name ?? '', until: preferredUntil };
  return { winner: null, because: { code: 'kept-for-former-agent', values }, able: [] };
}

/** Who let it go before comes after everybody else; among those, whose turn was longest ago. */
function takeTurns(
  conversation: RememberedConversation,
  desk: Desk,
  of: { able: RememberedAgent[]; required: RequiredNow },
) {
  const mode = queueOf(desk.policy, conversation.queue)?.mode ?? 'least-loaded';
  const turn = (agent: RememberedAgent) => conversation.tried.findIndex((one) => one.agentId === agent.id);
  const fresh = of.able.filter((agent) => turn(agent) < 0);
  const again = of.able.filter((agent) => turn(agent) >= 0).sort((a, b) => turn(a) - turn(b));
  const inTurn = orderAgents(fresh, mode, { conversation, required: of.required });
  const able = [...inTurn, ...again];
  const because = inTurn.length > 0 ? whyFirst(able, mode) : { code: 'best-match', values: {} };
  return { winner: able[0]!, because, able };
}
