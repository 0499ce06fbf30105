/** Names the agent who stays with a conversation's matters; one whom nobody has heard of yet counts as there. */
import type { AgentId } from '@trunkline/contracts';
import type { LiveSettings } from '@trunkline/platform';
import { type Followed, followerOf } from '@trunkline/rules';

export function findFollower(followed: Followed | undefined, settings: LiveSettings): AgentId | null {
  return followed ? followerOf(followed, (id) => settings.person(id)?.active !== false) : null;
}
