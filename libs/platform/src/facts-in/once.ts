/** Lets a consumer take each fact once, where the effect has no unique key of its own. */
import { dayOfId, type Fact } from '@trunkline/contracts';
import type { Tx } from '../postgres/transaction.ts';

/**
 * Notes the facts as processed by this consumer and returns those that were not yet, in their order. Only in the
 * transaction of the effect: a rollback forgets both. One that was parked counts as new, for its effect is still due.
 */
export async function once<F extends Fact>(tx: Tx, consumer: string, facts: readonly F[]): Promise<F[]> {
  const byId = new Map(facts.map((fact) => [fact.id as string, fact]));
  if (byId.size === 0) return [];
  const ids = [...byId.keys()].sort();
  const fresh = await tx.query<{ event_id: string }>(
    `INSERT INTO processed_event (consumer, event_day, event_id)
     SELECT $1, day, id FROM unnest($2::date[], $3::uuid[]) AS fact (day, id)
     ON CONFLICT (consumer, event_day, event_id) DO UPDATE SET outcome = 'done', at = now()
     WHERE processed_event.outcome <> 'done'
     RETURNING event_id`,
    [consumer, ids.map(dayOfId), ids],
  );
  const firstSeen = new Set(fresh.map(({ event_id }) => event_id));
  return [...byId.values()].filter(({ id }) => firstSeen.has(id));
}
