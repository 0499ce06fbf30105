/** Somebody has asked the customer, or could not reach them: what they said is the outcome of the matter. */
import type { FollowUp, FollowUpId, FollowUpResult } from '@trunkline/contracts';
import { refuse, type Tx, writeFacts } from '@trunkline/platform';
import { may } from '@trunkline/rules';
import { planCallBack } from '../call-backs/plan-call-back.ts';
import type { GiveOrder, Held } from '../desk/give-order.ts';
import { saveHeld } from '../intake/conversations.store.ts';
import { headOf } from '../intake/head-of.ts';
import { insertEvents } from '../intake/messages.store.ts';
import { noteOutcome } from '../signs/say-outcome.ts';
import { findFollowUp, finishFollowUp } from './follow-ups.store.ts';

type Recorded = { by: string; followUpId: FollowUpId; said: FollowUpResult };

export async function recordFollowUp(desk: GiveOrder, { by, followUpId, said }: Recorded): Promise<FollowUp> {
  const { followUp, holderId, hiddenFrom } = (await findFollowUp(desk.postgres, followUpId)) ?? refuse('not-found');
  const { conversationId, queue, dueAt } = followUp;
  // what one may not see is not there
  const thing = { queue, agentId: holderId, hiddenFrom };
  if (!may({ person: desk.person(by), does: 'see-follow-up', thing }).ok) refuse('not-found');
  if (said.result === 'unsatisfied' && said.note === '') refuse('say-with-what');
  await desk.held({ by, conversationId, does: 'record-follow-up' }, async (tx, held) => {
    if (!(await finishFollowUp(tx, { id: followUpId, by: held.person.id, said }))) refuse('decided-already');
    await tell(tx, held, { said, followUpId, dueAt });
    const { policy } = desk.settings;
    // tried again as any other call-back: three times, then by another channel, and the supervisor knows
    if (said.result === 'not-reached') await planCallBack(tx, held.conversation, { reason: 'follow-up-due', policy });
    else await noteOutcome(tx, held, { said: outcomeOf(said), policy });
  });
  return (await findFollowUp(desk.postgres, followUpId))!.followUp;
}

const outcomeOf = ({ result, note }: FollowUpResult) => ({ satisfied: result === 'satisfied', reason: note });

type Told = { said: FollowUpResult; followUpId: FollowUpId; dueAt: string };

async function tell(tx: Tx, { conversation, person }: Held, { said, followUpId, dueAt }: Told): Promise<void> {
  conversation.version += 1;
  await saveHeld(tx, conversation);
  const because = { code: `follow-up-${said.result}`, values: {} };
  await insertEvents(tx, [{ conversationId: conversation.id, what: 'follow-up-done', agentId: person.id, because }]);
  const data = { ...headOf(conversation), followUpId, dueAt, by: person.id, result: said.result };
  await writeFacts(tx, [{ type: 'follow-up.done', key: conversation.id, data }]);
}
