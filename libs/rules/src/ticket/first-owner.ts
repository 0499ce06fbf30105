/** Whose a new ticket is where nobody says it: a ticket always has an owner or a department. */
import type { AgentId, Kind } from '@trunkline/contracts';
import { isComplaint } from './check-complaint.ts';

type Opened = {
  kind: Kind;
  ownerId: AgentId | null;
  department: string | null;
  openedBy: AgentId;
  hiddenFrom: readonly AgentId[];
  /** Supervisors of the group that works on it, in the order in which they are asked. */
  leads: readonly AgentId[];
};

/**
 * Whoever opens it stays with it. A complaint is the supervisor's until somebody is designated: who takes it down does
 * not answer it, and what they say meanwhile must not count as the answer. Null: a department has it.
 */
export function firstOwner({ kind, ownerId, department, openedBy, hiddenFrom, leads }: Opened): AgentId | null {
  if (ownerId !== null || department !== null) return ownerId;
  const lead = isComplaint(kind) ? leads.find((id) => id !== openedBy && !hiddenFrom.includes(id)) : undefined;
  return lead ?? openedBy;
}
