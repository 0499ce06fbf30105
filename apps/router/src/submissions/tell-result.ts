/** The customer was told the result: once, by whoever is first; from then on it stands nowhere as untold. */
import type { ConversationId, ResultHeard, Submission, SubmissionId } from '@trunkline/contracts';
import { refuse, writeFacts } from '@trunkline/platform';
import { settleCallBacks } from '../call-backs/settle-call-backs.ts';
import type { GiveOrder } from '../desk/give-order.ts';
import { noteOutcome } from '../signs/say-outcome.ts';
import { tellTicket } from '../tickets/tell-ticket.ts';
import { findTicket, updateTicket } from '../tickets/tickets.store.ts';
import { holdMatter, type MatterHeld } from './hold-matter.ts';
import { addLine } from './line-of.ts';
import { showSubmission } from './show-submissions.ts';
import { findSubmission, putHeard, putTold } from './submissions.store.ts';
import { nameOf } from './take-result.ts';

type Order = { by: string; id: SubmissionId; conversationId: ConversationId };

export async function tellResult(desk: GiveOrder, { by, id, conversationId }: Order): Promise<Submission> {
  const { heldIn } = await showSubmission(desk, by, id);
  const given = { by, does: 'tell-result', conversationId, ofTicket: heldIn } as const;
  await holdMatter(desk, given, async (tx, held) => {
    const { submission } = (await findSubmission(tx, id))!;
    if (submission.resultAt === null) refuse('result-missing');
    await sameCustomer(held);
    if (!(await putTold(tx, { id, by: held.person.id, conversationId }))) {
      if (submission.toldBy === held.person.id) return;
      refuse('result-told-already', { agent: nameOf(desk, submission.toldBy) });
    }
    if (submission.callBackId !== null) await settleCallBacks(tx, { id: submission.callBackId });
    const { ticket } = (await findTicket(tx, submission.ticketId))!;
    const told = await updateTicket(tx, ticket);
    await addLine(tx, held, { code: 'result-told', ticket: told });
    await writeFacts(tx, [tellTicket('ticket.changed', held.ofTicket, told)]);
  });
  return (await findSubmission(desk.postgres, id))!.submission;
}

/** A satisfied end begins anew; an unsatisfied one says with exactly what, which is the point of the next. */
export async function hearCustomer(
  desk: GiveOrder,
  { by, id, said }: { by: string; id: SubmissionId; said: ResultHeard },
): Promise<Submission> {
  const { heldIn } = await showSubmission(desk, by, id);
  const given = { by, does: 'tell-result', conversationId: said.conversationId, ofTicket: heldIn } as const;
  await holdMatter(desk, given, async (tx, held) => {
    const { submission } = (await findSubmission(tx, id))!;
    await sameCustomer(held);
    if (submission.toldAt === null) refuse('result-not-told');
    if (submission.satisfied !== null) {
      if (submission.satisfied === said.satisfied) return;
      refuse('heard-already');
    }
    const { satisfied, point } = said;
    await putHeard(tx, [id], satisfied, satisfied ? null : point);
    await noteOutcome(tx, held, { said: { satisfied, reason: point }, policy: desk.settings.policy });
  });
  return (await findSubmission(desk.postgres, id))!.submission;
}

async function sameCustomer({ conversation, ofTicket }: MatterHeld): Promise<void> {
  if (conversation.customerId !== ofTicket.customerId) refuse('another-customer');
}
