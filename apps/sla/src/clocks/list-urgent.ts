/** Clocks that run and are late or soon late, the most urgent first, in the groups of who asks. */
import { type DeadlinePage, type DeadlineRow, Instant, type StaffV1 } from '@trunkline/contracts';
import { type Postgres, refuse } from '@trunkline/platform';
import { z } from 'zod';
import type { ClockRow } from '../tables/clock.table.ts';
import { iso } from './clock.ts';
import { clockOf } from './clocks.store.ts';

export const UrgentQuery = z.object({
  state: z
    .string()
    .regex(/^(late|soon)(,(late|soon))?$/)
    .default('late,soon'),
  queue: z.string().max(2000).optional(),
  cursor: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type UrgentQuery = z.infer<typeof UrgentQuery>;
type Urgent = ClockRow & { queue_now: string; agent_id: DeadlineRow['agentId'] };

/** `person` undefined: a service asks for itself, and sees all. Whom a complaint is about sees nothing of its conversation. */
export async function listUrgent(
  postgres: Postgres,
  person: StaffV1 | undefined,
  query: UrgentQuery,
): Promise<DeadlinePage> {
  const groups = person && person.role !== 'administrator' ? person.groups : null;
  const [dueAt, id] = readCursor(query.cursor);
  const rows = await postgres.query<Urgent>(
    `SELECT c.*, f.queue AS queue_now, f.agent_id FROM clock c JOIN followed_conversation f USING (conversation_id)
     WHERE c.met_at IS NULL AND (c.warned_at IS NOT NULL OR c.missed_at IS NOT NULL) AND c.paused_at IS NULL
       AND (c.missed_at IS NOT NULL) = ANY($1::bool[])
       AND ($2::text[] IS NULL OR f.queue = ANY($2)) AND ($3::text[] IS NULL OR f.queue = ANY($3))
       AND NOT EXISTS (SELECT 1 FROM jsonb_array_elements(f.followed -> 'tickets') AS t
                       WHERE t -> 'hiddenFrom' ? $4)
       AND ($5::timestamptz IS NULL OR (c.due_at, c.id) > ($5, $6::uuid))
     ORDER BY c.due_at, c.id LIMIT $7`,
    [
      query.state.split(',').map((state) => state === 'late'),
      query.queue?.split(',') ?? null,
      groups,
      person?.id ?? '',
      dueAt,
      id,
      query.limit + 1,
    ],
  );
  const items = rows.slice(0, query.limit).map(rowOf);
  const last = items.at(-1);
  return { items, next: last && rows.length > query.limit ? `${last.dueAt}_${last.clockId}` : null };
}

function rowOf({ queue_now, agent_id, ...row }: Urgent): DeadlineRow {
  const clock = clockOf(row);
  const instant = (ms: number | null) => (ms === null ? null : iso(ms));
  return {
    clockId: clock.id,
    conversationId: clock.conversationId,
    policy: clock.policy,
    limit: clock.limit,
    limitSeconds: clock.limitSeconds,
    queue: queue_now,
    standard: clock.standard,
    agentId: agent_id,
    state: clock.missedAt === null ? 'soon' : 'late',
    startedAt: iso(clock.startedAt),
    dueAt: iso(clock.dueAt),
    warnedAt: instant(clock.warnedAt),
    missedAt: instant(clock.missedAt),
    forecastAt: instant(clock.forecastAt),
    toldAt: instant(clock.toldAt),
    newTime: instant(clock.newTime),
  };
}

function readCursor(cursor: string | undefined): [string | null, string | null] {
  if (cursor === undefined) return [null, null];
  const [dueAt, id] = cursor.split('_');
  const isOne = Instant.safeParse(dueAt).success && z.uuid().safeParse(id).success;
  return isOne ? [dueAt as string, id as string] : refuse('bad-request', { detail: 'cursor' });
}
