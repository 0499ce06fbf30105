/** Keeps files of other conversations and of tickets from a customer who has not shown who they are. */
import type { Attachment, ConversationId, PolicyV1 } from '@trunkline/contracts';
import type { Tx } from '@trunkline/platform';
import { demandVerified } from './demand-verified.ts';

type Sent = { id: ConversationId; attachments: readonly Attachment[] };

/**
 * What a customer once sent, or what only this one was ever sent, tells of another conversation; what stands in this
 * one, what is new, and what many are sent (a price list) does not.
 */
export async function guardFiles(tx: Tx, { id, attachments }: Sent, policy: PolicyV1): Promise<void> {
  if (attachments.length === 0) return;
  const holders = await tx.query<{ has_ticket: boolean }>(
    `SELECT bool_or(EXISTS (SELECT FROM ticket t WHERE t.conversation_id = m.conversation_id)) AS has_ticket
       FROM unnest($2::text[]) AS f (sha) JOIN message m ON m.attachments <> '[]'
        AND m.attachments @> jsonb_build_array(jsonb_build_object('sha256', f.sha))
       JOIN conversation c ON c.id = m.conversation_id JOIN address a ON a.id = c.address_id
      GROUP BY f.sha
     HAVING NOT bool_or(m.conversation_id = $1)
        AND (bool_or(m.spoken_by = 'customer') OR bool_and(a.customer_id = (
             SELECT o.customer_id FROM conversation h JOIN address o ON o.id = h.address_id WHERE h.id = $1)))`,
    [id, attachments.map(({ sha256 }) => sha256)],
  );
  if (holders.length === 0) return;
  const what = holders.some(({ has_ticket }) => has_ticket) ? 'ticket-attachments' : 'history';
  await demandVerified(tx, { id, what }, policy);
}
