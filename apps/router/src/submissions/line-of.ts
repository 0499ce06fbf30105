/** A line in the thread about what was submitted: none where the ticket is hidden from somebody, who reads the thread too. */
import type { AgentId } from '@trunkline/contracts';
import type { Tx } from '@trunkline/platform';
import type { HeldConversation } from '../intake/conversations.store.ts';
import { insertEvents } from '../intake/messages.store.ts';
import type { KnownTicket } from '../tickets/tickets.store.ts';

type Line = { code: string; ticket: KnownTicket; values?: Record<string, number | string> };
type In = { conversation: HeldConversation; person: { id: AgentId } | null };

export async function addLine(tx: Tx, { conversation, person }: In, { code, ticket, values }: Line): Promise<void> {
  if (ticket.hiddenFrom.length > 0) return;
  const { number, department } = ticket.ticket;
  const because = { code, values: { number, department: department ?? '', ...values } };
  const agentId = person?.id ?? null;
  await insertEvents(tx, [{ conversationId: conversation.id, what: 'submission', agentId, because }]);
}
