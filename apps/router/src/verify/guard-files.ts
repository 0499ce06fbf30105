/** Keeps files of other conversations and of tickets from a customer who has not shown who they are. */
import type { Attachment, ConversationId, PolicyV1 } from '@trunkline/contracts';
import type { Tx } from '@trunkline/platform';
import { demandVerified } from './demand-verified.ts';

type Sent = { id: ConversationId; attachments: readonly Attachment[] };

/** A file that was put up for this answer, or that stands in this conversation, tells the customer nothing of another. */
export async function guardFiles(tx: Tx, { id, attachments }: Sent, policy: PolicyV1): Promise<void> {
  if (attachments.length === 0) return;
  const holders = await tx.query<{ sha: string; here: boolean; has_ticket: boolean }>(
    `SELECT f.sha, bool_or(m.conversation_id = $1) AS here,
            bool_or(EXISTS (SELECT FROM ticket t WHERE t.conversation_id = m.conversation_id)) AS has_ticket
       FROM unnest($2::text[]) AS f (sha) JOIN message m ON m.attachments <> '[]'
        AND m.attachments @> jsonb_build_array(jsonb_build_object('sha256', f.sha)) GROUP BY f.sha`,
    [id, attachments.map(({ sha256 }) => sha256)],
  );
  const others = holders.filter(({ here }) => !here);
  if (others.length === 0) return;
  await demandVerified(
    tx,
    { id, what: others.some(({ has_ticket }) => has_ticket) ? 'ticket-attachments' : 'history' },
    policy,
  );
}
