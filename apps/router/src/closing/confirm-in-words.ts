/** A solved conversation whose customer says that it is solved is closed: confirmed, in plain words (A36). */
import type { ConversationId } from '@trunkline/contracts';
import type { Tx } from '@trunkline/platform';
import { endConversation } from '../desk/end-conversation.ts';
import type { IntakeBasis } from '../intake/intake.ts';

/** While a ticket of it is worked on it stays open: its owner still has to answer there. */
export async function confirmInWords(
  tx: Tx,
  confirmed: readonly ConversationId[],
  { places }: Pick<IntakeBasis, 'places'>,
): Promise<void> {
  if (confirmed.length === 0) return;
  const open = await tx.query<{ id: string }>(
    `SELECT DISTINCT conversation_id AS id FROM ticket
      WHERE conversation_id = ANY($1::uuid[]) AND state NOT IN ('solved', 'closed')`,
    [confirmed],
  );
  const keeps = new Set(open.map(({ id }) => id));
  for (const id of new Set(confirmed)) {
    const held = places.held.get(id);
    if (held?.state !== 'solved' || keeps.has(id)) continue;
    await endConversation(
      tx,
      { conversation: held, person: null },
      { state: 'closed', because: 'confirmed-by-customer' },
    );
  }
}
