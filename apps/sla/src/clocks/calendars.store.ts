/** All SQL of the calendars that clocks were counted by. */
import type { Calendar, PolicyV1 } from '@trunkline/contracts';
import type { Tx } from '@trunkline/platform';

/** Of each version once; a version's calendars never change. */
export async function keepCalendars(tx: Tx, { version, calendars }: PolicyV1): Promise<void> {
  await tx.query('INSERT INTO calendars_of (policy_version, calendars) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
    version,
    JSON.stringify(calendars),
  ]);
}

export async function calendarsOf(tx: Tx, versions: readonly number[]): Promise<Map<number, Record<string, Calendar>>> {
  const rows = await tx.query<{ version: number; calendars: Record<string, Calendar> }>(
    'SELECT policy_version AS version, calendars FROM calendars_of WHERE policy_version = ANY($1::int[])',
    [versions],
  );
  return new Map(rows.map(({ version, calendars }) => [version, calendars]));
}
