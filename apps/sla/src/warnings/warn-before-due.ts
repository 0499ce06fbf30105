/** Says once that little of a limit is left. */
import type { NewFact, Tx } from '@trunkline/platform';
import { headOf } from '../clocks/clock.ts';
import type { Ring } from '../clocks/timers.store.ts';

export async function warnBeforeDue(tx: Tx, rings: readonly Ring[]): Promise<NewFact[]> {
  if (rings.length === 0) return [];
  const ids = rings.map(({ clock }) => clock.id);
  await tx.query('UPDATE clock SET warned_at = now() WHERE id = ANY($1::uuid[])', [ids]);
  return rings.map(({ clock, timer }) => ({
    type: 'deadline.warned',
    key: clock.conversationId,
    data: { ...headOf(clock), late: timer.late },
  }));
}
