/** Takes a conversation from whoever has it, or out of the queue; a supervisor's may exceed their room, and is marked. */
import type { AgentId, Conversation } from '@trunkline/contracts';
import type { GivenOrder, GiveOrder } from './give-order.ts';
import { placeWith } from './place-with.ts';

export function takeOver(desk: GiveOrder, order: GivenOrder): Promise<Conversation> {
  return placeWith(desk, { ...order, agentId: order.by as AgentId, how: 'taken-over', note: null });
}
