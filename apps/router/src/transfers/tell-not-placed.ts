/** The engine could not give a conversation to the colleague to whom its customer agreed to go: it stays, and that is said. */
import type { AgentId, ConversationId } from '@trunkline/contracts';
import { type Tx, writeFacts } from '@trunkline/platform';
import { peekConversations } from '../intake/conversations.store.ts';
import { headOf } from '../intake/head-of.ts';
import { insertEvents } from '../intake/messages.store.ts';

export type NotPlaced = { conversationId: ConversationId; agentId: AgentId };

/** Whoever gave an order and waits for it is refused to their face; here are those whom nobody waits for. */
export async function tellNotPlaced(tx: Tx, refused: readonly NotPlaced[]): Promise<void> {
  if (refused.length === 0) return;
  const rows = await tx.query<{ id: ConversationId; by: AgentId }>(
    `UPDATE transfer t SET state = 'not-placed' FROM unnest($1::uuid[], $2::uuid[]) AS refused (id, agent_id)
      WHERE t.conversation_id = refused.id AND t.target->>'agent' = refused.agent_id::text
        AND t.state = 'done' AND t.until_at IS NOT NULL AND t.settled_at > now() - interval '1 hour'
      RETURNING t.conversation_id AS id, t.by`,
    [refused.map(({ conversationId }) => conversationId), refused.map(({ agentId }) => agentId)],
  );
  if (rows.length === 0) return;
  const because = { code: 'transfer-not-placed', values: {} };
  await insertEvents(
    tx,
    rows.map(({ id, by }) => ({ conversationId: id, what: 'transfer-not-placed', agentId: by, because })),
  );
  const heads = await peekConversations(
    tx,
    rows.map(({ id }) => id),
  );
  await writeFacts(
    tx,
    [...heads.values()].map((held) => ({ type: 'message.moved', key: held.id, data: headOf(held) }) as const),
  );
}
