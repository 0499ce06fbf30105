/** Refuses with `not-verified` what the policy protects, while the customer has not shown who they are. */
import type { ConversationId, CustomerId, PolicyV1, Protected } from '@trunkline/contracts';
import { refuse, type Tx } from '@trunkline/platform';
import { mayDoProtected } from '@trunkline/rules';
import { verifiedNow } from './verifications.store.ts';

type Demand = { id: ConversationId; what: Protected };

export async function demandVerified(tx: Tx, { id, what }: Demand, policy: PolicyV1): Promise<void> {
  const { verifiedUntil = null, now } = (await verifiedNow(tx, id)) ?? refuse('not-found');
  const verdict = mayDoProtected({ what, verifiedUntil, now }, policy);
  if (!verdict.ok) refuse(verdict.because);
}

/** Any conversation with them in which they are verified now will do. */
export async function demandVerifiedCustomer(tx: Tx, customerId: CustomerId, policy: PolicyV1): Promise<void> {
  const [row] = await tx.query<{ until: string | null; now: string }>(
    `SELECT to_json(max(c.verified_until)) AS until, to_json(now()) AS now
       FROM address a JOIN conversation c ON c.address_id = a.id WHERE a.customer_id = $1`,
    [customerId],
  );
  const verdict = mayDoProtected({ what: 'change-address', verifiedUntil: row!.until, now: row!.now }, policy);
  if (!verdict.ok) refuse(verdict.because);
}
