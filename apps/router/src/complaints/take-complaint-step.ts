/** Takes the next step of a complaint: kept with who, when and in which words; two of them reach the customer. */
import type { ComplaintStand, NewComplaintStep, TicketId } from '@trunkline/contracts';
import { answerOnce, type LiveSettings, refuse, type Tx } from '@trunkline/platform';
import { isComplaint, takeStep } from '@trunkline/rules';
import type { GiveOrder } from '../desk/give-order.ts';
import { answerIn } from '../desk/reply.ts';
import { askTheTime } from '../intake/ask-the-time.ts';
import { findTicket, updateTicket } from '../tickets/tickets.store.ts';
import { type HeldComplaint, holdComplaint } from './hold-complaint.ts';
import { refusePromises } from './hold-promise.ts';
import { keepStep } from './keep-step.ts';

type Order = { by: string; ticketId: TicketId; asked: NewComplaintStep; idempotencyKey: string | null };

export function takeComplaintStep(desk: GiveOrder, order: Order): Promise<ComplaintStand> {
  const { by, ticketId, asked, idempotencyKey } = order;
  const key = idempotencyKey === null ? undefined : `step ${idempotencyKey}`;
  return holdComplaint(desk, { by, ticketId }, (tx, held) =>
    answerOnce(tx, { person: by, key }, async () => {
      await take(tx, held, { asked, settings: desk.settings });
      return true;
    }),
  );
}

type Asked = { asked: NewComplaintStep; settings: LiveSettings };

async function take(tx: Tx, held: HeldComplaint, { asked, settings }: Asked): Promise<void> {
  const { ticketId, number, steps, content } = held.complaint;
  const { ticket } = (await findTicket(tx, ticketId))!;
  if (!isComplaint(ticket.kind)) refuse('not-a-complaint', { number });
  if (ticket.state === 'closed') refuse('ticket-is-closed', { number });
  const weighed = takeStep({ taken: steps, asked, content, now: await askTheTime(tx) });
  if (weighed.kind === 'refused') refuse(weighed.because, { first: weighed.first ?? '' });
  if (asked.step === 'first-contact' || asked.step === 'answer') await send(tx, held, { asked, settings });
  if (asked.step === 'classify' && asked.severity !== ticket.severity) {
    const { id, state, kind, ownerId, department } = ticket;
    await updateTicket(tx, { id, state, kind, ownerId, department, severity: asked.severity! });
  }
  await keepStep(tx, held, asked);
}

async function send(tx: Tx, held: HeldComplaint, { asked, settings }: Asked): Promise<void> {
  const { conversation, person } = held;
  await refusePromises(tx, conversation, { text: asked.text, policy: settings.policy });
  await answerIn(tx, conversation, { message: { text: asked.text, kind: 'reply' }, person, settings });
}
