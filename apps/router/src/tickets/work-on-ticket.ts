/** Changes what is named of a ticket: its state, its kind and severity, whose it is. */
import type { ChangedTicket, PolicyV1, StaffV1, Ticket, TicketId } from '@trunkline/contracts';
import { refuse, type Tx, writeFacts } from '@trunkline/platform';
import { changeTicket, may } from '@trunkline/rules';
import { takeOffAlarm } from '../alarms/set-alarm.ts';
import { mustBeThrough } from '../complaints/must-be-through.ts';
import { handOver } from '../departments/hand-over.ts';
import { tellStep } from '../departments/tell-step.ts';
import { closeAfterTicket } from '../desk/close-by-silence.ts';
import type { GiveOrder } from '../desk/give-order.ts';
import { askTheTime } from '../intake/ask-the-time.ts';
import { type HeldConversation, holdConversations, saveHeld } from '../intake/conversations.store.ts';
import { insertEvents } from '../intake/messages.store.ts';
import { checkOwner } from './check-owner.ts';
import { demandComplaint } from './demand-complaint.ts';
import { lineOf } from './open-ticket.ts';
import { showTicket } from './show-ticket.ts';
import { tellTicket } from './tell-ticket.ts';
import { findTicket, type KnownTicket, type TicketNow, updateTicket } from './tickets.store.ts';

type Work = {
  by: string;
  ticketId: TicketId;
  change: ChangedTicket /** If-Match. */;
  seenVersion?: number | undefined;
};

export async function workOnTicket(desk: GiveOrder, { by, ticketId, change, seenVersion }: Work): Promise<Ticket> {
  const person = desk.person(by);
  const { ticket, queue, holderId } = await showTicket(desk, person, ticketId);
  const thing = { queue, agentId: ticket.ownerId === person.id ? person.id : holderId };
  const verdict = may({ person, does: 'change-ticket', thing });
  if (!verdict.ok) refuse(verdict.because);
  return desk.postgres.transaction(async (tx) => {
    const held = (await holdConversations(tx, [ticket.conversationId])).get(ticket.conversationId)!;
    const before = (await findTicket(tx, ticketId))!;
    if (seenVersion !== undefined && seenVersion !== before.ticket.version) refuse('edited-meanwhile');
    const now = await weigh(tx, before, { change, desk });
    return now === null ? before.ticket : store(tx, { held, person, before, now, desk });
  });
}

/** Null where nothing changes. */
async function weigh(
  tx: Tx,
  { ticket, hiddenFrom }: KnownTicket,
  { change, desk }: { change: ChangedTicket; desk: GiveOrder },
): Promise<TicketNow | null> {
  const { complaint } = ticket;
  const verdict = changeTicket(ticket, change);
  if (verdict.kind === 'refused') refuse(verdict.because, { number: ticket.number });
  const { kind = ticket.kind, severity = ticket.severity, ownerId = ticket.ownerId } = change;
  if (kind !== ticket.kind) demandComplaint({ kind, complaint, now: await askTheTime(tx) });
  if (ownerId !== null && ownerId !== ticket.ownerId) checkOwner(desk.settings, ownerId, { complaint, hiddenFrom });
  const department = change.department === undefined ? ticket.department : change.department?.trim() || null;
  const state = verdict.kind === 'goes' ? verdict.to : ticket.state;
  if (state !== ticket.state && (state === 'solved' || state === 'closed')) await mustBeThrough(tx, ticket);
  const now = { id: ticket.id, state, kind, severity, ownerId, department };
  const isSame = Object.entries(now).every(([name, value]) => ticket[name as keyof TicketNow] === value);
  return isSame ? null : now;
}

type Weighed = {
  held: HeldConversation;
  person: StaffV1;
  before: KnownTicket;
  now: TicketNow;
  desk: GiveOrder;
};

async function store(tx: Tx, { held, person, before, now, desk }: Weighed): Promise<Ticket> {
  const { state } = before.ticket;
  if (now.state === 'with-department' && state !== 'with-department') {
    const ticket = { ...before.ticket, ...now, state };
    const handing = { ticket, department: now.department!, note: '', by: person.id, policy: desk.settings.policy };
    return (await handOver(tx, held, handing)).ticket;
  }
  const after = await updateTicket(tx, now);
  held.version += 1;
  await saveHeld(tx, held);
  const isSolved = now.state === 'solved' && state !== 'solved';
  await insertEvents(tx, isSolved ? lineOf(after, 'ticket-solved', person.id) : []);
  await writeFacts(tx, [tellTicket('ticket.changed', held, after)]);
  if (isSolved) await endTicket(tx, held, { ticket: after.ticket, policy: desk.settings.policy });
  return after.ticket;
}

/** What a department still owed is not waited for any more, and the customer hears of the end. */
async function endTicket(
  tx: Tx,
  held: HeldConversation,
  { ticket, policy }: { ticket: Ticket; policy: PolicyV1 },
): Promise<void> {
  await takeOffAlarm(tx, held, { kind: 'department', aboutId: ticket.id });
  await tellStep(tx, held, { step: 'solved', number: ticket.number, policy });
  await closeAfterTicket(tx, held, policy);
}
