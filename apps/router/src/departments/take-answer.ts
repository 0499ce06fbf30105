/** A department has answered: the ticket is the desk's again, its limit is over, and who works on it reads the answer. */
import type { PolicyV1 } from '@trunkline/contracts';
import { type Tx, writeFacts } from '@trunkline/platform';
import { takeOffAlarm } from '../alarms/set-alarm.ts';
import { type HeldConversation, saveHeld } from '../intake/conversations.store.ts';
import { insertEvents } from '../intake/messages.store.ts';
import { takeResult } from '../submissions/take-result.ts';
import { tellTicket } from '../tickets/tell-ticket.ts';
import { findTicket, type KnownTicket, updateTicket } from '../tickets/tickets.store.ts';
import { nameOf } from './hand-over.ts';
import { type Answer, type KnownHandOver, putAnswer } from './hand-overs.store.ts';
import { noteTo } from './note-to.ts';
import { tellStep } from './tell-step.ts';

type Answered = { handOver: KnownHandOver; answer: Answer; policy: PolicyV1 };

/** False where it was answered before: that answer stands, and this one is only noted. The caller holds the conversation. */
export async function takeAnswer(
  tx: Tx,
  held: HeldConversation,
  { handOver, answer, policy }: Answered,
): Promise<boolean> {
  const isFirst = await putAnswer(tx, handOver.id, answer);
  const { ticket } = (await findTicket(tx, handOver.ticketId))!;
  held.version += 1;
  await saveHeld(tx, held);
  const name = nameOf(handOver.department, policy.desk.defaultLanguage, policy);
  const { text, attachments, by } = answer;
  const receiptId = isFirst ? null : answer.receiptId;
  await noteTo(tx, held, { by, text: `${name} · ${ticket.number}\n${text}`, attachments, receiptId });
  if (!isFirst) return false;
  await takeOffAlarm(tx, held, { kind: 'department', aboutId: ticket.id });
  const because = { code: 'department-answered', values: { number: ticket.number, department: name } };
  await insertEvents(tx, [{ conversationId: held.id, what: 'ticket-changed', agentId: by, because }]);
  // what was submitted has a procedure of its own, by which the customer hears of it
  if (await takeResult(tx, { ofTicket: held }, { ticketId: ticket.id, text, by })) return true;
  const back = await isBack(tx, ticket);
  await writeFacts(tx, [tellTicket('ticket.changed', held, back)]);
  await tellStep(tx, held, { step: 'answered', number: ticket.number, policy });
  return true;
}

async function isBack(tx: Tx, ticket: KnownTicket['ticket']): Promise<KnownTicket> {
  const { id, kind, severity, ownerId, department } = ticket;
  const state = ticket.state === 'with-department' ? 'open' : ticket.state;
  await updateTicket(tx, { id, kind, severity, ownerId, department, state });
  return (await findTicket(tx, id))!;
}
