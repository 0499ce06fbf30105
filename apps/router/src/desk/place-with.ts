/** Gives a conversation to a named person. That needs room, so the engine decides and the answer waits for its step. */
import type { AgentId, Conversation } from '@trunkline/contracts';
import { refuse } from '@trunkline/platform';
import { putInputs } from '../dispatch/inputs.store.ts';
import { waitForStep } from '../dispatch/wait-for-step.ts';
import { saveHeld } from '../intake/conversations.store.ts';
import type { GivenOrder, GiveOrder } from './give-order.ts';
import { leaveNote } from './leave-note.ts';
import { showConversation } from './show-conversation.ts';

type Placement = GivenOrder & { agentId: AgentId; how: 'transferred' | 'taken-over'; note: string | null };

export async function placeWith(desk: GiveOrder, placement: Placement): Promise<Conversation> {
  const named = desk.settings.person(placement.agentId) ?? refuse('no-such-agent');
  const inputId = await desk.held(placement, async (tx, held) => {
    const { conversation, person } = held;
    if (conversation.state === 'closed') refuse('already-closed');
    if (conversation.state === 'solved') refuse('already-solved');
    if (conversation.state === 'assigned' && conversation.agentId === named.id) return null;
    conversation.version += 1;
    conversation.routingVersion += 1;
    await saveHeld(tx, conversation);
    if (placement.note) await leaveNote(tx, held, { text: placement.note });
    const [id] = await putInputs(tx, [
      {
        kind: 'place',
        conversationId: conversation.id,
        agentId: named.id,
        routingVersion: conversation.routingVersion,
        body: { how: placement.how, by: person.id },
      },
    ]);
    return id ?? null;
  });
  if (inputId !== null) await waitForStep(desk.postgres, inputId);
  return showConversation(desk.postgres, placement.conversationId);
}
