/** Carries running clocks over into a newer policy version, some hundred at a time, with a row for each deadline that moved. */
import type { ConversationId, PolicyV1 } from '@trunkline/contracts';
import { guardLease, type Held, type Postgres, type Tx } from '@trunkline/platform';
import { calendarNamed } from '@trunkline/rules';
import { calendarsOf, keepCalendars } from './calendars.store.ts';
import { carryClock } from './carry-clock.ts';
import { newOutcome } from './case.ts';
import { isRunning } from './clock.ts';
import { holdCases } from './clocks.store.ts';
import { nowOf } from './now-of.ts';
import { saveOutcome } from './save-outcome.ts';

const mostAtOnce = 500;

/** One batch; returns whether there may be more. Clocks that facts start meanwhile are of the newer version already. */
export async function carryOverPolicy(postgres: Postgres, held: Held, policy: PolicyV1): Promise<boolean> {
  const ids = await behind(postgres, policy.version);
  if (ids.length === 0) return false;
  await postgres.transaction(async (tx) => {
    await guardLease(tx, held);
    await carryAll(tx, ids, policy);
  });
  return true;
}

/** By the partial index on versions: what is not behind costs nothing. */
async function behind(postgres: Postgres, version: number): Promise<ConversationId[]> {
  const rows = await postgres.query<{ id: ConversationId }>(
    `SELECT DISTINCT conversation_id AS id FROM (
       SELECT conversation_id FROM clock WHERE met_at IS NULL AND policy_version < $1 LIMIT $2) AS one`,
    [version, mostAtOnce],
  );
  return rows.map(({ id }) => id);
}

async function carryAll(tx: Tx, ids: readonly ConversationId[], policy: PolicyV1): Promise<void> {
  const known = await holdCases(tx, ids);
  const given = { policy, outcome: newOutcome() };
  const running = [...known.values()].flatMap((one) => one.clocks.filter(isRunning).map((clock) => ({ one, clock })));
  const older = running.filter(({ clock }) => clock.policyVersion < policy.version);
  const kept = await calendarsOf(tx, [...new Set(older.map(({ clock }) => clock.policyVersion))]);
  await keepCalendars(tx, policy);
  const at = await nowOf(tx);
  for (const { one, clock } of older) {
    const calendars = kept.get(clock.policyVersion) ?? policy.calendars;
    const hours = calendarNamed(clock.calendar, { ...policy, calendars });
    if (isRunning(clock)) carryClock(one, clock, { given, at, because: 'policy-changed', hours });
  }
  await saveOutcome(tx, given.outcome);
}
