/** A person marks a conversation as sensitive: one click, the same alert as detection's. */
import type { NewSign, Sign } from '@trunkline/contracts';
import type { GivenOrder, GiveOrder } from '../desk/give-order.ts';
import { raiseSigns } from './raise-signs.ts';
import { signJson } from './signs.store.ts';

/** Marking twice is one mark, and answers with it. */
export function markSensitive(desk: GiveOrder, order: GivenOrder & { sign: NewSign }): Promise<Sign> {
  const { kind, note = null } = order.sign;
  return desk.held(order, async (tx, { conversation, person }) => {
    const mark = { held: conversation, kind, basis: 'person', personId: person.id, note } as const;
    await raiseSigns(tx, [mark], desk.settings.policy);
    const [row] = await tx.query<{ sign: Sign }>(
      `SELECT ${signJson} AS sign FROM conversation_sign s
        WHERE s.conversation_id = $1 AND s.kind = $2 AND s.basis = 'person' AND s.removed_at IS NULL`,
      [conversation.id, kind],
    );
    return row!.sign;
  });
}
