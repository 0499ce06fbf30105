/** A part of a ticket becomes a ticket of its own, in the same conversation: each says from which, and into which. */
import type { NewTicket, Ticket, TicketId } from '@trunkline/contracts';
import { answerOnce, refuse } from '@trunkline/platform';
import type { GiveOrder } from '../desk/give-order.ts';
import { insertEvents } from '../intake/messages.store.ts';
import { openTicketIn } from '../tickets/open-ticket.ts';
import { findTicket } from '../tickets/tickets.store.ts';
import { holdTicket } from './hold-ticket.ts';
import { tellTied } from './tell-tied.ts';
import { noteSplit, touch } from './ties.store.ts';

type Order = { by: string; ticketId: TicketId; asked: NewTicket; idempotencyKey: string | null };

/** Everything else about it is as of any new ticket: what it needs, whose it is, its number to the customer. */
export async function splitTicket(desk: GiveOrder, order: Order): Promise<Ticket> {
  const { by, ticketId, asked, idempotencyKey } = order;
  const key = idempotencyKey === null ? undefined : `split ${idempotencyKey}`;
  const id = await holdTicket(desk, { by, ticketId, does: 'open-ticket' }, (tx, held) =>
    answerOnce(tx, { person: by, key }, async () => {
      const { conversation, person, known } = held;
      const { number, state } = known.ticket;
      if (state === 'closed') refuse('ticket-is-closed', { number });
      const made = await openTicketIn(tx, { conversation, person }, { asked, settings: desk.settings });
      await noteSplit(tx, made, ticketId);
      await touch(tx, ticketId);
      await tellTied(tx, conversation, { ticketId });
      const { ticket, hiddenFrom } = (await findTicket(tx, made))!;
      if (hiddenFrom.length > 0 || known.hiddenFrom.length > 0) return made;
      const because = { code: 'ticket-split', values: { number, other: ticket.number } };
      await insertEvents(tx, [
        { conversationId: conversation.id, what: 'ticket-changed', agentId: person.id, because },
      ]);
      return made;
    }),
  );
  return (await findTicket(desk.postgres, id))!.ticket;
}
