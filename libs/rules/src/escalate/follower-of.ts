/** Who stays with what was escalated until it is closed: the first agent who had it; where that one may not, a named one (A30). */
import type { AgentId, StaffV1 } from '@trunkline/contracts';
import { type Followed, seatsOf } from '../deadline/followed.ts';

type Colleague = Pick<StaffV1, 'id' | 'active' | 'role' | 'groups' | 'number'>;

/**
 * Null until somebody had it. Who left the desk, or is accused in it, does not: whoever had it next takes their place,
 * then who leads the group. One whom nobody has heard of yet counts as there.
 */
export function followerOf(
  { seats, tickets, queue }: Pick<Followed, 'seats' | 'tickets' | 'queue'>,
  staff: ReadonlyMap<AgentId, Colleague>,
): AgentId | null {
  const hadIt = seatsOf({ seats } as Followed).flatMap(({ state }) =>
    state === 'waiting' || state === 'nobody' ? [] : [state],
  );
  if (hadIt.length === 0) return null;
  const accused = new Set(tickets.flatMap(({ hiddenFrom }) => hiddenFrom ?? []));
  const mayStay = (id: AgentId) => staff.get(id)?.active !== false && !accused.has(id);
  return [...hadIt, ...leadersOf(queue, staff)].find(mayStay) ?? null;
}

function leadersOf(queue: string, staff: ReadonlyMap<AgentId, Colleague>): AgentId[] {
  const byNumber = [...staff.values()].sort((a, b) => (a.number < b.number ? -1 : 1));
  const supervisors = byNumber.filter(({ role, groups }) => role === 'supervisor' && groups.includes(queue));
  return [...supervisors, ...byNumber.filter(({ role }) => role === 'administrator')].map(({ id }) => id);
}
