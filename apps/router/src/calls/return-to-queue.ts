/** The telephone of who took it rang in vain: the call goes on waiting, with its place kept, for somebody else. */
import { writeFacts } from '@trunkline/platform';
import { endAssignment } from '../desk/end-assignment.ts';
import { putInputs } from '../dispatch/inputs.store.ts';
import { askForAgent } from '../intake/ask-for-agent.ts';
import { saveHeld } from '../intake/conversations.store.ts';
import { headOf } from '../intake/head-of.ts';
import { insertEvents } from '../intake/messages.store.ts';
import type { AtCall } from './at-call.ts';
import { findAgent } from './heard-call.ts';

export async function returnToQueue(at: AtCall, telephone: string | null): Promise<void> {
  const { tx, conversation, settings, now } = at;
  const agentId = findAgent(telephone, settings);
  // meanwhile somebody else may have it
  if (agentId === null || conversation.agentId !== agentId || conversation.state !== 'assigned') return;
  const ended = await endAssignment(tx, conversation, 'phone-not-answered');
  conversation.state = 'waiting';
  conversation.agentId = null;
  conversation.assignmentId = null;
  conversation.preferredAgentId = null;
  conversation.version += 1;
  conversation.routingVersion += 1;
  await saveHeld(tx, conversation);
  const because = { code: 'phone-not-answered', values: { agent: settings.person(agentId)?.name ?? '' } };
  await insertEvents(tx, [{ conversationId: conversation.id, what: 'returned', agentId, because }]);
  await putInputs(tx, [askForAgent(conversation, settings.policy, now, { avoid: [agentId] })]);
  const waiting = { ...headOf(conversation), because: 'just-arrived', decisionId: null };
  await writeFacts(tx, [...ended(conversation), { type: 'conversation.waiting', key: conversation.id, data: waiting }]);
}
