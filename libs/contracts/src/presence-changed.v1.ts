/** `agent.presence-changed`: an agent came, went away, or left. */
import { z } from 'zod';
import { AgentId } from './ids.ts';
import { Instant, Presence } from './parts.ts';

export const AgentPresenceChangedV1 = z.object({
  agentId: AgentId,
  state: Presence,
  since: Instant,
  because: z.string(),
});
export type AgentPresenceChangedV1 = z.infer<typeof AgentPresenceChangedV1>;
