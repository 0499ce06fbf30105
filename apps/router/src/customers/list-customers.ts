/** Finds customers by name, address, number or tag, whoever wrote last first; only those of whom one sees something. */
import type { CustomerPage, StaffV1 } from '@trunkline/contracts';
import { type Postgres, refuse } from '@trunkline/platform';
import { spell } from '@trunkline/rules';
import { z } from 'zod';
import { visible } from './visible.ts';

export const CustomerQuery = z.object({
  q: z.string().trim().max(200).optional(),
  cursor: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type CustomerQuery = z.infer<typeof CustomerQuery>;

const rowJson = `jsonb_build_object('id', p.id, 'name', coalesce(p.name, (SELECT a.name FROM address a WHERE a.customer_id = p.id
    AND a.name IS NOT NULL ORDER BY a.created_at LIMIT 1)), 'isVip', p.is_vip, 'tags', p.tags,
  'addresses', (SELECT jsonb_agg(jsonb_build_object('channel', a.channel, 'address', a.address) ORDER BY a.created_at, a.id)
                  FROM address a WHERE a.customer_id = p.id), 'lastSeenAt', found.last_at)`;

/** An order's or ticket's number is found as it was written to us; a phone number in any spelling. */
const matches = `(p.name ILIKE $2 OR p.external_id = $1 OR EXISTS (SELECT FROM jsonb_array_elements_text(p.tags) AS tag WHERE tag ILIKE $2)
  OR a.address ILIKE $2 OR a.address = $3 OR a.name ILIKE $2
  OR EXISTS (SELECT FROM address_claim k WHERE k.address_id = a.id AND k.value IN (lower($1), replace(lower($1), '-', ''), $3)))`;

export async function listCustomers(postgres: Postgres, person: StaffV1, query: CustomerQuery): Promise<CustomerPage> {
  const { q = '', limit, cursor } = query;
  const { sees, values } = visible(person, 6);
  const [lastAt, lastId] = cursor === undefined ? [null, null] : readCursor(cursor);
  const like = `%${q.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  const rows = await postgres.query<{ row: CustomerPage['items'][number]; sort: string }>(
    `SELECT ${rowJson} AS row, to_char(found.last_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS sort
       FROM (SELECT a.customer_id AS id, max(c.last_at) AS last_at
               FROM address a JOIN customer p ON p.id = a.customer_id JOIN conversation c ON c.address_id = a.id
              WHERE ($1 = '' OR ${matches}) AND ${sees} GROUP BY a.customer_id) found
       JOIN customer p ON p.id = found.id
      WHERE $4::timestamptz IS NULL OR (found.last_at, found.id) < ($4::timestamptz, $5::uuid)
      ORDER BY found.last_at DESC, found.id DESC LIMIT $6`,
    [q, like, spell({ kind: 'phone', value: q }), lastAt, lastId, limit + 1, ...values],
  );
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {
    items: items.map(({ row }) => row),
    next: rows.length > limit && last ? `${last.sort}_${last.row.id}` : null,
  };
}

/** An instant and an id: where the page before ended. */
export function readCursor(cursor: string): [string, string] {
  const [at = '', id = ''] = cursor.split('_');
  const isOne = Number.isFinite(Date.parse(at)) && z.uuid().safeParse(id).success;
  return isOne ? [at, id] : refuse('bad-request', { detail: 'cursor' });
}
