/** How far a conversation is on the way to its end; null where nobody has begun. */
import type { Closing, ConversationId } from '@trunkline/contracts';
import type { Tx } from '@trunkline/platform';
import { closingJson } from '../closing/closings.store.ts';

export async function closingOf(tx: Tx, id: ConversationId): Promise<Closing | null> {
  const [row] = await tx.query<{ closing: Closing | null }>(
    `SELECT ${closingJson} AS closing FROM conversation c WHERE c.id = $1`,
    [id],
  );
  return row?.closing ?? null;
}
