/** Consults of what a person may see: what waits for an answer, the longest waiting first, or all, newest first. */
import type { ConsultRows, StaffV1 } from '@trunkline/contracts';
import type { Postgres } from '@trunkline/platform';
import { z } from 'zod';
import { visible } from '../customers/visible.ts';
import { readConsults } from './consults.store.ts';

export const ConsultQuery = z.object({
  open: z.string().max(8).optional(),
  cursor: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type ConsultQuery = z.infer<typeof ConsultQuery>;

export async function listConsults(postgres: Postgres, person: StaffV1, query: ConsultQuery): Promise<ConsultRows> {
  const { open, cursor = null, limit } = query;
  const asked = { visible: visible(person, 3), isOpenOnly: open === '1', cursor, limit: limit + 1 };
  const rows = await readConsults(postgres, asked);
  const items = rows.slice(0, limit);
  return { items, next: rows.length > limit ? items.at(-1)!.id : null };
}
