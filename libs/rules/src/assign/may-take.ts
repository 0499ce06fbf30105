/** Says whether an agent may be given a conversation: the first rule that fails, or null where none does. */
import type { Because } from '@trunkline/contracts';
import type { RememberedAgent, RememberedConversation } from './remembered.ts';
import type { RequiredNow } from './required-now.ts';

const no = (code: string, values: Because['values'] = {}): Because => ({ code, values });

/** Who is given work by routing at all; the others watch, lead, or take over by themselves. */
export const isRouted = ({ record }: RememberedAgent): boolean =>
  record?.active === true && (record.role === 'agent' || record.role === 'call-back-agent');

export const capacityOf = (agent: RememberedAgent): number => agent.record?.capacity ?? 0;

export function lackingSkill(agent: RememberedAgent, required: RequiredNow): [string, number] | undefined {
  return required.skills.find(([skill, level]) => (agent.record?.skills[skill] ?? 0) < level);
}

export const isInGroup = (agent: RememberedAgent, required: RequiredNow): boolean =>
  required.groups.some((group) => agent.record?.groups.includes(group));

export const takesStandard = ({ record }: RememberedAgent, conversation: RememberedConversation): boolean =>
  record !== null && (record.standards.length === 0 || record.standards.includes(conversation.standard));

export function mayTake(
  agent: RememberedAgent,
  conversation: RememberedConversation,
  required: RequiredNow,
): Because | null {
  if (agent.presence === 'offline') return no('is-offline');
  if (agent.presence === 'away') return no('is-away');
  if (!isInGroup(agent, required)) return no('other-group');
  const lacks = lackingSkill(agent, required);
  if (lacks) return no('lacks-skill', { skill: lacks[0], level: lacks[1] });
  if (!takesStandard(agent, conversation)) return no('not-this-channel');
  const capacity = capacityOf(agent);
  if (agent.load + conversation.weight > capacity) return no('is-full', { load: agent.load, capacity });
  return null;
}

/** Whether this agent let this one go before, and may not be asked again yet (`at` is now). */
export function restsFromIt(agent: RememberedAgent, conversation: RememberedConversation, at: string): Because | null {
  const tried = conversation.tried.find((one) => one.agentId === agent.id);
  if (!tried || tried.again === null || tried.again <= at) return null;
  return no(tried.how === 'missed' ? 'missed-it-before' : 'declined-it-before');
}
