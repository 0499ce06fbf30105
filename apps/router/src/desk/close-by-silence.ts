/** Closes what was solved long enough ago and of which the customer said nothing since. */
import type { ConversationId, PolicyV1 } from '@trunkline/contracts';
import type { Tx } from '@trunkline/platform';
import type { HeldConversation } from '../intake/conversations.store.ts';
import { endConversation } from './end-conversation.ts';

type Silent = { conversationId: ConversationId; dueAt: string };
type With = { held: Map<ConversationId, HeldConversation>; policy: PolicyV1 };

/**
 * `dueAt` is when the silence was long enough: solved after that is another silence. While a ticket of it is worked on
 * its owner still has to answer there; the last one's end closes it (`closeAfterTicket`).
 */
export async function closeBySilence(tx: Tx, silent: Silent[], { held, policy }: With): Promise<void> {
  if (silent.length === 0) return;
  const rows = await tx.query<{ id: ConversationId }>(
    `SELECT DISTINCT c.id FROM conversation c
       JOIN unnest($1::uuid[], $2::timestamptz[]) AS silent (id, due_at) ON silent.id = c.id
      WHERE c.state = 'solved' AND c.solved_at <= silent.due_at AND ${isSilent} ORDER BY c.id`,
    [silent.map(({ conversationId }) => conversationId), silent.map(({ dueAt }) => dueAt)],
  );
  for (const { id } of rows) await close(tx, held.get(id)!, policy);
}

/** A ticket was solved: where the customer has been silent for long enough, nothing keeps it open any more. */
export async function closeAfterTicket(tx: Tx, held: HeldConversation, policy: PolicyV1): Promise<void> {
  const hours = policy.time.closeAfterSilenceHours[held.standard];
  const [row] = await tx.query(
    `SELECT 1 FROM conversation c WHERE c.id = $1 AND c.state = 'solved'
        AND c.solved_at <= now() - make_interval(secs => $2) AND ${isSilent}`,
    [held.id, hours * 3600],
  );
  if (row) await close(tx, held, policy);
}

const isSilent = `coalesce(c.last_customer_at, '-infinity') <= c.solved_at
  AND NOT EXISTS (SELECT 1 FROM ticket t WHERE t.conversation_id = c.id AND t.state NOT IN ('solved', 'closed'))`;

async function close(tx: Tx, conversation: HeldConversation, policy: PolicyV1): Promise<void> {
  const values = { hours: policy.time.closeAfterSilenceHours[conversation.standard] };
  await endConversation(tx, { conversation, person: null }, { state: 'closed', because: 'closed-by-silence', values });
}
