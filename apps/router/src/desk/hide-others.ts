/** Leaves out of a conversation's page the customer's other conversations that this person may not see. */
import type { Conversation, StaffV1 } from '@trunkline/contracts';
import type { Postgres } from '@trunkline/platform';
import { visible } from '../customers/visible.ts';

export async function hideOthers(postgres: Postgres, person: StaffV1, shown: Conversation): Promise<Conversation> {
  if (shown.others.length === 0) return shown;
  const { sees, values } = visible(person, 1);
  const rows = await postgres.query<{ id: string }>(
    `SELECT c.id FROM conversation c WHERE c.id = ANY($1::uuid[]) AND ${sees}`,
    [shown.others.map(({ id }) => id), ...values],
  );
  const seen = new Set(rows.map(({ id }) => id));
  return { ...shown, others: shown.others.filter(({ id }) => seen.has(id)) };
}
