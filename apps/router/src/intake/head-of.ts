/** What every fact of a conversation begins with, as it stands after the change. */
import type { HeldConversation } from './conversations.store.ts';

export function headOf(held: HeldConversation) {
  return {
    conversationId: held.id,
    version: held.version,
    state: held.state,
    queue: held.queue,
    agentId: held.agentId,
    ...(held.hiddenFrom?.length && { hiddenFrom: held.hiddenFrom }),
    ...(held.followerId && { followerId: held.followerId }),
    channel: held.channel,
    standard: held.standard,
  };
}
