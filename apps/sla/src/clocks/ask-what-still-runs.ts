/** Asks the router, before anything fires, how the conversations stand: a fact may not have come through yet. */
import { type ConversationId, type ConversationStateNow, StatesNow } from '@trunkline/contracts';
import type { AskService } from '@trunkline/platform';

/** At most 500 at a time; `askedAt`: what committed before is in it. The router away: refused with `try-again`, and nothing fires. */
export async function askWhatStillRuns(
  ask: AskService,
  conversations: readonly ConversationId[],
): Promise<{ states: Map<ConversationId, ConversationStateNow>; askedAt: string | null }> {
  const ids = [...new Set(conversations)];
  const path = '/internal/conversations/states';
  const { at, items } = await ask.ask('router', { method: 'POST', path, body: { ids }, schema: StatesNow });
  return { states: new Map(items.map((item) => [item.id, item])), askedAt: at ?? null };
}
