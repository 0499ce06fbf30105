/** A complaint ends by its steps: not before the customer was answered. */
import type { ConversationId, Ticket } from '@trunkline/contracts';
import { refuse, type Tx } from '@trunkline/platform';
import { isComplaint } from '@trunkline/rules';
import { findComplaint } from './complaints.store.ts';

/** Whatever was solved before may be closed. */
export async function mustBeThrough(
  tx: Tx,
  { id, number, kind, state }: Pick<Ticket, 'id' | 'number' | 'kind' | 'state'>,
): Promise<void> {
  if (!isComplaint(kind) || state === 'solved') return;
  const complaint = await findComplaint(tx, id);
  const isAnswered = complaint?.steps.some(({ step }) => step === 'answer') ?? true;
  if (!isAnswered) refuse('complaint-not-through', { number });
}

/** An agent does not close a conversation over a complaint in it that nobody has answered: who leads may decide so. */
export async function complaintsMustBeThrough(tx: Tx, id: ConversationId): Promise<void> {
  const open = await tx.query<Pick<Ticket, 'id' | 'number' | 'kind' | 'state'>>(
    `SELECT id, 'T-' || number AS number, kind, state FROM ticket
      WHERE conversation_id = $1 AND kind LIKE 'complaint-%' AND state NOT IN ('solved', 'closed') ORDER BY opened_at`,
    [id],
  );
  for (const ticket of open) await mustBeThrough(tx, ticket);
}
