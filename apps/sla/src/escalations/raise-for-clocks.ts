/** Tells the ladder of clocks: limits that passed, and what a look at them found. */
import type { Because, Trigger } from '@trunkline/contracts';
import type { NewFact, Tx } from '@trunkline/platform';
import type { Clock } from '../clocks/clock.ts';
import { raiseMatters, type Wanted } from './raise-matters.ts';
import type { Held } from './tell-next.ts';

export type OfClock = { clock: Clock; trigger: Extract<Trigger, 'limit-missed' | 'limit-near' | 'delay-told-enough'> };

export function raiseForClocks(tx: Tx, found: readonly OfClock[], held: Held): Promise<NewFact[]> {
  const percent = held.settings.policy.time.warnAtPercent;
  const wanted = found.map(({ clock, trigger }): Wanted => {
    const { conversationId, id, queue, policy } = clock;
    const values: Because['values'] = trigger === 'limit-near' ? { policy, percent } : { policy };
    const overBecause = clock.metAt === null ? null : (clock.metBecause ?? 'answered');
    const because = { code: trigger, values };
    return { conversationId, trigger, what: id, clockId: id, queue, because, begunAt: clock.dueAt, overBecause };
  });
  return raiseMatters(tx, wanted, held);
}
