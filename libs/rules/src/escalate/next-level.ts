/** Says who is told next, when a level of the ladder did not acknowledge (`domain.md` §6). */
import type { PolicyV1, Role } from '@trunkline/contracts';

export type NextLevel =
  | { kind: 'tell'; level: number; role: Role; acknowledgeMinutes: number }
  | { kind: 'stay'; because: 'top-of-ladder' };

/** `after` 0: the first level. Levels are taken in the order of their numbers; gaps are no matter. */
export function nextLevel(after: number, policy: Pick<PolicyV1, 'time'>): NextLevel {
  const [next] = policy.time.ladder.filter((each) => each.level > after).sort((a, b) => a.level - b.level);
  return next ? { kind: 'tell', ...next } : { kind: 'stay', because: 'top-of-ladder' };
}
