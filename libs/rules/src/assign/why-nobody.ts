/** Why a conversation waits: the first thing that stands in its way at the whole group. */
import type { Because } from '@trunkline/contracts';
import type { Desk } from './choose-agent.ts';
import { isInGroup, lackingSkill, takesStandard } from './may-take.ts';
import type { RememberedConversation } from './remembered.ts';
import type { RequiredNow } from './required-now.ts';

type Tried = { required: RequiredNow; resting: number };

export function whyNobody(conversation: RememberedConversation, desk: Desk, { required, resting }: Tried): Because {
  const online = desk.routed.filter((agent) => agent.presence === 'online' && isInGroup(agent, required));
  if (online.length === 0) return { code: 'nobody-online', values: {} };
  const skilled = online.filter((agent) => !lackingSkill(agent, required));
  if (skilled.length === 0) {
    const nowhere = required.skills.find(([skill, level]) =>
      online.every((agent) => (agent.record?.skills[skill] ?? 0) < level),
    );
    const [skill, level] = nowhere ?? lackingSkill(online[0]!, required)!;
    return { code: 'no-agent-with-skill', values: { skill, level } };
  }
  if (!skilled.some((agent) => takesStandard(agent, conversation)))
    return { code: 'nobody-takes-this-channel', values: {} };
  if (resting > 0) return { code: 'declined-by-all', values: {} };
  return { code: 'all-agents-full', values: {} };
}
