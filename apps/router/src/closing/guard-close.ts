/** Refuses to close by hand what lacks something that the policy requires, naming it (A36). */
import type { PolicyV1 } from '@trunkline/contracts';
import { refuse, type Tx } from '@trunkline/platform';
import { mayClose } from '@trunkline/rules';
import type { HeldConversation } from '../intake/conversations.store.ts';
import { presentWrapUp } from './wrap-ups.store.ts';

export async function guardClose(tx: Tx, { id }: HeldConversation, policy: PolicyV1): Promise<void> {
  if (policy.closing.requires.length === 0) return;
  const { label, wrapUp } = await presentWrapUp(tx, id);
  const verdict = mayClose({ label, isWrappedUp: wrapUp?.doneAt != null }, policy);
  if (!verdict.ok) refuse(verdict.because);
}
