/** One ticket, for whoever may see it, or a conversation that is about it; what accuses one is not there. */
import type { StaffV1, TicketId } from '@trunkline/contracts';
import { type Postgres, refuse } from '@trunkline/platform';
import { isHidden, may, type Thing } from '@trunkline/rules';
import { tiedThings } from '../ticket-ties/ties.store.ts';
import { findTicket, type KnownTicket } from './tickets.store.ts';

export async function showTicket(
  { postgres }: { postgres: Postgres },
  person: StaffV1,
  id: TicketId,
): Promise<KnownTicket> {
  const found = (await findTicket(postgres, id)) ?? refuse('not-found');
  const { ticket, hiddenFrom, queue, holderId, followerId, departments } = found;
  const thing = { queue, departments, agentId: ticket.ownerId === person.id ? person.id : holderId, followerId };
  if (isHidden({ complaint: ticket.complaint, hiddenFrom }, person)) return refuse('not-found');
  const maySee = (of: Thing) => may({ person, does: 'see-tickets', thing: of }).ok;
  return maySee(thing) || (await tiedThings(postgres, id)).some(maySee) ? found : refuse('not-found');
}
