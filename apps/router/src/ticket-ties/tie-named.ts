/** Ties a conversation to the tickets of its own customer that their words name by number (A10). */
import type { ConversationId, MessageReceivedV1, TicketId } from '@trunkline/contracts';
import { type Tx, writeFacts } from '@trunkline/platform';
import { ticketsNamed } from '@trunkline/rules';
import { hidePeople } from '../complaints/hide-people.ts';
import { type HeldConversation, saveHeld } from '../intake/conversations.store.ts';
import { headOf } from '../intake/head-of.ts';
import type { Intake, IntakeBasis } from '../intake/intake.ts';
import { insertEvents } from '../intake/messages.store.ts';
import { findTicket } from '../tickets/tickets.store.ts';
import { numbersOf, tieConversations, touch } from './ties.store.ts';

type With = { fresh: readonly MessageReceivedV1[]; basis: Pick<IntakeBasis, 'places'> };

/** After the messages are stored. Another customer's number, a machine's or a forged mail's ties nothing. */
export async function tieNamed(tx: Tx, intake: Intake, { fresh, basis }: With): Promise<void> {
  const named = new Map<ConversationId, Set<string>>();
  const numbers = new Map(fresh.map((message) => [message.receiptId as string, namedIn(message)]));
  for (const { conversationId, receiptId } of intake.messages) {
    const here = receiptId ? (numbers.get(receiptId) ?? []) : [];
    if (here.length > 0) named.set(conversationId, new Set([...(named.get(conversationId) ?? []), ...here]));
  }
  for (const [id, asked] of named) {
    const held = basis.places.held.get(id);
    if (!held) continue;
    const tickets = await numbersOf(tx, { numbers: [...asked], customerId: held.customerId });
    for (const ticketId of tickets) await tie(tx, held, ticketId);
  }
}

function namedIn({ subject, text, automatic, checks }: MessageReceivedV1): string[] {
  if (automatic !== null || checks?.dmarc.result === 'fail') return [];
  return ticketsNamed(`${subject ?? ''}\n${text}`);
}

async function tie(tx: Tx, held: HeldConversation, ticketId: TicketId): Promise<void> {
  const tied = await tieConversations(tx, { ticketId, conversations: [held.id], by: null });
  if (tied.length === 0) return;
  const { ticket, hiddenFrom } = (await findTicket(tx, ticketId))!;
  held.version += 1;
  await hidePeople(tx, held, hiddenFrom);
  await saveHeld(tx, held);
  await touch(tx, ticketId);
  if (hiddenFrom.length === 0) {
    const because = { code: 'ticket-named', values: { number: ticket.number } };
    await insertEvents(tx, [{ conversationId: held.id, what: 'ticket-changed', because }]);
  }
  await writeFacts(tx, [{ type: 'message.moved', key: held.id, data: headOf(held) }]);
}
