/** Tells the customer the number of their ticket; the words say nothing of what it is about. */
import type { PolicyV1, Ticket } from '@trunkline/contracts';
import type { Tx } from '@trunkline/platform';
import { wordTicketNumber } from '@trunkline/rules';
import type { HeldConversation } from '../intake/conversations.store.ts';
import { sendToCustomer } from '../to-customer/send-to-customer.ts';

/** A machine is told nothing, nor one who cannot be written to; an empty text is switched off. */
export async function tellNumber(tx: Tx, held: HeldConversation, ticket: Ticket, policy: PolicyV1): Promise<void> {
  if (!policy.tickets.tellsCustomer.includes('opened')) return;
  const text = wordTicketNumber({ number: ticket.number, language: held.language }, policy);
  if (text.trim() === '' || held.automatic !== null || held.address === '') return;
  held.version += 1;
  await sendToCustomer(tx, held, { kind: 'notice', spokenBy: 'desk', author: null, text });
}
