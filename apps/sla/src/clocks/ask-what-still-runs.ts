/** Asks the router, before anything fires, how the conversations stand: a fact may not have come through yet. */
import { type ConversationId, type ConversationStateNow, StatesNow } from '@trunkline/contracts';
import type { AskService } from '@trunkline/platform';

/** At most 500 at a time. The router away: refused with `try-again`, and nothing fires. */
export async function askWhatStillRuns(
  ask: AskService,
  conversations: readonly ConversationId[],
): Promise<Map<ConversationId, ConversationStateNow>> {
  const ids = [...new Set(conversations)];
  const path = '/internal/conversations/states';
  const { items } = await ask.ask('router', { method: 'POST', path, body: { ids }, schema: StatesNow });
  return new Map(items.map((item) => [item.id, item]));
}
