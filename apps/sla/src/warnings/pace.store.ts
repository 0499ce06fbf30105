/** All SQL of the pace: how long clocks of one kind, queue and standard took lately. */
import type { Tx } from '@trunkline/platform';
import type { Clock } from '../clocks/clock.ts';

const lately = 100;

/** One statement for all that are looked at: open seconds of the last hundred that were answered or solved. */
export async function readPaces(tx: Tx, clocks: readonly Clock[]): Promise<(clock: Clock) => number[]> {
  const keyOf = ({ policy, queue, standard }: Pick<Clock, 'policy' | 'queue' | 'standard'>) =>
    `${policy} ${queue} ${standard}`;
  const asked = [...new Map(clocks.map((clock) => [keyOf(clock), clock])).values()];
  if (asked.length === 0) return () => [];
  const rows = await tx.query<Pick<Clock, 'policy' | 'queue' | 'standard'> & { took: number[] }>(
    `SELECT asked.*, pace.took FROM unnest($1::text[], $2::text[], $3::text[]) AS asked (policy, queue, standard)
     CROSS JOIN LATERAL (
       SELECT coalesce(array_agg(took_seconds), '{}') AS took FROM (
         SELECT took_seconds FROM clock
         WHERE policy = asked.policy AND queue = asked.queue AND standard = asked.standard AND met_at IS NOT NULL
         ORDER BY met_at DESC LIMIT $4) AS last
       WHERE took_seconds IS NOT NULL) AS pace`,
    [asked.map(({ policy }) => policy), asked.map(({ queue }) => queue), asked.map(({ standard }) => standard), lately],
  );
  const paces = new Map(rows.map((row) => [keyOf(row), row.took]));
  return (clock) => paces.get(keyOf(clock)) ?? [];
}
