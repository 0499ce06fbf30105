/** Whoever shows a ticket, or a conversation that is about it, is told that something of it changed. */
import type { TicketId } from '@trunkline/contracts';
import { type Tx, writeFacts } from '@trunkline/platform';
import { type HeldConversation, saveHeld } from '../intake/conversations.store.ts';
import { headOf } from '../intake/head-of.ts';
import { tellTicket } from '../tickets/tell-ticket.ts';
import { findTicket } from '../tickets/tickets.store.ts';

/** `held`: of the ticket. `others` are raised here. */
export async function tellTied(
  tx: Tx,
  held: HeldConversation,
  { ticketId, others = [] }: { ticketId: TicketId; others?: HeldConversation[] },
): Promise<void> {
  const moved = [held, ...others.filter(({ id }) => id !== held.id)];
  for (const one of moved) {
    one.version += 1;
    await saveHeld(tx, one);
  }
  const known = (await findTicket(tx, ticketId))!;
  await writeFacts(tx, [
    tellTicket('ticket.changed', held, known),
    ...moved.slice(1).map((one) => ({ type: 'message.moved', key: one.id, data: headOf(one) }) as const),
  ]);
}
