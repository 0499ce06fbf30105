/** All SQL of timers: what waits for its instant, and what has fired. */
import type { ConversationId } from '@trunkline/contracts';
import { gauge, onScrape, type Postgres, stopwatch, type Tx } from '@trunkline/platform';
import { type Clock, iso } from './clock.ts';

export type Timer = {
  id: string;
  conversationId: ConversationId;
  /** The clock, or the matter on the ladder. */
  about: string;
  /** `look` or `due` of a clock; `climb-<level>` of the ladder. */
  step: string;
};
export type NewTimer = {
  conversationId: ConversationId;
  about: string;
  step: string;
  /** ms */
  dueAt: number;
};
/** `at`: when, in ms by Postgres' clock. */
export type Fired = Timer & { late: boolean; at: number; lateSeconds: number };

const lateness = stopwatch({
  name: 'trunkline_timer_late_seconds',
  help: 'from the instant a timer was due to its firing',
});
const overdue = gauge({ name: 'trunkline_timers_overdue', help: 'timers that are due and have not fired' });
const overdueAge = gauge({ name: 'trunkline_timers_overdue_seconds', help: 'how long the oldest of them is due' });

export const mostAtOnce = 500;
/** Later than this, and it was the desk's own outage that kept it. */
const lateAfterSeconds = 5;

/**
 * Unique by what it is about and step: set twice, it fires once. One that has not fired is moved; a look is set anew
 * after each look.
 */
export async function setTimers(tx: Tx, timers: readonly NewTimer[]): Promise<void> {
  if (timers.length === 0) return;
  await tx.query(
    `INSERT INTO timer (conversation_id, about, step, due_at)
     SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::timestamptz[])
     ON CONFLICT (about, step) DO UPDATE
       SET due_at = excluded.due_at, fired_at = NULL, cancelled_at = NULL, late = false
       WHERE timer.fired_at IS NULL OR timer.step = 'look'`,
    [
      timers.map(({ conversationId }) => conversationId),
      timers.map(({ about }) => about),
      timers.map(({ step }) => step),
      timers.map(({ dueAt }) => iso(dueAt)),
    ],
  );
}

/** At most two a clock: the next look, and its end. One that has ended or rests has none. */
export async function setClockTimers(tx: Tx, clocks: Iterable<Clock>): Promise<void> {
  const all = [...clocks];
  const isStill = (clock: Clock) => clock.metAt !== null || clock.pausedAt !== null;
  await cancelSteps(
    tx,
    all.filter(isStill).map(({ id }) => id),
    ['look', 'due'],
  );
  await setTimers(tx, all.filter((clock) => !isStill(clock)).flatMap(timersOf));
}

function timersOf({ id, conversationId, lookAt, missedAt, dueAt }: Clock): NewTimer[] {
  if (missedAt !== null) return [];
  const of = { conversationId, about: id };
  const look = lookAt ? [{ ...of, step: 'look', dueAt: lookAt }] : [];
  return [...look, { ...of, step: 'due', dueAt }];
}

async function cancelSteps(tx: Tx, about: readonly string[], steps: readonly string[]): Promise<void> {
  if (about.length === 0) return;
  await tx.query(
    `UPDATE timer SET cancelled_at = now()
     WHERE about = ANY($1::uuid[]) AND step = ANY($2::text[]) AND fired_at IS NULL AND cancelled_at IS NULL`,
    [about, steps],
  );
}

/** What is due by Postgres' clock, the longest due first, and in how many ms the next will be; one question. */
export async function askWhatIsDue(postgres: Postgres): Promise<{ due: Timer[]; nextInMs: number | undefined }> {
  const columns = `id, about, conversation_id AS "conversationId", step,
    (extract(epoch FROM due_at - clock_timestamp()) * 1000)::float8 AS in_ms`;
  const open = 'fired_at IS NULL AND cancelled_at IS NULL';
  const rows = await postgres.query<Timer & { in_ms: number }>(
    `(SELECT ${columns} FROM timer WHERE ${open} AND due_at <= now() ORDER BY due_at LIMIT $1)
     UNION ALL (SELECT ${columns} FROM timer WHERE ${open} AND due_at > now() ORDER BY due_at LIMIT 1)`,
    [mostAtOnce],
  );
  return {
    due: rows.filter((row) => row.in_ms <= 0),
    nextInMs: rows.find((row) => row.in_ms > 0)?.in_ms,
  };
}

/** Each fires for the first who asks, whoever holds the lease; kept with it: by which answer of the router. */
export async function takeTimers(tx: Tx, ids: readonly string[], askedAt: string | null): Promise<Fired[]> {
  const fired = await tx.query<Fired>(
    `UPDATE timer SET fired_at = now(), asked_at = $3, late = now() - due_at > $2 * interval '1 s'
     WHERE id = ANY($1::uuid[]) AND fired_at IS NULL AND cancelled_at IS NULL AND due_at <= now()
     RETURNING id, about, conversation_id AS "conversationId", step, late,
       (extract(epoch FROM now()) * 1000)::float8 AS at, extract(epoch FROM now() - due_at)::float8 AS "lateSeconds"`,
    [ids, lateAfterSeconds, askedAt],
  );
  tx.afterCommit(() => {
    for (const { lateSeconds } of fired) lateness.observe(lateSeconds);
  });
  return fired;
}

/** Asked at a scrape only. */
export function showOverdue(postgres: Postgres): void {
  onScrape(async () => {
    const [due] = await postgres.query<{ count: number; seconds: number }>(
      `SELECT count(*) AS count, coalesce(extract(epoch FROM now() - min(due_at)), 0)::float8 AS seconds FROM timer
        WHERE fired_at IS NULL AND cancelled_at IS NULL AND due_at <= now()`,
    );
    overdue.set(due!.count);
    overdueAge.set(due!.seconds);
  });
}

export async function cancelTimers(tx: Tx, about: string, steps: 'climb-%'): Promise<void> {
  await tx.query(
    `UPDATE timer SET cancelled_at = now()
     WHERE about = $1 AND step LIKE $2 AND fired_at IS NULL AND cancelled_at IS NULL`,
    [about, steps],
  );
}
