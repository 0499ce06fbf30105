/** A complaint is recorded: its first contact is due, and an earlier one about the same matter is looked up. */
import type { PolicyV1, StaffV1, Ticket } from '@trunkline/contracts';
import type { Tx } from '@trunkline/platform';
import { chooseLimit, isComplaint, whichEarlier } from '@trunkline/rules';
import { setAlarm } from '../alarms/set-alarm.ts';
import { openConsult } from '../consults/open-consult.ts';
import type { HeldConversation } from '../intake/conversations.store.ts';
import { readTies } from '../signs/outcomes.store.ts';
import { topicOf } from '../transfers/transfers.store.ts';
import { earlierOf, findComplaint, insertComplaint, insertSteps } from './complaints.store.ts';

type Begun = { ticket: Ticket; person: Pick<StaffV1, 'id'>; policy: PolicyV1 };

export async function beginComplaint(tx: Tx, held: HeldConversation, { ticket, person, policy }: Begun): Promise<void> {
  if (!isComplaint(ticket.kind)) return;
  const earlierId = ticket.kind === 'complaint-event' ? await lookUp(tx, held, { ticket, policy }) : null;
  const contactDueAt = await contactDue(tx, held, { ticket, policy });
  await insertComplaint(tx, { ticketId: ticket.id, contactDueAt, earlierId });
  const steps = (['receive', 'record'] as const).map((step) => ({ step, text: '' }));
  await insertSteps(tx, { ticketId: ticket.id, steps, by: null });
  if (contactDueAt) {
    await setAlarm(tx, held, {
      kind: 'complaint-contact',
      aboutId: ticket.id,
      dueAt: contactDueAt,
      escalates: true,
    });
  }
  if (ticket.kind === 'complaint-event') await askWhereUnknown(tx, held, { ticket, person });
}

/** By the limit of its kind for a first response, in open time: that of the channel was for the first word, and is past. */
async function contactDue(tx: Tx, held: HeldConversation, { ticket, policy }: Omit<Begun, 'person'>) {
  const { topic, label } = await topicOf(tx, held.id);
  const { standard, queue, account } = held;
  const matter = { standard, queue, account, topic, label, kinds: [ticket.kind], urgency: ticket.severity, tiers: [] };
  const chosen = chooseLimit({ clock: 'first-response', matter, startedAt: Date.parse(ticket.openedAt) }, policy);
  if (chosen.kind !== 'limit') return null;
  const ofKind = policy.time.limits.filter(({ when }) => when.kind === ticket.kind).map(({ code }) => code);
  const own = [chosen, ...chosen.others].find(({ limit }) => ofKind.includes(limit));
  return own ? new Date(own.dueAt).toISOString() : null;
}

async function lookUp(tx: Tx, held: HeldConversation, { ticket, policy }: Omit<Begun, 'person'>) {
  const earlier = await earlierOf(tx, { ticketId: ticket.id });
  const text = `${ticket.subject}\n${ticket.complaint?.content ?? ''}`;
  const mine = { conversationId: held.id, text, label: ticket.kind, at: ticket.openedAt };
  return whichEarlier(mine, earlier, { ties: await readTies(tx, held.id), policy })?.ticketId ?? null;
}

/** None, or nothing known of it: the supervisor says what to answer. */
async function askWhereUnknown(
  tx: Tx,
  held: HeldConversation,
  { ticket, person }: Pick<Begun, 'ticket' | 'person'>,
): Promise<void> {
  if (held.state === 'solved' || held.state === 'closed' || held.state === 'bot') return;
  const { earlier, content } = (await findComplaint(tx, ticket.id))!;
  if (earlier && earlier.standing !== 'none') return;
  const because = { code: 'no-earlier-found', values: { number: ticket.number } };
  await openConsult(tx, held, { kind: 'event-complaint', wanted: content, because, by: person });
}
