/** Hands a conversation on: to a queue, where it keeps its place, or to a colleague, if the engine finds room. */
import type { AgentId, PolicyV1, TransferTo } from '@trunkline/contracts';
import { refuse, type Tx, writeFacts } from '@trunkline/platform';
import { endAssignment } from '../desk/end-assignment.ts';
import { leaveNote } from '../desk/leave-note.ts';
import { putInputs } from '../dispatch/inputs.store.ts';
import { askForAgent } from '../intake/ask-for-agent.ts';
import { askTheTime } from '../intake/ask-the-time.ts';
import { type HeldConversation, saveHeld } from '../intake/conversations.store.ts';
import { headOf } from '../intake/head-of.ts';
import { insertEvents } from '../intake/messages.store.ts';

export type HandingOn = { to: TransferTo; by: AgentId; note?: string | null | undefined; policy: PolicyV1 };

/** The caller holds the conversation. The input whose step decides, where it needs room; else null: it is done. */
export async function handOn(tx: Tx, conversation: HeldConversation, handing: HandingOn): Promise<number | null> {
  const { to, by, note } = handing;
  if ('external' in to) return refuse('bad-request');
  conversation.version += 1;
  conversation.routingVersion += 1;
  if ('agent' in to) {
    await saveHeld(tx, conversation);
    if (note) await leaveNote(tx, { conversation, person: { id: by } }, { text: note });
    return placeInput(tx, conversation, { agentId: to.agent, by });
  }
  const ended = await endAssignment(tx, conversation, 'handed-over');
  conversation.state = 'waiting';
  conversation.queue = to.queue;
  conversation.agentId = null;
  conversation.assignmentId = null;
  conversation.preferredAgentId = null;
  await saveHeld(tx, conversation);
  if (note) await leaveNote(tx, { conversation, person: { id: by } }, { text: note });
  const because = { code: 'handed-over', values: { queue: to.queue } };
  await insertEvents(tx, [{ conversationId: conversation.id, what: 'transferred', agentId: by, because }]);
  await putInputs(tx, [askForAgent(conversation, handing.policy, await askTheTime(tx), { avoid: [by] })]);
  const waiting = { ...headOf(conversation), because: 'just-arrived', decisionId: null };
  await writeFacts(tx, [...ended(conversation), { type: 'conversation.waiting', key: conversation.id, data: waiting }]);
  return null;
}

/** The conversation's versions are raised and saved by the caller. */
async function placeInput(tx: Tx, { id, routingVersion }: HeldConversation, placed: { agentId: AgentId; by: AgentId }) {
  const { agentId, by } = placed;
  const [inputId] = await putInputs(tx, [
    { kind: 'place', conversationId: id, agentId, routingVersion, body: { how: 'transferred', by } },
  ]);
  return inputId ?? null;
}
