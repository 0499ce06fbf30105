/** The fact of a ticket: no bodies, and whom it is hidden from, so that nobody tells them. */
import type { NewFact } from '@trunkline/platform';
import type { HeldConversation } from '../intake/conversations.store.ts';
import { headOf } from '../intake/head-of.ts';
import type { KnownTicket } from './tickets.store.ts';

/** The conversation stands as it will. */
export function tellTicket(
  type: 'ticket.opened' | 'ticket.changed',
  held: HeldConversation,
  { ticket, hiddenFrom }: KnownTicket,
): NewFact {
  const { number, kind, severity, ownerId, openedAt, answeredAt } = ticket;
  const stands = { number, kind, severity, ownerId, openedAt, answeredAt, ticketState: ticket.state };
  const departments = [...new Set(ticket.handOvers.map(({ department }) => department))];
  const data = {
    ...headOf(held),
    ...stands,
    ticketId: ticket.id,
    ticketVersion: ticket.version,
    ...(departments.length > 0 && { departments }),
    ...(hiddenFrom.length > 0 && { hiddenFrom }),
  };
  return { type, key: held.id, data };
}
