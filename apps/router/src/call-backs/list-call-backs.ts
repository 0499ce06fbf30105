/** Call-backs in the groups of a person: what is to be done, in the order in which it is served, or all, newest first. */
import type { CallBacks, StaffV1 } from '@trunkline/contracts';
import type { Postgres } from '@trunkline/platform';
import { z } from 'zod';
import { readCallBacks } from './call-backs.store.ts';

export const CallBackQuery = z.object({
  open: z.string().max(8).optional(),
  cursor: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type CallBackQuery = z.infer<typeof CallBackQuery>;

export async function listCallBacks(postgres: Postgres, person: StaffV1, query: CallBackQuery): Promise<CallBacks> {
  const { open, cursor = null, limit } = query;
  const groups = person.role === 'administrator' ? null : person.groups;
  const asked = { groups, personId: person.id, isOpenOnly: open === '1', cursor, limit: limit + 1 };
  const rows = await readCallBacks(postgres, asked);
  const items = rows.slice(0, limit);
  return { items, next: rows.length > limit ? items.at(-1)!.id : null };
}
