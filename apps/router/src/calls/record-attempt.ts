/** Somebody called back: reached, or not; after the third in vain it is done, and that is its result. */
import type { CallBack, CallBackId, NewAttempt } from '@trunkline/contracts';
import { refuse } from '@trunkline/platform';
import { may } from '@trunkline/rules';
import type { GiveOrder } from '../desk/give-order.ts';
import { insertEvents } from '../intake/messages.store.ts';
import { addAttempt, hiddenFromOf, holdCallBack } from './call-backs.store.ts';

type Attempted = { by: string; id: CallBackId; said: NewAttempt };

export function recordAttempt(desk: GiveOrder, { by, id, said }: Attempted): Promise<CallBack> {
  const person = desk.person(by);
  return desk.postgres.transaction(async (tx) => {
    const known = (await holdCallBack(tx, id)) ?? refuse('not-found');
    const verdict = may({
      person,
      does: 'record-call-back',
      thing: { queue: known.queue, hiddenFrom: await hiddenFromOf(tx, id) },
    });
    if (!verdict.ok) refuse(verdict.because === 'not-your-group' ? 'not-found' : verdict.because);
    if (known.result !== null) refuse('call-backs-used-up');
    const isLast = known.attempts.length + 1 >= desk.settings.policy.callBacks.attempts;
    const result = said.isReached ? 'reached' : isLast ? 'not-reached' : null;
    await addAttempt(tx, { id, by: person.id, ...said, result });
    const what = said.isReached ? 'called-back' : 'call-back-tried';
    await insertEvents(tx, [{ conversationId: known.conversationId, what, agentId: person.id }]);
    return (await holdCallBack(tx, id))!;
  });
}
