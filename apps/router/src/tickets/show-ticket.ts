/** One ticket, for whoever may see it: what one may not see, or is accused in, is not there. */
import type { StaffV1, TicketId } from '@trunkline/contracts';
import { type Postgres, refuse } from '@trunkline/platform';
import { isHidden, may } from '@trunkline/rules';
import { findTicket, type KnownTicket } from './tickets.store.ts';

export async function showTicket(
  { postgres }: { postgres: Postgres },
  person: StaffV1,
  id: TicketId,
): Promise<KnownTicket> {
  const found = (await findTicket(postgres, id)) ?? refuse('not-found');
  const { ticket, hiddenFrom, queue, holderId, followerId, departments } = found;
  const thing = { queue, departments, agentId: ticket.ownerId === person.id ? person.id : holderId, followerId };
  const maySee = may({ person, does: 'see-tickets', thing }).ok;
  return maySee && !isHidden({ complaint: ticket.complaint, hiddenFrom }, person) ? found : refuse('not-found');
}
