/** Why a conversation waits: the first thing that stands in its way at the whole group. */
import type { Because } from '@trunkline/contracts';
import { isOpenAt, nextOpen } from '../deadline/business-time.ts';
import type { Desk } from './desk.ts';
import { isInGroup, lackingSkill, takesStandard } from './may-take.ts';
import type { RememberedConversation } from './remembered.ts';
import { queueOf, type RequiredNow } from './required-now.ts';

type Tried = { required: RequiredNow; resting: number };

export function whyNobody(conversation: RememberedConversation, desk: Desk, { required, resting }: Tried): Because {
  const online = desk.routed.filter((agent) => agent.presence === 'online' && isInGroup(agent, required));
  if (online.length === 0) return closedUntil(conversation, desk) ?? { code: 'nobody-online', values: {} };
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

function closedUntil(conversation: RememberedConversation, desk: Desk): Because | null {
  const calendar = desk.policy.calendars[queueOf(desk.policy, conversation.queue)?.calendar ?? ''];
  if (!calendar) return null;
  const at = Date.parse(desk.at);
  const open = isOpenAt(calendar, at);
  const next = nextOpen(calendar, at);
  if (!open.ok || open.value || !next.ok) return null;
  return { code: 'outside-hours', values: { until: new Date(next.value).toISOString() } };
}
