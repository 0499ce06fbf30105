/** What an agent's record keeps of being given things: how full, since when, how many lately. */
import type { PolicyV1 } from '@trunkline/contracts';
import { loadLevel } from './order-agents.ts';
import type { RememberedAgent } from './remembered.ts';

type Clock = { at: string; policy: PolicyV1; next(): number };

/** Takes room, or gives it back where the weight is below zero. */
export function takeLoad(agent: RememberedAgent, weight: number, clock: Clock): void {
  const before = loadLevel(agent);
  agent.load += weight;
  if (loadLevel(agent) !== before) agent.levelSince = clock.next();
  if (agent.load > 0) agent.idleSince = null;
  else agent.idleSince ??= clock.at;
}

/** Who comes online stands last at their level. */
export function startAnew(agent: RememberedAgent, clock: Clock): void {
  agent.missed = 0;
  agent.levelSince = clock.next();
  agent.idleSince = agent.load > 0 ? null : clock.at;
}

export function noteGiven(agent: RememberedAgent, { at, policy }: Clock): void {
  const { fairLimit } = policy.assignment;
  if (fairLimit) agent.recent = [...(agent.recent ?? []), at].slice(-fairLimit.most);
}

/** What they let go was none of their share. */
export function noteLetGo(agent: RememberedAgent): void {
  const rest = agent.recent?.slice(0, -1);
  agent.recent = rest && rest.length > 0 ? rest : undefined;
}
