/** Says who is told next, when a level of the ladder did not acknowledge (`domain.md` §6). */
import type { PolicyV1, Role } from '@trunkline/contracts';

export type NextLevel =
  | { kind: 'tell'; level: number; role: Role | undefined; acknowledgeSeconds: number }
  | { kind: 'stay'; because: 'top-of-ladder' };

/** `domain.md` §3: where nobody of a level is signed in, the next is told this soon. */
const whenNobodyIsThere = 60;

/** `after` 0: the first level. Levels are taken in the order of their numbers; gaps are no matter. */
export function nextLevel(
  after: number,
  policy: Pick<PolicyV1, 'time'>,
  isThere: (role: Role) => boolean = () => true,
): NextLevel {
  const [next] = policy.time.ladder.filter((each) => each.level > after).sort((a, b) => a.level - b.level);
  if (!next) return { kind: 'stay', because: 'top-of-ladder' };
  const patient = next.acknowledgeMinutes * 60;
  const acknowledgeSeconds =
    next.role === undefined || isThere(next.role) ? patient : Math.min(patient, whenNobodyIsThere);
  return { kind: 'tell', level: next.level, role: next.role, acknowledgeSeconds };
}
