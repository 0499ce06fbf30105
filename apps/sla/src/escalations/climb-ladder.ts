/** Tells the next level, where one did not acknowledge in its time. */
import type { LiveSettings, NewFact, Tx } from '@trunkline/platform';
import type { Ring } from '../clocks/ring-clocks.ts';
import { stillUnacknowledged } from './escalations.store.ts';
import { raiseEscalations } from './raise-escalation.ts';

export async function climbLadder(tx: Tx, rings: readonly Ring[], settings: LiveSettings): Promise<NewFact[]> {
  if (rings.length === 0) return [];
  const open = await stillUnacknowledged(
    tx,
    rings.map(({ clock }) => clock.id),
  );
  const causes = rings.flatMap(({ clock, timer }) => {
    const level = Number(timer.step.slice('climb-'.length));
    const minutes = open.get(`${clock.id} ${level}`);
    if (minutes === undefined) return [];
    return [{ clock, after: level, because: 'not-acknowledged' as const, values: { level, minutes } }];
  });
  return raiseEscalations(tx, causes, settings);
}
