/** Notes how contacts ended, and flags the one with which a matter has ended badly too often. */
import { newId, type PolicyV1 } from '@trunkline/contracts';
import type { Tx } from '@trunkline/platform';
import { unsatisfiedAgain } from '@trunkline/rules';
import type { HeldConversation } from '../intake/conversations.store.ts';
import { holdCustomer, insertOutcomes, type NewOutcomeRow, readOutcomes, readTies } from './outcomes.store.ts';
import { raiseSigns } from './raise-signs.ts';

export type Ended = Omit<NewOutcomeRow, 'id' | 'conversationId'> & { held: HeldConversation };

/** One statement for all of them; only a customer with enough of them is looked at more closely. */
export async function judgeOutcomes(tx: Tx, ended: Ended[], policy: PolicyV1): Promise<void> {
  if (ended.length === 0) return;
  const before = await insertOutcomes(
    tx,
    ended.map(({ held, ...outcome }) => ({ ...outcome, id: newId(), conversationId: held.id })),
  );
  for (const { held, satisfied } of ended) {
    const count = (before.get(held.id) ?? 0) + 1;
    if (!satisfied && count >= policy.signs.unsatisfiedContacts) await judgeMatter(tx, held, policy);
  }
}

/** By the latest outcome of this conversation; also after a tie has changed what belongs together. */
export async function judgeMatter(tx: Tx, held: HeldConversation, policy: PolicyV1): Promise<void> {
  await holdCustomer(tx, held.id);
  const outcomes = await readOutcomes(tx, held.id);
  const latest = outcomes.findLast(({ conversationId }) => conversationId === held.id);
  if (!latest) return;
  const earlier = outcomes.filter((one) => one !== latest);
  const verdict = unsatisfiedAgain({ latest, earlier, ties: await readTies(tx, held.id), policy });
  if (verdict.kind === 'none') return;
  await tx.query('UPDATE outcome SET flagged = true WHERE id = $1', [latest.id]);
  const because = { code: 'contacts-unsatisfied', values: { count: policy.signs.unsatisfiedContacts } };
  const words = verdict.how.because === 'same-number' ? [verdict.how.number] : [];
  await raiseSigns(tx, [{ held, kind: 'unsatisfied-again', basis: 'count', words, because }], policy);
}
