/** From which state a ticket may go to which, and what that needs. */
import type { AgentId, TicketState } from '@trunkline/contracts';

type Ticket = { state: TicketState; department: string | null; ownerId?: AgentId | null };
type Change = {
  state?: TicketState | undefined;
  department?: string | null | undefined;
  ownerId?: AgentId | null | undefined;
};
export type TicketChange =
  | { kind: 'stays' }
  | { kind: 'goes'; to: TicketState }
  | {
      kind: 'refused';
      because:
        | 'ticket-is-closed'
        | 'ticket-not-solved'
        | 'ticket-already-solved'
        | 'department-missing'
        | 'ticket-needs-owner';
    };

const isWorkedOn = (state: TicketState): boolean => state !== 'solved' && state !== 'closed';

/**
 * Worked on it goes to and fro as it needs; solved it is opened again or closed; closed it stays closed. With a
 * department it says which; it always has an owner or a department. `change` holds what is asked for: only what is named changes.
 */
export function changeTicket(ticket: Ticket, change: Change): TicketChange {
  const to = change.state ?? ticket.state;
  if (ticket.state === 'closed') return { kind: 'refused', because: 'ticket-is-closed' };
  if (to === 'closed' && ticket.state !== 'solved') return { kind: 'refused', because: 'ticket-not-solved' };
  if (ticket.state === 'solved' && isWorkedOn(to) && to !== 'open') {
    return { kind: 'refused', because: 'ticket-already-solved' };
  }
  const department = change.department === undefined ? ticket.department : change.department;
  if (to === 'with-department' && !department?.trim()) return { kind: 'refused', because: 'department-missing' };
  const ownerId = change.ownerId === undefined ? (ticket.ownerId ?? null) : change.ownerId;
  const isNobodys = ownerId === null && !department?.trim();
  if (isNobodys && (change.ownerId !== undefined || change.department !== undefined)) {
    return { kind: 'refused', because: 'ticket-needs-owner' };
  }
  return to === ticket.state ? { kind: 'stays' } : { kind: 'goes', to };
}
