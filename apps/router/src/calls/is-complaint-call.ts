/** Whether the call is about a complaint: by its label, or by a complaint recorded in it that is not solved. */
import type { ConversationId, PolicyV1 } from '@trunkline/contracts';
import type { Tx } from '@trunkline/platform';
import { findLabel, isComplaint } from '@trunkline/rules';

type Known = { label: string | null; isVip: boolean; hasComplaint: boolean };

export async function labelOf(tx: Tx, id: ConversationId): Promise<Known> {
  const [row] = await tx.query<Known>(
    `SELECT c.label, p.is_vip AS "isVip",
            EXISTS (SELECT 1 FROM ticket t WHERE t.conversation_id = c.id AND t.kind LIKE 'complaint-%'
                       AND t.state NOT IN ('solved', 'closed')) AS "hasComplaint"
       FROM conversation c JOIN address a ON a.id = c.address_id JOIN customer p ON p.id = a.customer_id
      WHERE c.id = $1`,
    [id],
  );
  return row!;
}

export async function isComplaintCall(tx: Tx, { id }: { id: ConversationId }, policy: PolicyV1): Promise<boolean> {
  const { label, hasComplaint } = await labelOf(tx, id);
  const kind = findLabel(label, policy)?.label.kind;
  return hasComplaint || (kind !== undefined && isComplaint(kind));
}
