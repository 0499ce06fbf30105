/** Follow-ups in the groups of a person: what is to be done, the longest overdue first, or all, newest first. */
import type { FollowUps, StaffV1 } from '@trunkline/contracts';
import type { Postgres } from '@trunkline/platform';
import { z } from 'zod';
import { readFollowUps } from './follow-ups.store.ts';

export const FollowUpQuery = z.object({
  open: z.string().max(8).optional(),
  cursor: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type FollowUpQuery = z.infer<typeof FollowUpQuery>;

export async function listFollowUps(postgres: Postgres, person: StaffV1, query: FollowUpQuery): Promise<FollowUps> {
  const { open, cursor = null, limit } = query;
  const rows = await readFollowUps(postgres, {
    groups: person.role === 'administrator' ? null : person.groups,
    personId: person.id,
    isOpenOnly: open === '1',
    cursor,
    limit: limit + 1,
  });
  const items = rows.slice(0, limit).map(({ followUp }) => followUp);
  return { items, next: rows.length > limit ? items.at(-1)!.id : null };
}
