/** All SQL of what the engine remembers between steps; written in the commit of the step. */
import type { ConversationId } from '@trunkline/contracts';
import type { Tx } from '@trunkline/platform';
import type { RememberedAgent, RememberedConversation } from '@trunkline/rules';

export type Touched = {
  agents: RememberedAgent[];
  conversations: { id: ConversationId; now: RememberedConversation | null }[];
};

export async function keepMemory(tx: Tx, { agents, conversations }: Touched): Promise<void> {
  const gone = conversations.filter((one) => one.now === null).map((one) => one.id);
  const kept = conversations.filter((one) => one.now !== null);
  if (gone.length > 0) {
    await tx.query('DELETE FROM remembered_conversation WHERE conversation_id = ANY($1::uuid[])', [gone]);
  }
  if (kept.length > 0) {
    await tx.query(
      `INSERT INTO remembered_conversation (conversation_id, body)
       SELECT id, now FROM jsonb_to_recordset($1::jsonb) AS k (id uuid, now jsonb)
       ON CONFLICT (conversation_id) DO UPDATE SET body = excluded.body`,
      [JSON.stringify(kept)],
    );
  }
  if (agents.length > 0) {
    await tx.query(
      `INSERT INTO remembered_agent (agent_id, body)
       SELECT id, body FROM jsonb_to_recordset($1::jsonb) AS k (id uuid, body jsonb)
       ON CONFLICT (agent_id) DO UPDATE SET body = excluded.body`,
      [JSON.stringify(agents.map((agent) => ({ id: agent.id, body: agent })))],
    );
  }
}
