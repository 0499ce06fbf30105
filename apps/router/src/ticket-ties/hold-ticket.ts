/** The frame of orders about several tickets or conversations: all are held at once, each person may only what is theirs. */
import type { ConversationId, StaffV1, TicketId } from '@trunkline/contracts';
import { refuse, type Tx } from '@trunkline/platform';
import { type Act, may } from '@trunkline/rules';
import type { GiveOrder } from '../desk/give-order.ts';
import { type HeldConversation, holdConversations } from '../intake/conversations.store.ts';
import { showTicket } from '../tickets/show-ticket.ts';
import { findTicket, type KnownTicket } from '../tickets/tickets.store.ts';
import { conversationsOf, idOfNumber } from './ties.store.ts';

export type TicketHeld = {
  person: StaffV1;
  known: KnownTicket;
  /** The one in which it was opened. */
  conversation: HeldConversation;
  all: Map<ConversationId, HeldConversation>;
};
type Given = { by: string; ticketId: TicketId; does: Act };
/** What else is held: of these tickets every conversation. */
export type Beside = { tickets?: readonly TicketId[]; conversations?: readonly ConversationId[] };

export async function holdTicket<T>(
  desk: GiveOrder,
  { by, ticketId, does, ...beside }: Given & Beside,
  act: (tx: Tx, held: TicketHeld) => Promise<T>,
): Promise<T> {
  const { postgres } = desk;
  const person = desk.person(by);
  const { ticket } = await mustWork(desk, { person, ticketId, does });
  return postgres.transaction(async (tx) => {
    const about = await conversationsOf(tx, [ticketId, ...(beside.tickets ?? [])]);
    const all = await holdConversations(tx, [...new Set([...about, ...(beside.conversations ?? [])])]);
    const known = (await findTicket(tx, ticketId))!;
    return act(tx, { person, known, conversation: all.get(ticket.conversationId)!, all });
  });
}

/** What one may not see is not there; what one sees one may not always change. */
export async function mustWork(
  desk: GiveOrder,
  { person, ticketId, does }: { person: StaffV1; ticketId: TicketId; does: Act },
): Promise<KnownTicket> {
  const known = await showTicket(desk, person, ticketId);
  const { ticket, queue, holderId, followerId } = known;
  const agentId = ticket.ownerId === person.id ? person.id : holderId;
  const verdict = may({ person, does, thing: { queue, agentId, followerId } });
  if (!verdict.ok) refuse(verdict.because);
  return known;
}

/** By its id, or by the number that people say. One that may not be seen is as one that is not there. */
export async function whichTicket(desk: GiveOrder, by: string, asked: { ticketId: TicketId } | { number: string }) {
  const number = 'number' in asked ? asked.number.toUpperCase() : '';
  const id = 'ticketId' in asked ? asked.ticketId : await idOfNumber(desk.postgres, number);
  if (!id) return refuse('no-such-ticket', { number });
  return (await showTicket(desk, desk.person(by), id)).ticket.id;
}
