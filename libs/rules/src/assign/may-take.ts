/** Whether an agent may be given a conversation: the first rule that fails, or null where none does. */
import type { Because, PolicyV1, Standard } from '@trunkline/contracts';
import { msOf } from './instants.ts';
import type { RememberedAgent, RememberedConversation } from './remembered.ts';
import type { RequiredNow } from './required-now.ts';

/** What a look at one agent needs of the desk. */
export type Room = {
  policy: PolicyV1;
  at: string;
  /** Of an agent's load, what is of this standard. */
  carries(agent: RememberedAgent, standard: Standard): number;
};

const no = (code: string, values: Because['values'] = {}): Because => ({ code, values });

/** Who is given work by routing at all; the others watch, lead, or take over by themselves. */
export const isRouted = ({ record }: RememberedAgent): boolean =>
  record?.active === true && (record.role === 'agent' || record.role === 'call-back-agent');

export const capacityOf = (agent: RememberedAgent): number => agent.record?.capacity ?? 0;

/** Room left for this standard: what it interrupts does not fill the room for it. Who is on the phone has none (§1). */
export function roomFor(agent: RememberedAgent, standard: Standard, room: Room): number {
  if (room.carries(agent, 'call') > 0) return 0;
  const left = capacityOf(agent) - agent.load;
  const interrupted = room.policy.assignment.interrupts[standard];
  return interrupted ? interrupted.reduce((sum, one) => sum + room.carries(agent, one), left) : left;
}

/** Ms until which an agent has had as many new ones as the policy allows in a time, or null. */
export function shareEnds(agent: RememberedAgent, { assignment }: PolicyV1): number | null {
  const { fairLimit } = assignment;
  if (!fairLimit) return null;
  const { recent = [] } = agent;
  if (recent.length < fairLimit.most) return null;
  return msOf(recent[recent.length - fairLimit.most]!) + fairLimit.seconds * 1000;
}

export function hadTheirShare(agent: RememberedAgent, { policy, at }: Room): boolean {
  const until = shareEnds(agent, policy);
  return until !== null && until > msOf(at);
}

export function lackingSkill(agent: RememberedAgent, required: RequiredNow): [string, number] | undefined {
  const has = agent.record?.skills;
  for (const one of required.skills) if ((has?.[one[0]] ?? 0) < one[1]) return one;
  return undefined;
}

export const isInGroup = (agent: RememberedAgent, required: Pick<RequiredNow, 'groups'>): boolean =>
  required.groups.some((group) => agent.record?.groups.includes(group));

export const takesStandard = (agent: RememberedAgent, standard: Standard): boolean =>
  servesStandard(agent, standard) && !lacksPhone(agent, standard);

export const servesStandard = ({ record }: RememberedAgent, standard: Standard): boolean =>
  record !== null && (record.standards.length === 0 || record.standards.includes(standard));

/** A call can be connected only to a telephone. */
export const lacksPhone = ({ record }: RememberedAgent, standard: Standard): boolean =>
  standard === 'call' && !record?.phone;

/** Whatever room there is: there, of the group, able, on this channel. */
export function couldTake(
  agent: RememberedAgent,
  conversation: RememberedConversation,
  required: RequiredNow,
): Because | null {
  if (agent.presence === 'offline') return no('is-offline');
  if (agent.presence === 'away') return no('is-away');
  if (!isInGroup(agent, required)) return no('other-group');
  const lacks = lackingSkill(agent, required);
  if (lacks) return no('lacks-skill', { skill: lacks[0], level: lacks[1] });
  if (!servesStandard(agent, conversation.standard)) return no('not-this-channel');
  return lacksPhone(agent, conversation.standard) ? no('has-no-phone') : null;
}

export function mayTake(
  agent: RememberedAgent,
  conversation: RememberedConversation,
  { required, room }: { required: RequiredNow; room: Room },
): Because | null {
  const cannot = couldTake(agent, conversation, required);
  if (cannot) return cannot;
  const { load } = agent;
  if (roomFor(agent, conversation.standard, room) < conversation.weight)
    return no('is-full', { load, capacity: capacityOf(agent) });
  const { fairLimit } = room.policy.assignment;
  return hadTheirShare(agent, room) ? no('had-their-share', { count: fairLimit!.most }) : null;
}

/** Whether this agent let this one go before, and may not be asked again yet (`at` is now). */
export function restsFromIt(
  agent: Pick<RememberedAgent, 'id'>,
  conversation: RememberedConversation,
  at: string,
): Because | null {
  const tried = conversation.tried.find((one) => one.agentId === agent.id);
  if (tried?.how === 'barred') return no('may-not-have-it');
  if (!tried || tried.again === null || tried.again <= at) return null;
  return no(tried.how === 'missed' ? 'missed-it-before' : 'declined-it-before');
}
