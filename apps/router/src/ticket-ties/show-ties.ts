/** What belongs together with a ticket, as far as this person may see it. */
import type { TicketId, TicketTies } from '@trunkline/contracts';
import { refuse } from '@trunkline/platform';
import { fold, may } from '@trunkline/rules';
import type { GiveOrder } from '../desk/give-order.ts';
import { showTicket } from '../tickets/show-ticket.ts';
import { readTies } from './ties.store.ts';

export async function showTies(desk: GiveOrder, by: string, ticketId: TicketId): Promise<TicketTies> {
  const person = desk.person(by);
  await showTicket(desk, person, ticketId);
  const verdict = may({ person, does: 'see-ties' });
  if (!verdict.ok && verdict.because === 'not-allowed') refuse(verdict.because);
  return readTies(desk.postgres, ticketId, { personId: person.id, personNumber: fold(person.number).trim() });
}
