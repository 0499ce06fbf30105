/** Hands a conversation to a queue, where it keeps its place, or to a named colleague, if they have room. */
import type { Conversation, Transfer } from '@trunkline/contracts';
import { refuse, writeFacts } from '@trunkline/platform';
import { putInputs } from '../dispatch/inputs.store.ts';
import { askForAgent } from '../intake/ask-for-agent.ts';
import { askTheTime } from '../intake/ask-the-time.ts';
import { saveHeld } from '../intake/conversations.store.ts';
import { headOf } from '../intake/head-of.ts';
import { insertEvents } from '../intake/messages.store.ts';
import { endAssignment } from './end-assignment.ts';
import type { GivenOrder, GiveOrder } from './give-order.ts';
import { leaveNote } from './leave-note.ts';
import { placeWith } from './place-with.ts';

export async function transfer(desk: GiveOrder, order: GivenOrder & { transfer: Transfer }): Promise<Conversation> {
  const { to, note } = order.transfer;
  if ('agent' in to) {
    return placeWith(desk, { ...order, agentId: to.agent, how: 'transferred', note: note ?? null });
  }
  return desk.order(order, async (tx, held) => {
    const { conversation, person } = held;
    const queue = desk.settings.policy.queues.find((one) => one.code === to.queue);
    if (!queue) refuse('no-such-queue', { queue: to.queue });
    if (conversation.state === 'closed') refuse('already-closed');
    if (conversation.state === 'solved') refuse('already-solved');
    const ended = await endAssignment(tx, conversation, 'handed-over');
    conversation.state = 'waiting';
    conversation.queue = queue.code;
    conversation.agentId = null;
    conversation.assignmentId = null;
    conversation.preferredAgentId = null;
    conversation.version += 1;
    conversation.routingVersion += 1;
    await saveHeld(tx, conversation);
    if (note) await leaveNote(tx, held, { text: note });
    const because = { code: 'handed-over', values: { queue: queue.code } };
    await insertEvents(tx, [{ conversationId: conversation.id, what: 'transferred', agentId: person.id, because }]);
    await putInputs(tx, [
      askForAgent(conversation, desk.settings.policy, await askTheTime(tx), { avoid: [person.id] }),
    ]);
    const waiting = { ...headOf(conversation), because: 'just-arrived', decisionId: null };
    await writeFacts(tx, [
      ...ended(conversation),
      { type: 'conversation.waiting', key: conversation.id, data: waiting },
    ]);
  });
}
