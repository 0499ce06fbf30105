/** The supervisor says how the result reaches the customer: by a call-back, or held for their next contact. */
import type { NewDelivery, Submission, SubmissionId } from '@trunkline/contracts';
import { refuse } from '@trunkline/platform';
import { planCallBack } from '../call-backs/plan-call-back.ts';
import { settleCallBacks } from '../call-backs/settle-call-backs.ts';
import type { GiveOrder } from '../desk/give-order.ts';
import { findTicket } from '../tickets/tickets.store.ts';
import { holdMatter } from './hold-matter.ts';
import { addLine } from './line-of.ts';
import { showSubmission } from './show-submissions.ts';
import { findSubmission, putDelivery } from './submissions.store.ts';
import { nameOf } from './take-result.ts';

type Order = { by: string; id: SubmissionId; asked: NewDelivery };

/** Said again, the last word counts: a call-back that is not wanted any more is settled. */
export async function deliverResult(desk: GiveOrder, { by, id, asked }: Order): Promise<Submission> {
  const { heldIn } = await showSubmission(desk, by, id);
  await holdMatter(desk, { by, does: 'deliver-result', conversationId: heldIn }, async (tx, held) => {
    const { submission } = (await findSubmission(tx, id))!;
    if (submission.resultAt === null) refuse('result-missing');
    if (submission.toldAt !== null) refuse('result-told-already', { agent: nameOf(desk, submission.toldBy) });
    const { how, dueAt } = asked;
    if (submission.delivery === how && dueAt === null) return;
    if (submission.callBackId !== null) await settleCallBacks(tx, { id: submission.callBackId });
    const plan = { reason: 'department-result', dueAt, policy: desk.settings.policy };
    const callBack = how === 'call-back' ? await planCallBack(tx, held.conversation, plan) : undefined;
    await putDelivery(tx, { id, how, by: held.person.id, callBackId: callBack?.id ?? null });
    const ticket = (await findTicket(tx, submission.ticketId))!;
    await addLine(tx, held, { code: how === 'held' ? 'result-held' : 'result-by-call-back', ticket });
  });
  return (await findSubmission(desk.postgres, id))!.submission;
}
