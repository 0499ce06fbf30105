/** Lists conversations that a person may see, sorted as the router serves them: by order key while somebody waits. */
import type { ConversationPage, StaffV1 } from '@trunkline/contracts';
import { type Postgres, refuse } from '@trunkline/platform';
import { wordsOf } from '@trunkline/rules';
import { z } from 'zod';
import { type RowJson, rowJoins, rowJson } from './row.ts';

/** `state` and `queue` may be lists with commas; `assignee` is an id, `me`, `none`, or `followed`: what one stays with; `q` is searched in words. */
export const ListQuery = z.object({
  state: z.string().optional(),
  queue: z.string().optional(),
  assignee: z.union([z.enum(['me', 'none', 'followed']), z.uuid()]).optional(),
  q: z.string().max(200).optional(),
  late: z.string().optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type ListQuery = z.infer<typeof ListQuery>;

export async function listConversations(
  postgres: Postgres,
  person: StaffV1,
  query: ListQuery,
): Promise<ConversationPage> {
  const states = query.state?.split(',') ?? null;
  const isHistory =
    query.q !== undefined || (states?.every((state) => state === 'solved' || state === 'closed') ?? false);
  const sort = isHistory ? '-extract(epoch FROM c.last_at)' : 'c.order_key';
  const { where, values } = conditions(person, query, states);
  if (query.cursor !== undefined) {
    const [key, id] = readCursor(query.cursor);
    values.push(key, id);
    where.push(`(${sort}, c.id) > ($${values.length - 1}::float8, $${values.length}::uuid)`);
  }
  values.push(query.limit + 1);
  const rows = await postgres.query<RowJson & { sort: number }>(
    `SELECT ${rowJson} AS row, (${sort})::float8 AS sort ${rowJoins}
      WHERE ${where.join(' AND ')} ORDER BY ${sort}, c.id LIMIT $${values.length}`,
    values,
  );
  const items = rows.slice(0, query.limit);
  const last = items.at(-1);
  return {
    items: items.map((one) => one.row),
    next: rows.length > query.limit && last ? `${last.sort}_${last.row.id}` : null,
  };
}

function conditions(person: StaffV1, query: ListQuery, states: string[] | null) {
  const values: unknown[] = [];
  const where: string[] = ['true'];
  const add = (condition: (at: string) => string, value: unknown) => {
    values.push(value);
    where.push(condition(`$${values.length}`));
  };
  add((at) => `NOT ${at}::uuid = ANY(c.hidden_from)`, person.id);
  if (person.role !== 'administrator') {
    values.push(person.groups, person.id);
    where.push(`(c.queue = ANY($${values.length - 1}::text[]) OR c.agent_id = $${values.length}::uuid
      ${query.assignee === 'followed' ? `OR c.follower_id = $${values.length}::uuid` : ''})`);
  }
  if (states) add((at) => `c.state = ANY(${at}::text[])`, states);
  else if (query.q === undefined) where.push("c.state <> 'closed'");
  if (query.queue) add((at) => `c.queue = ANY(${at}::text[])`, query.queue.split(','));
  if (query.assignee === 'followed') add((at) => `(c.follower_id = ${at}::uuid AND c.state <> 'closed')`, person.id);
  else if (query.assignee === 'none') where.push('c.agent_id IS NULL');
  else if (query.assignee)
    add((at) => `c.agent_id = ${at}::uuid`, query.assignee === 'me' ? person.id : query.assignee);
  if (query.late) where.push('c.next_due_at < now()');
  if (query.q) where.push(found(query.q, values));
  return { where, values };
}

/** All words must be found in one message; a number or an address is found as it is written. */
function found(q: string, values: unknown[]): string {
  const words = [...new Set(wordsOf(q))].slice(0, 20);
  values.push(words.map((word) => `'${word.replaceAll("'", "''").replaceAll('\\', '\\\\')}'`).join(' & '));
  const asked = `$${values.length}`;
  values.push(`%${q.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`);
  const written = `$${values.length}`;
  return `(EXISTS (SELECT 1 FROM message m WHERE m.conversation_id = c.id AND ${asked} <> '' AND m.words @@ ${asked}::tsquery)
    OR a.address ILIKE ${written} OR a.name ILIKE ${written} OR c.subject ILIKE ${written} OR c.id::text ILIKE ${written})`;
}

function readCursor(cursor: string): [number, string] {
  const [key, id] = cursor.split('_');
  const isOne = Number.isFinite(Number(key)) && z.uuid().safeParse(id).success;
  return isOne ? [Number(key), id as string] : refuse('bad-request', { detail: 'cursor' });
}
