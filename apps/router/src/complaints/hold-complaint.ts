/** The frame of orders about a complaint: its conversation is held, and whoever is accused finds none. */
import type { ComplaintStand, TicketId } from '@trunkline/contracts';
import { refuse, type Tx } from '@trunkline/platform';
import type { GiveOrder, Held } from '../desk/give-order.ts';
import { showTicket } from '../tickets/show-ticket.ts';
import { findComplaint, type KnownComplaint } from './complaints.store.ts';
import { asStand } from './show-complaints.ts';

export type HeldComplaint = Held & { complaint: KnownComplaint };

export async function holdComplaint(
  desk: GiveOrder,
  { by, ticketId }: { by: string; ticketId: TicketId },
  act: (tx: Tx, held: HeldComplaint) => Promise<unknown>,
): Promise<ComplaintStand> {
  const { ticket } = await showTicket(desk, desk.person(by), ticketId);
  const given = { by, conversationId: ticket.conversationId, does: 'work-on-complaint' } as const;
  return desk.held(given, async (tx, held) => {
    const complaint = (await findComplaint(tx, ticketId)) ?? refuse('not-a-complaint', { number: ticket.number });
    await act(tx, { ...held, complaint });
    const after = (await findComplaint(tx, ticketId))!;
    return asStand(after, held.conversation.language, desk.settings.policy);
  });
}
