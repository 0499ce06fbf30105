/** All SQL of the roster. */
import type { AgentId, RosterDay, RosterDayV1, RosterShift } from '@trunkline/contracts';
import type { Postgres, Tx } from '@trunkline/platform';

export type RosterSpan = { from: string; to: string; queue?: string | undefined };
const columns = 'queue, date::text AS date, version, shifts';

export async function listDays(postgres: Postgres, { from, to, queue }: RosterSpan): Promise<RosterDay[]> {
  return postgres.query<RosterDay>(
    `SELECT ${columns} FROM roster_day WHERE date BETWEEN $1 AND $2 AND ($3::text IS NULL OR queue = $3)
      ORDER BY date, queue`,
    [from, to, queue ?? null],
  );
}

/** Null where another version stands there than the one that was looked at. */
export async function saveDay(tx: Tx, day: RosterDay, by: AgentId): Promise<RosterDay | null> {
  const [saved] = await tx.query<RosterDay>(
    `INSERT INTO roster_day AS held (queue, date, version, shifts, changed_by)
     SELECT $1, $2, 1, $3, $4 WHERE $5::int = 0 OR EXISTS (SELECT 1 FROM roster_day WHERE queue = $1 AND date = $2)
     ON CONFLICT (queue, date) DO UPDATE
     SET version = held.version + 1, shifts = excluded.shifts, changed_by = excluded.changed_by, changed_at = now()
     WHERE held.version = $5 RETURNING ${columns}`,
    [day.queue, day.date, JSON.stringify(inOrder(day.shifts)), by, day.version],
  );
  return saved ?? null;
}

/** All in one statement; the days that changed. */
export async function saveDays(tx: Tx, days: readonly RosterDayV1[], by: AgentId): Promise<RosterDay[]> {
  const given = days.map((day) => ({ ...day, shifts: inOrder(day.shifts) }));
  return tx.query<RosterDay>(
    `INSERT INTO roster_day AS held (queue, date, version, shifts, changed_by)
     SELECT queue, date, 1, shifts, $2 FROM jsonb_to_recordset($1) AS given (queue text, date date, shifts jsonb)
     ORDER BY queue, date
     ON CONFLICT (queue, date) DO UPDATE
     SET version = held.version + 1, shifts = excluded.shifts, changed_by = excluded.changed_by, changed_at = now()
     WHERE held.shifts IS DISTINCT FROM excluded.shifts RETURNING ${columns}`,
    [JSON.stringify(given), by],
  );
}

/** One order and one way to write an instant: the same day is the same row. */
function inOrder(shifts: readonly RosterShift[]): RosterShift[] {
  return shifts
    .map(({ agentId, from, to, supervises }) => ({
      agentId,
      from: new Date(from).toISOString(),
      to: new Date(to).toISOString(),
      supervises,
    }))
    .sort((a, b) => (a.from + a.agentId < b.from + b.agentId ? -1 : 1));
}
