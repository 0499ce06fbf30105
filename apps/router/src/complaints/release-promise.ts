/** The supervisor releases one promise of a time for a complaint: it becomes a clock, and the customer is told. */
import type { PolicyV1, StaffV1 } from '@trunkline/contracts';
import { refuse, type Tx, writeFacts } from '@trunkline/platform';
import { wordPromise } from '@trunkline/rules';
import { askTheTime } from '../intake/ask-the-time.ts';
import { type HeldConversation, saveHeld } from '../intake/conversations.store.ts';
import { insertEvents } from '../intake/messages.store.ts';
import { tellTicket } from '../tickets/tell-ticket.ts';
import { findTicket } from '../tickets/tickets.store.ts';
import { sendToCustomer } from '../to-customer/send-to-customer.ts';
import { complaintsOf, putPromise } from './complaints.store.ts';

type Released = { until: string; by: Pick<StaffV1, 'id'>; policy: PolicyV1 };

export async function releasePromise(tx: Tx, held: HeldConversation, { until, by, policy }: Released): Promise<void> {
  const open = await complaintsOf(tx, held.id, { isOpenOnly: true });
  const forbidden = open.filter(({ kind }) => policy.complaints.promises[kind] === 'none');
  const complaint = forbidden.find(({ promise }) => promise === null);
  if (!complaint) {
    const had = forbidden[0] ?? refuse('nothing-to-promise');
    refuse('promise-released-already', { number: had.number, until: had.promise!.until });
  }
  const now = await askTheTime(tx);
  if (Date.parse(until) <= Date.parse(now)) refuse('promise-lies-behind');
  const { ticketId, number } = complaint;
  const tz = zoneOf(held, policy);
  const text = wordPromise({ number, until, now, tz, language: held.language }, policy);
  await putPromise(tx, { ticketId, until, by: by.id, text });
  held.version += 1;
  await saveHeld(tx, held);
  const because = { code: 'promise-released', values: { number, until } };
  await insertEvents(tx, [{ conversationId: held.id, what: 'promise-released', agentId: by.id, because }]);
  const known = (await findTicket(tx, ticketId))!;
  const fact = tellTicket('ticket.changed', held, known);
  await writeFacts(tx, [{ ...fact, data: { ...fact.data, promised: { at: now, until } } } as typeof fact]);
  if (text.trim() === '' || held.automatic !== null || held.address === '') return;
  held.version += 1;
  await sendToCustomer(tx, held, { kind: 'notice', spokenBy: 'desk', author: null, text });
}

/** That of the hours in which the desk serves them. */
function zoneOf({ standard, queue }: HeldConversation, policy: PolicyV1): string {
  const calendar = policy.time.channelCalendars[standard] ?? policy.queues.find(({ code }) => code === queue)?.calendar;
  return policy.calendars[calendar ?? '']?.tz ?? 'UTC';
}
