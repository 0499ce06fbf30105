/** Carries out one thing that follows from a change of a call. */
import type { CallFollows } from '@trunkline/rules';
import { settleCallBacks } from '../call-backs/settle-call-backs.ts';
import { wrapUpUnasked } from '../closing/begin-wrap-up.ts';
import { endConversation } from '../desk/end-conversation.ts';
import { insertEvents } from '../intake/messages.store.ts';
import { answerCall } from './answer-call.ts';
import type { AtCall } from './at-call.ts';
import { oweCallBack } from './owe-call-back.ts';

export async function carryOut(at: AtCall, follows: CallFollows): Promise<void> {
  const { tx, call } = at;
  if (follows.kind === 'is-answered') return answerCall(at);
  if (follows.kind === 'was-answered-after-all') return settleCallBacks(tx, { callId: call.id });
  if (follows.kind === 'is-over') {
    await line(at, 'call-ended');
    return letGo(at, 'call-taken');
  }
  if (follows.kind !== 'is-called-back') return;
  const { because, alertsSupervisor } = follows;
  await line(at, because);
  await oweCallBack(at, { because, alertsSupervisor });
  await letGo(at, because === 'call-missed' ? 'call-missed' : 'call-taken');
}

const line = ({ tx, conversation, call }: AtCall, what: string) =>
  insertEvents(tx, [{ conversationId: conversation.id, what, agentId: call.agentId }]);

/** Nobody is on the line any more: whom it was to ring for is free again. Who spoke still has to say how it ended. */
async function letGo({ tx, conversation, settings }: AtCall, because: 'call-missed' | 'call-taken'): Promise<void> {
  const isOpen = conversation.state !== 'solved' && conversation.state !== 'closed';
  const isHeld = conversation.state === 'assigned' || conversation.state === 'with-customer';
  if (isHeld && because === 'call-taken') return wrapUpUnasked(tx, conversation, settings.policy);
  if (!isOpen) return;
  await endConversation(tx, { conversation, person: null }, { state: 'solved', because });
}
