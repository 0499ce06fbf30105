/** A supervisor says what to do: the first answer counts, and stands in the conversation as an instruction. */
import type { Consult, ConsultAnswer, ConsultId } from '@trunkline/contracts';
import { refuse, type Tx, writeFacts } from '@trunkline/platform';
import { planCallBack } from '../call-backs/plan-call-back.ts';
import { releasePromise } from '../complaints/release-promise.ts';
import type { GiveOrder, Held } from '../desk/give-order.ts';
import { leaveNote } from '../desk/leave-note.ts';
import { saveHeld } from '../intake/conversations.store.ts';
import { headOf } from '../intake/head-of.ts';
import { insertEvents } from '../intake/messages.store.ts';
import { findConsult, storeAnswer } from './consults.store.ts';

type Answering = { by: string; id: ConsultId; answer: ConsultAnswer };

export async function answerConsult(desk: GiveOrder, { by, id, answer }: Answering): Promise<Consult> {
  const { conversationId } = (await findConsult(desk.postgres, id)) ?? refuse('not-found');
  return desk.held({ by, conversationId, does: 'answer-consult' }, async (tx, held) => {
    if (!(await storeAnswer(tx, { id, by: held.person.id, answer }))) return refuseLate(tx, id, desk);
    const consult = (await findConsult(tx, id))!;
    await instruct(tx, held, consult);
    if (answer.promiseUntil) {
      const release = { until: answer.promiseUntil, by: held.person, policy: desk.settings.policy };
      await releasePromise(tx, held.conversation, release);
    }
    if (answer.callBackAt) {
      const plan = { reason: 'call-back-arranged', policy: desk.settings.policy, dueAt: answer.callBackAt };
      await planCallBack(tx, held.conversation, plan);
    }
    return consult;
  });
}

async function refuseLate(tx: Tx, id: ConsultId, desk: GiveOrder): Promise<never> {
  const { answeredBy, answeredAt } = (await findConsult(tx, id))!;
  if (answeredBy === null) refuse('consult-is-over');
  const agent = desk.settings.person(answeredBy)?.name ?? answeredBy;
  return refuse('answered-already', { agent, at: answeredAt! });
}

/** As a note: whoever has the conversation reads it where they work, the customer never does. */
async function instruct(tx: Tx, held: Held, { id, kind, instruction }: Consult): Promise<void> {
  const { conversation, person } = held;
  conversation.version += 1;
  await saveHeld(tx, conversation);
  const because = { code: 'consult-answered', values: {} };
  await insertEvents(tx, [{ conversationId: conversation.id, what: 'consult-answered', agentId: person.id, because }]);
  await leaveNote(tx, held, { text: instruction! });
  const data = { ...headOf(conversation), consultId: id, kind, by: null, answeredBy: person.id };
  await writeFacts(tx, [{ type: 'consult.answered', key: conversation.id, data }]);
}
