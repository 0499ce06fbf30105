/** Names the agent who stays with a conversation's matters. */
import type { AgentId } from '@trunkline/contracts';
import type { LiveSettings } from '@trunkline/platform';
import { type Followed, followerOf } from '@trunkline/rules';

export function findFollower(followed: Followed | undefined, settings: LiveSettings): AgentId | null {
  return followed ? followerOf(followed, settings.staff) : null;
}
