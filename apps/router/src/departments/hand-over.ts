/** Hands a ticket to a department: by its mailbox or to its members, under its own limit; the customer hears of it. */
import { type AgentId, type HandOverId, type MessageId, newId, type PolicyV1 } from '@trunkline/contracts';
import { refuse, type Tx, writeFacts } from '@trunkline/platform';
import { departmentDue, wordHandOver } from '@trunkline/rules';
import { setAlarm } from '../alarms/set-alarm.ts';
import { askTheTime } from '../intake/ask-the-time.ts';
import { type HeldConversation, saveHeld } from '../intake/conversations.store.ts';
import { insertEvents } from '../intake/messages.store.ts';
import { tellTicket } from '../tickets/tell-ticket.ts';
import { findTicket, type KnownTicket, updateTicket } from '../tickets/tickets.store.ts';
import { insertHandOver, lastHandOver } from './hand-overs.store.ts';
import { noteTo } from './note-to.ts';
import { tellStep } from './tell-step.ts';

export type Handing = {
  ticket: KnownTicket['ticket'];
  /** A code of the policy; where it names none, any name: somebody asks them by hand. */
  department: string;
  note: string;
  by: AgentId;
  policy: PolicyV1;
  /** Where another procedure says it, to the customer and in the thread. */
  isSilent?: boolean;
};

/** The caller holds the conversation. One that has it and has not answered is not asked twice. */
export async function handOver(tx: Tx, held: HeldConversation, handing: Handing): Promise<KnownTicket> {
  const { ticket, note, by, policy, isSilent = false } = handing;
  const code = handing.department;
  const department = policy.departments.find((one) => one.code === code);
  if (!department && policy.departments.length > 0) refuse('no-such-department', { department: code });
  if (ticket.state === 'closed') refuse('ticket-is-closed', { number: ticket.number });
  const last = await lastHandOver(tx, ticket.id);
  if (last && !last.isAnswered && ticket.state === 'with-department' && last.department === code)
    refuse('department-has-it', { department: nameOf(code, held.language, policy), number: ticket.number });
  const now = await askTheTime(tx);
  const id = newId<HandOverId>();
  const dueAt = department ? departmentDue(department, policy, now) : null;
  const isMailed = department?.email != null;
  const called = department?.name ?? null;
  await insertHandOver(tx, { id, ticketId: ticket.id, department: code, name: called, note, by, dueAt, isMailed });
  const { kind, severity, ownerId } = ticket;
  await updateTicket(tx, { id: ticket.id, state: 'with-department', kind, severity, ownerId, department: code });
  const handed = (await findTicket(tx, ticket.id))!;
  held.version += 1;
  await saveHeld(tx, held);
  const name = nameOf(code, policy.desk.defaultLanguage, policy);
  const because = { code: 'handed-to-department', values: { number: ticket.number, department: name } };
  if (!isSilent) await insertEvents(tx, [{ conversationId: held.id, what: 'ticket-changed', agentId: by, because }]);
  if (dueAt) await setAlarm(tx, held, { kind: 'department', aboutId: ticket.id, dueAt, escalates: true });
  await writeFacts(tx, [tellTicket('ticket.changed', held, handed)]);
  if (department?.email && dueAt) {
    const { subject, text } = wordHandOver(
      { department, number: ticket.number, subject: ticket.subject, note, dueAt, now },
      policy,
    );
    const messageId = newId<MessageId>();
    await noteTo(tx, held, { id: messageId, by, text, deliveryState: 'queued' });
    const asked = { handOverId: id, ticketId: ticket.id, conversationId: held.id, messageId };
    const data = { ...asked, to: department.email, name, subject: subject.slice(0, 300), text };
    await writeFacts(tx, [{ type: 'department.asked', key: held.id, data }]);
  }
  if (!isSilent) await tellStep(tx, held, { step: 'handed-over', number: ticket.number, policy });
  return handed;
}

/** As the policy names it, else as it was written. */
export function nameOf(code: string, language: string, policy: PolicyV1): string {
  const named = policy.departments.find((one) => one.code === code)?.name;
  return named?.[language === 'zh' ? 'zh' : 'en'] ?? code;
}
