/** A complaint ends by its steps: not before the customer was answered. */
import type { Ticket } from '@trunkline/contracts';
import { refuse, type Tx } from '@trunkline/platform';
import { isComplaint } from '@trunkline/rules';
import { findComplaint } from './complaints.store.ts';

/** Whatever was solved before may be closed. */
export async function mustBeThrough(tx: Tx, { id, number, kind, state }: Ticket): Promise<void> {
  if (!isComplaint(kind) || state === 'solved') return;
  const complaint = await findComplaint(tx, id);
  const isAnswered = complaint?.steps.some(({ step }) => step === 'answer') ?? true;
  if (!isAnswered) refuse('complaint-not-through', { number });
}
