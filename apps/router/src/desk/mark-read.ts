/** Remembers that the one who has the conversation has seen the customer's words. */
import type { Postgres } from '@trunkline/platform';

/** The version stays: what somebody has looked at is no change that others must fetch. */
export async function markRead(postgres: Postgres, conversationId: string, personId: string): Promise<void> {
  await postgres.query('UPDATE conversation SET unread = 0 WHERE id = $1 AND agent_id = $2 AND unread > 0', [
    conversationId,
    personId,
  ]);
}
