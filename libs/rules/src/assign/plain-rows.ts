/** Copies as plain JSON, in the order of their shapes: what is kept in Postgres, and what a dropped decision goes back to. */
import type { AgentRow } from './agent-rows.ts';
import type { RememberedAgent, RememberedConversation } from './remembered.ts';

export function plainConversation(row: RememberedConversation): RememberedConversation {
  return {
    id: row.id,
    routingVersion: row.routingVersion,
    arrival: row.arrival,
    state: row.state,
    queue: row.queue,
    standard: row.standard,
    requires: row.requires,
    weight: row.weight,
    live: row.live,
    orderKeyParts: row.orderKeyParts,
    ring: row.ring,
    widenAt: row.widenAt,
    preferredAgentId: row.preferredAgentId,
    preferredUntil: row.preferredUntil,
    tried: row.tried,
    agentId: row.agentId,
    assignmentId: row.assignmentId,
    held: row.held,
    waitingBecause: row.waitingBecause,
  };
}

export function plainAgent(row: RememberedAgent): RememberedAgent {
  return {
    id: row.id,
    record: row.record,
    presence: row.presence,
    load: row.load,
    override: row.override,
    missed: row.missed,
    levelSince: row.levelSince,
    lastGiven: row.lastGiven,
    idleSince: row.idleSince,
    given: Object.fromEntries(
      Object.entries(row.given)
        .filter(([, count]) => count > 0)
        .sort(),
    ),
    ...(row.recent && row.recent.length > 0 ? { recent: [...row.recent] } : {}),
  };
}

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);

/** Everybody who was heard of, and every conversation, by id. */
export function plainDesk(agents: readonly AgentRow[], conversations: Iterable<RememberedConversation>) {
  const met = agents.filter((agent) => agent.isMet);
  return {
    agents: met.map(plainAgent).sort(byId),
    conversations: [...conversations].map(plainConversation).sort(byId),
  };
}
