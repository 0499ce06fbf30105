/** Says once that a limit has passed, and tells the first of the ladder. */
import type { LiveSettings, NewFact, Tx } from '@trunkline/platform';
import { headOf } from '../clocks/clock.ts';
import type { Ring } from '../clocks/timers.store.ts';
import { raiseEscalations } from './raise-escalation.ts';

export async function missLimit(tx: Tx, rings: readonly Ring[], settings: LiveSettings): Promise<NewFact[]> {
  if (rings.length === 0) return [];
  const ids = rings.map(({ clock }) => clock.id);
  await tx.query('UPDATE clock SET missed_at = now() WHERE id = ANY($1::uuid[])', [ids]);
  const missed = rings.map(
    ({ clock, timer }): NewFact => ({
      type: 'deadline.missed',
      key: clock.conversationId,
      data: { ...headOf(clock), late: timer.late },
    }),
  );
  const causes = rings.map(({ clock }) => ({
    clock,
    after: 0,
    because: 'limit-missed' as const,
    values: { policy: clock.policy },
  }));
  return [...missed, ...(await raiseEscalations(tx, causes, settings))];
}
