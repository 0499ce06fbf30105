/** Finds finished conversations: by words in any script over all that was kept of them, newest first (A36). */
import type { ArchivePage, ArchiveRow, StaffV1 } from '@trunkline/contracts';
import { archiveOutcomes } from '@trunkline/contracts';
import { type Postgres, refuse } from '@trunkline/platform';
import { fold, wordsOf } from '@trunkline/rules';
import { z } from 'zod';
import { visible } from '../customers/visible.ts';
import { rowJoins, rowJson } from '../desk/row.ts';

/** `from` and `to` are instants of the end; `channel`, `label` and `outcome` may be lists with commas. */
export const ArchiveQuery = z.object({
  q: z.string().max(200).optional(),
  from: z.iso.datetime({ offset: true }).optional(),
  to: z.iso.datetime({ offset: true }).optional(),
  channel: z.string().max(500).optional(),
  label: z.string().max(500).optional(),
  agent: z.uuid().optional(),
  outcome: z
    .string()
    .refine((list) => list.split(',').every((one) => archiveOutcomes.includes(one as never)))
    .optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type ArchiveQuery = z.infer<typeof ArchiveQuery>;

const endedAt = 'coalesce(c.solved_at, c.last_at)';
const lastOf = (column: string, table: string, order: string) =>
  `(SELECT t.${column} FROM ${table} t WHERE t.conversation_id = c.id ORDER BY ${order} DESC LIMIT 1)`;
const score = `(SELECT k.score FROM closing k WHERE k.conversation_id = c.id AND k.score IS NOT NULL ORDER BY k.cycle DESC LIMIT 1)`;
const satisfied = lastOf('satisfied', 'outcome', 't.at');
const outcome = `CASE WHEN ${satisfied} THEN 'satisfied' WHEN NOT ${satisfied} THEN 'unsatisfied'
  WHEN EXISTS (SELECT 1 FROM event e WHERE e.conversation_id = c.id AND e.because->>'code' = 'confirmed-by-customer')
  THEN 'satisfied' ELSE 'unknown' END`;

export async function searchArchive(postgres: Postgres, person: StaffV1, query: ArchiveQuery): Promise<ArchivePage> {
  const { where, values, foundIn } = conditions(person, query);
  values.push(query.limit + 1);
  const rows = await postgres.query<{ row: ArchiveRow; sort: string }>(
    `SELECT ${rowJson} || jsonb_build_object('endedAt', ${endedAt}, 'endedBecause',
         (SELECT e.because->>'code' FROM event e WHERE e.conversation_id = c.id AND e.what IN ('solved', 'closed')
           ORDER BY e.at DESC, e.id DESC LIMIT 1),
         'outcome', ${outcome}, 'score', ${score}, 'result', ${lastOf('result', 'wrap_up', 't.cycle')},
         'summary', coalesce(${lastOf('summary', 'wrap_up', 't.cycle')}, ''), 'foundIn', ${foundIn}) AS row,
       (extract(epoch FROM ${endedAt}) * 1e6)::bigint::text AS sort
     ${rowJoins} WHERE ${where.join(' AND ')} ORDER BY ${endedAt} DESC, c.id DESC LIMIT $${values.length}`,
    values,
  );
  const items = rows.slice(0, query.limit);
  const last = items.at(-1);
  return {
    items: items.map(({ row }) => row),
    next: rows.length > query.limit && last ? `${last.sort}_${last.row.id}` : null,
  };
}

function conditions(person: StaffV1, query: ArchiveQuery) {
  const { sees, values } = visible(person, 0);
  const where = [sees, `c.state IN ('solved', 'closed')`, 'c.merged_into IS NULL'];
  const add = (condition: (at: string) => string, value: unknown) => {
    values.push(value);
    where.push(condition(`$${values.length}`));
  };
  if (query.from) add((at) => `${endedAt} >= ${at}::timestamptz`, query.from);
  if (query.to) add((at) => `${endedAt} < ${at}::timestamptz`, query.to);
  if (query.channel) add((at) => `c.channel = ANY(${at}::text[])`, query.channel.split(','));
  if (query.label) add((at) => `c.label = ANY(${at}::text[])`, query.label.split(','));
  if (query.agent) add((at) => `c.agent_id = ${at}::uuid`, query.agent);
  if (query.outcome) add((at) => `${outcome} = ANY(${at}::text[])`, query.outcome.split(','));
  if (query.cursor !== undefined) {
    const { micros, id } = readCursor(query.cursor);
    values.push(micros, id);
    where.push(
      `((extract(epoch FROM ${endedAt}) * 1e6)::bigint, c.id) < ($${values.length - 1}::bigint, $${values.length}::uuid)`,
    );
  }
  if (!query.q?.trim()) return { where, values, foundIn: `'[]'::jsonb` };
  const places = foundPlaces(query.q, values);
  where.push(`(${places.map(({ condition }) => condition).join(' OR ')})`);
  const named = places.map(({ name, condition }) => `CASE WHEN ${condition} THEN '${name}' END`).join(', ');
  return { where, values, foundIn: `to_jsonb(array_remove(ARRAY[${named}]::text[], NULL))` };
}

/** All words in one place; short texts that keep no words of their own, as they are written or in simplified characters. */
function foundPlaces(q: string, values: unknown[]): { name: string; condition: string }[] {
  const words = [...new Set(wordsOf(q))].slice(0, 20);
  values.push(words.map((word) => `'${word.replaceAll("'", "''").replaceAll('\\', '\\\\')}'`).join(' & '));
  const asked = `$${values.length}`;
  const asWritten = (text: string) => `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  values.push([...new Set([asWritten(q.trim()), asWritten(fold(q).trim())])]);
  const written = `ANY ($${values.length}::text[])`;
  const inMessage = (kind: string) => `EXISTS (SELECT 1 FROM message m WHERE m.conversation_id = c.id AND m.kind ${kind}
    AND ${asked} <> '' AND m.words @@ ${asked}::tsquery)`;
  const inRow = (table: string, condition: string) =>
    `EXISTS (SELECT 1 FROM ${table} t WHERE t.conversation_id = c.id AND ${condition})`;
  return [
    { name: 'message', condition: inMessage(`<> 'note'`) },
    { name: 'note', condition: inMessage(`= 'note'`) },
    {
      name: 'wrap-up',
      condition: inRow('wrap_up', `((${asked} <> '' AND t.words @@ ${asked}::tsquery) OR t.summary ILIKE ${written})`),
    },
    { name: 'survey', condition: inRow('closing', `t.comment ILIKE ${written}`) },
    { name: 'ticket', condition: inRow('ticket', `(t.subject ILIKE ${written} OR 'T-' || t.number ILIKE ${written})`) },
    { name: 'form', condition: `coalesce(c.form::text ILIKE ${written}, false)` },
    {
      name: 'customer',
      condition: `(a.address ILIKE ${written} OR coalesce(a.name, p.name, '') ILIKE ${written}
        OR coalesce(c.subject, '') ILIKE ${written} OR c.id::text ILIKE ${written})`,
    },
  ];
}

function readCursor(cursor: string): { micros: string; id: string } {
  const [micros = '', id = ''] = cursor.split('_');
  const isOne = /^-?\d{1,18}$/.test(micros) && z.uuid().safeParse(id).success;
  return isOne ? { micros, id } : refuse('bad-request', { detail: 'cursor' });
}
