/** Who stays with a matter until it is closed: the first agent who had it; whoever had it next, where that one has left. */
import type { AgentId } from '@trunkline/contracts';
import { type Followed, seatsOf } from '../deadline/followed.ts';

/** Null until somebody had it. Where all have left the desk it is the last of them: a name is kept. */
export function followerOf(followed: Pick<Followed, 'seats'>, isActive: (id: AgentId) => boolean): AgentId | null {
  const hadIt = seatsOf(followed as Followed).flatMap(({ state }) =>
    state === 'waiting' || state === 'nobody' ? [] : [state],
  );
  return hadIt.find(isActive) ?? hadIt.at(-1) ?? null;
}
