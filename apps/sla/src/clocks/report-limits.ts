/** Of the clocks that ended in a span, how many in time; promises kept; delays told of, and whether the new time held. */
import { Instant, type LimitsReport, type StaffV1 } from '@trunkline/contracts';
import type { Postgres } from '@trunkline/platform';
import { z } from 'zod';

export const ReportQuery = z.object({ from: Instant, to: Instant, queue: z.string().max(2000).optional() });
export type ReportQuery = z.infer<typeof ReportQuery>;

/** What was brought about is no limit; what was given up with its seat or its limit is neither kept nor missed. */
const ended = `clock c WHERE c.policy NOT IN ('follow-up', 'survey', 'auto-close')
  AND (c.met_because IS NULL OR c.met_because IN ('answered', 'solved', 'closed', 'assigned'))
  AND ((c.met_at >= $1 AND c.met_at < $2)
       OR (c.met_at IS NULL AND c.missed_at >= $1 AND c.missed_at < $2))
  AND ($3::text[] IS NULL OR c.queue = ANY($3)) AND ($4::text[] IS NULL OR c.queue = ANY($4))`;
const isMissed = '(c.missed_at IS NOT NULL OR c.met_at > c.due_at)';

export async function reportLimits(
  postgres: Postgres,
  person: StaffV1 | undefined,
  query: ReportQuery,
): Promise<LimitsReport> {
  const groups = person && person.role !== 'administrator' ? person.groups : null;
  const asked = [query.from, query.to, query.queue?.split(',') ?? null, groups];
  const items = await postgres.query<LimitsReport['items'][number]>(
    `SELECT policy AS clock, limit_code AS limit, queue, (count(*) FILTER (WHERE NOT ${isMissed}))::int AS met,
            (count(*) FILTER (WHERE ${isMissed}))::int AS missed,
            percentile_cont(0.5) WITHIN GROUP (ORDER BY took_seconds / limit_seconds)
              FILTER (WHERE NOT ${isMissed}) AS "medianShare"
     FROM ${ended} GROUP BY policy, limit_code, queue ORDER BY policy, limit_code, queue`,
    asked,
  );
  const sum = (clock: string, what: 'met' | 'missed') =>
    items.filter((item) => item.clock === clock).reduce((all, item) => all + item[what], 0);
  const counted = await countNotices(postgres, asked);
  return {
    items,
    promises: { kept: sum('promise', 'met'), broken: sum('promise', 'missed'), open: counted.open },
    notices: {
      told: counted.told,
      inTime: counted.inTime,
      newTimeKept: sum('delay-promise', 'met'),
      newTimeBroken: sum('delay-promise', 'missed'),
    },
  };
}

async function countNotices(postgres: Postgres, asked: unknown[]) {
  const ofQueues = '($3::text[] IS NULL OR c.queue = ANY($3)) AND ($4::text[] IS NULL OR c.queue = ANY($4))';
  const [row] = await postgres.query<{ open: number; told: number; inTime: number }>(
    `SELECT (SELECT count(*) FROM clock c WHERE c.policy = 'promise' AND c.met_at IS NULL AND c.missed_at IS NULL
               AND ${ofQueues})::int AS open,
            count(*)::int AS told, (count(*) FILTER (WHERE c.told_at < c.due_at))::int AS "inTime"
     FROM clock c WHERE c.told_at >= $1 AND c.told_at < $2 AND ${ofQueues}`,
    asked,
  );
  return row ?? { open: 0, told: 0, inTime: 0 };
}
