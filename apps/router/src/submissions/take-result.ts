/** The department has answered: its result is held for the customer until somebody has told it. */
import type { AgentId, Submission, SubmissionId, TicketId } from '@trunkline/contracts';
import { refuse, type Tx, writeFacts } from '@trunkline/platform';
import { takeOffAlarm } from '../alarms/set-alarm.ts';
import { lastHandOver, putAnswer } from '../departments/hand-overs.store.ts';
import type { GiveOrder } from '../desk/give-order.ts';
import { tellTicket } from '../tickets/tell-ticket.ts';
import { findTicket, updateTicket } from '../tickets/tickets.store.ts';
import { holdMatter, type MatterHeld } from './hold-matter.ts';
import { addLine } from './line-of.ts';
import { showSubmission } from './show-submissions.ts';
import { findSubmission, openUnder, putResult } from './submissions.store.ts';

type Order = { by: string; id: SubmissionId; result: string };

/** The same person's repeat is the same result; another's is told who was first. */
export async function recordResult(desk: GiveOrder, { by, id, result }: Order): Promise<Submission> {
  const { heldIn } = await showSubmission(desk, by, id);
  await holdMatter(desk, { by, does: 'record-result', conversationId: heldIn }, async (tx, held) => {
    if (await putResult(tx, { id, result, by: held.person.id })) {
      await endHandOver(tx, held, { id, result });
      return tellResult(tx, held, id);
    }
    const { submission } = (await findSubmission(tx, id))!;
    if (submission.resultBy === held.person.id && submission.result === result) return;
    refuse('result-recorded-already', { agent: nameOf(desk, submission.resultBy) });
  });
  return (await findSubmission(desk.postgres, id))!.submission;
}

/** Written down for the department: it owes nothing any more. */
async function endHandOver(
  tx: Tx,
  { ofTicket, person }: MatterHeld,
  { id, result }: Pick<Order, 'id' | 'result'>,
): Promise<void> {
  const { ticketId } = (await findSubmission(tx, id))!.submission;
  const last = await lastHandOver(tx, ticketId);
  if (!last || last.isAnswered) return;
  await putAnswer(tx, last.id, { text: result, attachments: [], by: person.id, from: null, receiptId: null });
  await takeOffAlarm(tx, ofTicket, { kind: 'department', aboutId: ticketId });
}

type Answer = { ticketId: TicketId; text: string; by: AgentId | null };

/** For whoever takes a department's answer in: true where the ticket was submitted and waited for it. */
export async function takeResult(tx: Tx, held: Pick<MatterHeld, 'ofTicket'>, answer: Answer): Promise<boolean> {
  const id = await openUnder(tx, answer.ticketId);
  if (!id || !(await putResult(tx, { id, result: answer.text, by: answer.by }))) return false;
  const person = answer.by === null ? null : { id: answer.by };
  await tellResult(tx, { ...held, person }, id);
  return true;
}

type Told = Pick<MatterHeld, 'ofTicket'> & { person: { id: AgentId } | null };

/** The ticket is the desk's again: the customer is to be told. */
async function tellResult(tx: Tx, { ofTicket, person }: Told, id: SubmissionId): Promise<void> {
  const { submission } = (await findSubmission(tx, id))!;
  const { ticket } = (await findTicket(tx, submission.ticketId))!;
  const back = await updateTicket(tx, { ...ticket, state: ticket.state === 'with-department' ? 'open' : ticket.state });
  await addLine(tx, { conversation: ofTicket, person }, { code: 'result-arrived', ticket: back });
  await writeFacts(tx, [tellTicket('ticket.changed', ofTicket, back)]);
}

export const nameOf = (desk: GiveOrder, id: AgentId | null): string =>
  (id === null ? undefined : desk.settings.person(id)?.name) ?? '—';
