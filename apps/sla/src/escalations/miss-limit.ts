/** Tells the first of the ladder that limits have passed. */
import type { LiveSettings, NewFact, Tx } from '@trunkline/platform';
import type { Clock } from '../clocks/clock.ts';
import { raiseEscalations } from './raise-escalation.ts';

export function missLimit(tx: Tx, missed: readonly Clock[], settings: LiveSettings): Promise<NewFact[]> {
  const causes = missed.map((clock) => ({
    clock,
    after: 0,
    because: 'limit-missed' as const,
    values: { policy: clock.policy },
  }));
  return raiseEscalations(tx, causes, settings);
}
