/** Two tickets about one thing become one: the older stays with all that is about either, and the customer hears its number. */
import type { MergeWith, PolicyV1, Ticket, TicketId } from '@trunkline/contracts';
import { refuse, type Tx, writeFacts } from '@trunkline/platform';
import { type MergeWeighed, weighMerge, wordText } from '@trunkline/rules';
import type { GiveOrder } from '../desk/give-order.ts';
import { type HeldConversation, saveHeld } from '../intake/conversations.store.ts';
import { insertEvents } from '../intake/messages.store.ts';
import { tellTicket } from '../tickets/tell-ticket.ts';
import { findTicket, updateTicket } from '../tickets/tickets.store.ts';
import { sendToCustomer } from '../to-customer/send-to-customer.ts';
import { holdTicket, mustWork, type TicketHeld, whichTicket } from './hold-ticket.ts';
import { conversationsOf, endMerged, tieConversations } from './ties.store.ts';

type Order = { by: string; ticketId: TicketId; asked: MergeWith };
type Merging = Extract<MergeWeighed<Ticket>, { kind: 'merges' }>;

/** Whoever merges may work on both. */
export async function mergeTickets(desk: GiveOrder, { by, ticketId, asked }: Order): Promise<Ticket> {
  const may = { person: desk.person(by), does: 'change-ticket' } as const;
  await mustWork(desk, { ...may, ticketId });
  const otherId = await whichTicket(desk, by, asked);
  await mustWork(desk, { ...may, ticketId: otherId });
  const given = { by, ticketId, does: 'change-ticket', tickets: [otherId] } as const;
  const id = await holdTicket(desk, given, async (tx, held) => {
    const other = (await findTicket(tx, otherId))!.ticket;
    const weighed = weighMerge(held.known.ticket, other);
    if (weighed.kind === 'refused') return refuse(weighed.because, { number: weighed.of.number });
    await merge(tx, held, weighed);
    await tellCustomer(tx, held, { weighed, policy: desk.settings.policy });
    return weighed.stays.id;
  });
  return (await findTicket(desk.postgres, id))!.ticket;
}

async function merge(tx: Tx, { all, person }: TicketHeld, { stays, ends, severity }: Merging): Promise<void> {
  const conversations = await conversationsOf(tx, [ends.id]);
  await tieConversations(tx, { ticketId: stays.id, conversations, by: person.id });
  const { id, kind, state, department } = stays;
  const kept = await updateTicket(tx, {
    id,
    kind,
    state,
    department,
    severity,
    ownerId: stays.ownerId ?? ends.ownerId,
  });
  await endMerged(tx, ends.id, stays.id);
  const ended = (await findTicket(tx, ends.id))!;
  const because = { code: 'ticket-merged', values: { number: stays.number, other: ends.number } };
  for (const [known, of] of [
    [kept, stays],
    [ended, ends],
  ] as const) {
    const held = all.get(of.conversationId)!;
    held.version += 1;
    await saveHeld(tx, held);
    await writeFacts(tx, [tellTicket('ticket.changed', held, known)]);
  }
  const lines = [...new Set([stays.conversationId, ends.conversationId])];
  await insertEvents(
    tx,
    lines.map((conversationId) => ({ conversationId, what: 'ticket-changed' as const, agentId: person.id, because })),
  );
}

type Told = { weighed: Merging; policy: PolicyV1 };

/** There where they wrote of it last: of the two conversations the one that is open. */
async function tellCustomer(tx: Tx, { all }: TicketHeld, { weighed, policy }: Told): Promise<void> {
  const { stays, ends } = weighed;
  const both = [ends, stays].map(({ conversationId }) => all.get(conversationId)!);
  const held = both.find(canBeTold);
  if (!held) return;
  const text = wordText('ticket-merged', held.language, policy, { ticket: stays.number, other: ends.number });
  if (text.trim() === '') return;
  held.version += 1;
  await sendToCustomer(tx, held, { kind: 'notice', spokenBy: 'desk', author: null, text });
}

const canBeTold = ({ automatic, address, state }: HeldConversation): boolean =>
  automatic === null && address !== '' && state !== 'closed';
