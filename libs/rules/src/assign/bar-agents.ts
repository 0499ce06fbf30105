/** Who may never have a conversation stands among those who let it go, and is kept there whatever comes. */
import type { AgentId } from '@trunkline/contracts';
import type { Tried } from './remembered.ts';

export const isBarred = ({ how }: Tried): boolean => how === 'barred';

/** What is forgotten once somebody has it; a bar is not. */
export const onlyBarred = (tried: readonly Tried[]): Tried[] => tried.filter(isBarred);

/** Known ones stand once. */
export function barAgents(tried: readonly Tried[], agents: readonly AgentId[]): Tried[] {
  if (agents.length === 0) return [...tried];
  const barred = agents.map((agentId): Tried => ({ agentId, how: 'barred', again: null }));
  return [...tried.filter(({ agentId }) => !agents.includes(agentId)), ...barred];
}
