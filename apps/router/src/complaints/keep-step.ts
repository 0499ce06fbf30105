/** Keeps a step that was taken: with who, when and in which words; the first contact is due no more, and it is told. */
import type { NewComplaintStep } from '@trunkline/contracts';
import { type Tx, writeFacts } from '@trunkline/platform';
import { takeOffAlarm } from '../alarms/set-alarm.ts';
import { saveHeld } from '../intake/conversations.store.ts';
import { insertEvents } from '../intake/messages.store.ts';
import { tellTicket } from '../tickets/tell-ticket.ts';
import { findTicket } from '../tickets/tickets.store.ts';
import { endContact, insertSteps } from './complaints.store.ts';
import type { HeldComplaint } from './hold-complaint.ts';

type Taker = Pick<HeldComplaint, 'complaint' | 'conversation'> & { person: Pick<HeldComplaint['person'], 'id'> };

export async function keepStep(
  tx: Tx,
  { complaint, conversation, person }: Taker,
  asked: NewComplaintStep,
): Promise<void> {
  const { ticketId, number, hiddenFrom } = complaint;
  if (asked.step === 'first-contact') {
    await endContact(tx, ticketId);
    await takeOffAlarm(tx, conversation, { kind: 'complaint-contact', aboutId: ticketId });
  }
  await insertSteps(tx, { ticketId, steps: [asked], by: person.id });
  conversation.version += 1;
  await saveHeld(tx, conversation);
  // the thread of what is hidden from somebody has no line of it: they may have read it before
  if (hiddenFrom.length === 0) {
    const because = { code: `step-complaint-${asked.step}`, values: { number } };
    await insertEvents(tx, [{ conversationId: conversation.id, what: 'complaint-step', agentId: person.id, because }]);
  }
  await writeFacts(tx, [tellTicket('ticket.changed', conversation, (await findTicket(tx, ticketId))!)]);
}
