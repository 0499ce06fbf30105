/** Opens a ticket for what takes more than one answer, and tells the customer its number. */
import { type AgentId, type NewTicket, newId, type Ticket, type TicketId } from '@trunkline/contracts';
import { answerOnce, type LiveSettings, type Tx, writeFacts } from '@trunkline/platform';
import { firstOwner, fold, isComplaint } from '@trunkline/rules';
import { beginComplaint } from '../complaints/begin-complaint.ts';
import { hidePeople } from '../complaints/hide-people.ts';
import { queueOf, routeComplaint } from '../complaints/route-complaint.ts';
import type { GivenOrder, GiveOrder, Held } from '../desk/give-order.ts';
import { askTheTime } from '../intake/ask-the-time.ts';
import { saveHeld } from '../intake/conversations.store.ts';
import { insertEvents } from '../intake/messages.store.ts';
import { checkOwner } from './check-owner.ts';
import { demandComplaint } from './demand-complaint.ts';
import { findAccused } from './find-accused.ts';
import { tellNumber } from './tell-number.ts';
import { tellTicket } from './tell-ticket.ts';
import { findTicket, insertTicket, type KnownTicket } from './tickets.store.ts';

type Opening = GivenOrder & { ticket: NewTicket; idempotencyKey: string | null };

export async function openTicket(desk: GiveOrder, { ticket, idempotencyKey, ...order }: Opening): Promise<Ticket> {
  const id = await desk.held(order, (tx, held) => {
    const key = idempotencyKey === null ? undefined : `ticket ${idempotencyKey}`;
    return answerOnce(tx, { person: order.by, key }, () =>
      openTicketIn(tx, held, { asked: ticket, settings: desk.settings }),
    );
  });
  return (await findTicket(desk.postgres, id))!.ticket;
}

type Asked = { asked: NewTicket; settings: LiveSettings };

/** Within an order that holds the conversation. */
export async function openTicketIn(
  tx: Tx,
  { conversation, person }: Held,
  { asked, settings }: Asked,
): Promise<TicketId> {
  const { kind, severity, subject, complaint } = asked;
  const department = asked.department?.trim() || null;
  demandComplaint({ kind, complaint, now: await askTheTime(tx) });
  const hiddenFrom = findAccused({ complaint, by: person, settings });
  if (asked.ownerId !== null) checkOwner(settings, asked.ownerId, { complaint, hiddenFrom });
  const leads = leadsOf(await queueOf(tx, conversation, { kind, policy: settings.policy }), settings);
  const whose = { kind, ownerId: asked.ownerId, department, openedBy: person.id, hiddenFrom, leads };
  const known = await insertTicket(tx, {
    id: newId<TicketId>(),
    conversationId: conversation.id,
    kind,
    severity,
    subject,
    ownerId: firstOwner(whose),
    department,
    complaint,
    accusedNumber: complaint?.accusedNumber ? fold(complaint.accusedNumber).trim() : null,
    hiddenFrom,
    openedBy: person.id,
  });
  await hidePeople(tx, conversation, hiddenFrom);
  conversation.version += 1;
  await saveHeld(tx, conversation);
  await insertEvents(tx, lineOf(known, 'ticket-opened', person.id));
  await writeFacts(tx, [tellTicket('ticket.opened', conversation, known)]);
  if (isComplaint(kind)) await routeComplaint(tx, conversation, { kind, by: person.id, policy: settings.policy });
  await beginComplaint(tx, conversation, { ticket: known.ticket, person, policy: settings.policy });
  if (asked.tellCustomer !== false) await tellNumber(tx, conversation, known.ticket, settings.policy);
  return known.ticket.id;
}

/** Its supervisors, in an order that does not change by itself. */
const leadsOf = (queue: string, { staff }: LiveSettings): AgentId[] =>
  [...staff.values()]
    .filter(({ active, role, groups }) => active && role === 'supervisor' && groups.includes(queue))
    .map(({ id }) => id)
    .sort();

/** The thread is read by the accused too: it has no line of what is hidden from somebody. */
export function lineOf(
  { ticket, hiddenFrom }: KnownTicket,
  code: 'ticket-opened' | 'ticket-solved',
  agentId: Held['person']['id'],
) {
  if (hiddenFrom.length > 0) return [];
  const because = { code, values: { number: ticket.number } };
  const what = code === 'ticket-opened' ? code : 'ticket-changed';
  return [{ conversationId: ticket.conversationId, what, agentId, because }];
}
