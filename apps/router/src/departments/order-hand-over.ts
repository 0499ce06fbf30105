/** Orders about hand-overs: somebody hands a ticket to a department; a member answers, or somebody writes it down. */
import type { DepartmentAnswer, NewHandOver, StaffV1, Ticket, TicketId } from '@trunkline/contracts';
import { refuse, type Tx } from '@trunkline/platform';
import { type Act, may } from '@trunkline/rules';
import type { GiveOrder } from '../desk/give-order.ts';
import { type HeldConversation, holdConversations } from '../intake/conversations.store.ts';
import { shownTo } from '../tickets/list-tickets.ts';
import { showTicket } from '../tickets/show-ticket.ts';
import { findTicket, type KnownTicket } from '../tickets/tickets.store.ts';
import { handOver, nameOf } from './hand-over.ts';
import { lastHandOver } from './hand-overs.store.ts';
import { takeAnswer } from './take-answer.ts';

type Order<What> = { by: string; ticketId: TicketId; asked: What };

export function orderHandOver(desk: GiveOrder, { by, ticketId, asked }: Order<NewHandOver>): Promise<Ticket> {
  return held(desk, { by, ticketId, does: 'hand-over-ticket' }, async (tx, { conversation, person, known }) => {
    const { policy } = desk.settings;
    await handOver(tx, conversation, { ticket: known.ticket, ...asked, by: person.id, policy });
  });
}

/** A member answers for their own departments only. */
export function orderAnswer(desk: GiveOrder, { by, ticketId, asked }: Order<DepartmentAnswer>): Promise<Ticket> {
  return held(desk, { by, ticketId, does: 'answer-for-department' }, async (tx, { conversation, person, known }) => {
    const { policy } = desk.settings;
    const last = await lastHandOver(tx, ticketId);
    const { number } = known.ticket;
    if (!last) return refuse('not-with-department', { number });
    const department = nameOf(last.department, person.language, policy);
    if (last.isAnswered) refuse('department-answered-already', { department, number });
    if (person.role === 'department-member' && !person.departments?.includes(last.department)) refuse('not-found');
    const answer = { text: asked.answer, attachments: [], by: person.id, from: null, receiptId: null };
    await takeAnswer(tx, conversation, { handOver: last, answer, policy });
  });
}

type With = { conversation: HeldConversation; person: StaffV1; known: KnownTicket };

async function held(
  desk: GiveOrder,
  { by, ticketId, does }: { by: string; ticketId: TicketId; does: Act },
  act: (tx: Tx, held: With) => Promise<void>,
): Promise<Ticket> {
  const person = desk.person(by);
  const { ticket, queue, holderId, departments } = await showTicket(desk, person, ticketId);
  const agentId = ticket.ownerId === person.id ? person.id : holderId;
  const verdict = may({ person, does, thing: { queue, agentId, departments } });
  if (!verdict.ok) refuse(verdict.because);
  await desk.postgres.transaction(async (tx) => {
    const conversation = (await holdConversations(tx, [ticket.conversationId])).get(ticket.conversationId)!;
    await act(tx, { conversation, person, known: (await findTicket(tx, ticketId))! });
  });
  return shownTo(person, (await findTicket(desk.postgres, ticketId))!.ticket);
}
