/** The little that is remembered of a conversation whose first input could not be understood. */
import type { ConversationId } from '@trunkline/contracts';
import type { EngineInput } from './engine-input.ts';
import type { RememberedConversation } from './remembered.ts';

export function parkedMemory(id: ConversationId, input: EngineInput): RememberedConversation {
  const arrivedAt = input.at;
  return {
    id,
    routingVersion: input.routingVersion ?? 0,
    arrival: input.id,
    state: 'parked',
    queue: '',
    standard: 'mail',
    requires: {},
    weight: 1,
    live: false,
    orderKeyParts: { arrivedAt, firstResponseSeconds: 0, boosts: [], boostMinutes: 0, orderKey: Date.parse(arrivedAt) },
    ring: 0,
    widenAt: null,
    preferredAgentId: null,
    preferredUntil: null,
    tried: [],
    agentId: null,
    assignmentId: null,
    held: 0,
    waitingBecause: null,
  };
}
