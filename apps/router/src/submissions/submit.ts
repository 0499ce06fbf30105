/** Hands a sensitive matter to a department, with the customer's attitude; once more with exactly what is not right. */
import {
  type ConversationId,
  type NewSubmission,
  newId,
  type Submission,
  type SubmissionId,
  type Ticket,
} from '@trunkline/contracts';
import { answerOnce, type LiveSettings, refuse, type Tx } from '@trunkline/platform';
import { isHidden, maySubmit, wordReassurance } from '@trunkline/rules';
import { handOver } from '../departments/hand-over.ts';
import type { GiveOrder } from '../desk/give-order.ts';
import { judgeOutcomes } from '../signs/judge-outcomes.ts';
import { openTicketIn } from '../tickets/open-ticket.ts';
import { findTicket, type KnownTicket } from '../tickets/tickets.store.ts';
import { holdMatter, type MatterHeld } from './hold-matter.ts';
import { addLine } from './line-of.ts';
import { type KnownMatter, readMatter } from './read-matter.ts';
import { findSubmission, insertSubmission, putHeard } from './submissions.store.ts';

type Order = { by: string; conversationId: ConversationId; asked: NewSubmission; idempotencyKey: string | null };

export async function submit(desk: GiveOrder, order: Order): Promise<Submission> {
  const { asked, by, conversationId } = order;
  const ticket = asked.ticketId === null ? undefined : await findTicket(desk.postgres, asked.ticketId);
  if (asked.ticketId !== null && !ticket) refuse('not-found');
  const given = { by, conversationId, does: 'submit', ofTicket: ticket?.ticket.conversationId } as const;
  const key = order.idempotencyKey === null ? undefined : `submit ${order.idempotencyKey}`;
  const id = await holdMatter(desk, given, (tx, held) =>
    answerOnce(tx, { person: by, key }, () => submitIn(tx, held, { asked, settings: desk.settings })),
  );
  return (await findSubmission(desk.postgres, id))!.submission;
}

type Asked = { asked: NewSubmission; settings: LiveSettings };

async function submitIn(tx: Tx, held: MatterHeld, { asked, settings }: Asked): Promise<SubmissionId> {
  const { policy } = settings;
  const { conversation, ofTicket, person } = held;
  if (conversation.state === 'closed') refuse('already-closed');
  const known = asked.ticketId === null ? null : await ticketFor(tx, asked.ticketId, held);
  const inHand = { conversationId: conversation.id, ticketId: asked.ticketId, ofTicket: ofTicket.id };
  const matter = await readMatter(tx, inHand, policy);
  const verdict = maySubmit({ ...matter, point: asked.point }, policy);
  if (verdict.kind === 'refused') {
    const { department = '', number = '' } = matter.earlier[0] ?? {};
    const text = wordReassurance({ number, language: conversation.language }, policy);
    refuse(verdict.because, { count: verdict.count, department, number, text });
  }
  await noteUnheard(tx, held, { matter, point: asked.point, policy });
  const ticket = known ?? (await openFor(tx, held, { asked, settings }));
  const id = newId<SubmissionId>();
  const { department, attitude, note, point } = asked;
  await insertSubmission(tx, {
    id,
    ticketId: ticket.ticket.id,
    conversationId: conversation.id,
    department,
    turn: verdict.turn,
    attitude,
    note,
    point,
    submittedBy: person.id,
  });
  const words = [`[${attitude}]`, note, point].filter((part) => part.trim() !== '').join('\n');
  const handing = { ticket: ticket.ticket, department, note: words, by: person.id, policy, isSilent: true };
  const handed = await handOver(tx, ofTicket, handing);
  await addLine(tx, held, { code: 'submitted-to-department', ticket: handed, values: { turn: verdict.turn } });
  return id;
}

async function ticketFor(tx: Tx, id: Ticket['id'], { conversation, person }: MatterHeld): Promise<KnownTicket> {
  const known = (await findTicket(tx, id)) ?? refuse('not-found');
  const { ticket, hiddenFrom } = known;
  if (isHidden({ complaint: ticket.complaint, hiddenFrom }, person)) refuse('not-found');
  if (ticket.customerId !== conversation.customerId) refuse('another-customer');
  if (ticket.state === 'closed') refuse('ticket-is-closed', { number: ticket.number });
  return known;
}

async function openFor(tx: Tx, { conversation, person }: MatterHeld, { asked, settings }: Asked): Promise<KnownTicket> {
  const ticket = {
    kind: 'incident',
    severity: asked.severity,
    subject: asked.subject,
    ownerId: person.id,
    department: asked.department,
    complaint: null,
  } as const;
  const id = await openTicketIn(tx, { conversation, person }, { asked: ticket, settings });
  return (await findTicket(tx, id))!;
}

type Unheard = { matter: KnownMatter; point: string; policy: LiveSettings['policy'] };

/** Whoever submits again has heard the customer: that contact ended unsatisfied, with the point as the reason. */
async function noteUnheard(tx: Tx, held: MatterHeld, { matter, point, policy }: Unheard): Promise<void> {
  const unheard = matter.earlier.filter(({ toldAt, satisfied }) => toldAt !== null && satisfied === null);
  if (unheard.length === 0) return;
  const { conversation, person } = held;
  await putHeard(
    tx,
    unheard.map(({ id }) => id),
    false,
    point,
  );
  const how = { satisfied: false, because: 'said', reason: point, personId: person.id } as const;
  const isOpen = conversation.state !== 'solved';
  await judgeOutcomes(tx, [{ held: conversation, ...how, isOpen }], policy);
}
