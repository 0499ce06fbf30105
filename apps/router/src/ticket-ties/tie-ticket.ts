/** Ties a ticket to another conversation of its customer's, or to another ticket; and undoes it. */
import type { ConversationId, NewTie, TicketId, TicketTies } from '@trunkline/contracts';
import { refuse, type Tx } from '@trunkline/platform';
import { may } from '@trunkline/rules';
import { hidePeople } from '../complaints/hide-people.ts';
import { routeComplaint } from '../complaints/route-complaint.ts';
import type { GiveOrder } from '../desk/give-order.ts';
import { showConversation } from '../desk/show-conversation.ts';
import { saveHeld } from '../intake/conversations.store.ts';
import { insertEvents } from '../intake/messages.store.ts';
import { holdTicket, mustWork, type TicketHeld, whichTicket } from './hold-ticket.ts';
import { showTies } from './show-ties.ts';
import { tellTied } from './tell-tied.ts';
import { linkTickets, tieConversations, touch, unlinkTickets, untieConversation } from './ties.store.ts';

type Order = { by: string; ticketId: TicketId };

/** Tied already it stays so. */
export async function tieTicket(desk: GiveOrder, { asked, ...order }: Order & { asked: NewTie }): Promise<TicketTies> {
  const { by, ticketId } = order;
  await mustWork(desk, { person: desk.person(by), ticketId, does: 'change-ticket' });
  if ('conversationId' in asked) await tieConversation(desk, order, asked.conversationId);
  else await tieToTicket(desk, order, await whichTicket(desk, order.by, asked));
  return showTies(desk, order.by, order.ticketId);
}

async function tieConversation(desk: GiveOrder, order: Order, conversationId: ConversationId): Promise<void> {
  const person = desk.person(order.by);
  const shown = await showConversation(desk.postgres, conversationId);
  if (!may({ person, does: 'see-conversation', thing: shown }).ok) refuse('not-found');
  const given = { ...order, does: 'change-ticket', conversations: [conversationId] } as const;
  await holdTicket(desk, given, async (tx, held) => {
    const other = held.all.get(conversationId)!;
    const { ticket, hiddenFrom } = held.known;
    if (other.customerId !== ticket.customerId) refuse('another-customer');
    const tied = await tieConversations(tx, { ticketId: ticket.id, conversations: [other.id], by: person.id });
    if (tied.length === 0) return;
    await hideTied(tx, held, { conversationId, desk });
    await touch(tx, ticket.id);
    await tellTied(tx, held.conversation, { ticketId: ticket.id, others: [other] });
    if (hiddenFrom.length > 0) return;
    const because = { code: 'ticket-tied', values: { number: ticket.number } };
    await insertEvents(tx, [{ conversationId, what: 'ticket-changed', agentId: person.id, because }]);
  });
}

/** What is tied to a complaint is of it: whom it is about loses this one, too. */
async function hideTied(
  tx: Tx,
  { all, known, person }: TicketHeld,
  { conversationId, desk }: { conversationId: ConversationId; desk: GiveOrder },
): Promise<void> {
  const { ticket, hiddenFrom } = known;
  if (hiddenFrom.length === 0) return;
  const other = all.get(conversationId)!;
  await hidePeople(tx, other, hiddenFrom);
  other.version += 1;
  await saveHeld(tx, other);
  const { policy } = desk.settings;
  if (other.agentId && hiddenFrom.includes(other.agentId))
    await routeComplaint(tx, other, { kind: ticket.kind, by: person.id, policy });
}

async function tieToTicket(desk: GiveOrder, order: Order, other: TicketId): Promise<void> {
  await holdTicket(desk, { ...order, does: 'change-ticket', tickets: [other] }, async (tx, held) => {
    const { ticket } = held.known;
    if (other === ticket.id) refuse('ticket-itself', { number: ticket.number });
    if (await linkTickets(tx, ticket.id, { other, by: held.person.id })) await tellBoth(tx, held, other);
  });
}

export async function untieTicket(
  desk: GiveOrder,
  { by, ticketId, other }: Order & { other: string },
): Promise<TicketTies> {
  await holdTicket(desk, { by, ticketId, does: 'change-ticket' }, async (tx, held) => {
    const conversation = held.all.get(other as ConversationId);
    if (conversation) {
      if (!(await untieConversation(tx, ticketId, other))) refuse('not-tied-by-hand');
      await touch(tx, ticketId);
      return tellTied(tx, held.conversation, { ticketId, others: [conversation] });
    }
    if (!(await unlinkTickets(tx, ticketId, other))) refuse('not-tied-by-hand');
    await touch(tx, ticketId);
    await tellTied(tx, held.conversation, { ticketId });
  });
  return showTies(desk, by, ticketId);
}

async function tellBoth(tx: Tx, { known, conversation }: TicketHeld, other: TicketId): Promise<void> {
  for (const id of [known.ticket.id, other]) await touch(tx, id);
  await tellTied(tx, conversation, { ticketId: known.ticket.id });
}
