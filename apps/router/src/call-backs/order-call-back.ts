/** An order about a call-back: take it, give it back, move it, record a try, withdraw it. The rules say what it does. */
import type { CallBack, CallBackId } from '@trunkline/contracts';
import { refuse, type Tx } from '@trunkline/platform';
import { type Act, type CallBackOrder, type CallBackStand, changeCallBack, dueOf, may } from '@trunkline/rules';
import type { GiveOrder, Held } from '../desk/give-order.ts';
import { leaveNote } from '../desk/leave-note.ts';
import { askTheTime } from '../intake/ask-the-time.ts';
import { holdConversations, saveHeld } from '../intake/conversations.store.ts';
import { insertEvents } from '../intake/messages.store.ts';
import { conversationOf, holdCallBack, saveCallBack } from './call-backs.store.ts';
import { giveUp } from './give-up.ts';
import { tellCallBack } from './tell-call-back.ts';

/** A try in vain may leave its next time to the policy. */
export type OrderAsked =
  | Exclude<CallBackOrder, { kind: 'attempt' }>
  | { kind: 'attempt'; isReached: boolean; dueAt: string | null };
type Ordered = { by: string; id: CallBackId; order: OrderAsked; note?: string };

export function orderCallBack(desk: GiveOrder, { by, id, order, note = '' }: Ordered): Promise<CallBack> {
  const person = desk.person(by);
  return desk.postgres.transaction(async (tx) => {
    const conversationId = (await conversationOf(tx, id)) ?? refuse('not-found');
    const conversation = (await holdConversations(tx, [conversationId])).get(conversationId)!;
    const held = { conversation, person };
    const known = await demand(tx, held, { id, does: order.kind === 'take' ? 'take-call-back' : 'record-call-back' });
    const change = await judge(tx, desk, { held, known, order });
    const tried = order.kind === 'attempt' ? { by: person.id, isReached: order.isReached, note } : null;
    const now = await saveCallBack(tx, id, change.stand, tried);
    conversation.version += 1;
    await saveHeld(tx, conversation);
    await insertEvents(tx, lines(held, order));
    if (!tried && note !== '') await leaveNote(tx, held, { text: note });
    await tellCallBack(tx, conversation, { before: known, now });
    if (change.isGivenUp) await giveUp(tx, held, { callBack: now, policy: desk.settings.policy });
    return now;
  });
}

async function demand(tx: Tx, { conversation, person }: Held, { id, does }: { id: CallBackId; does: Act }) {
  const known = (await holdCallBack(tx, id)) ?? refuse('not-found');
  const { queue } = known;
  const verdict = may({ person, does, thing: { queue, hiddenFrom: conversation.hiddenFrom } });
  if (!verdict.ok) refuse(verdict.because === 'not-your-group' ? 'not-found' : verdict.because);
  return known;
}

type Judged = { held: Held; known: CallBack; order: OrderAsked };

async function judge(tx: Tx, { settings }: GiveOrder, { held, known, order }: Judged) {
  const { id, role } = held.person;
  const now = await askTheTime(tx);
  const { dueAt, orderKey, takenBy, result } = known;
  const stand: CallBackStand = { dueAt, orderKey, takenBy, tries: known.attempts.length, result };
  const next = order.kind === 'attempt' ? (order.dueAt ?? dueOf({ queue: known.queue, at: now }, settings.policy)) : '';
  if (order.kind === 'attempt' && Date.parse(next) <= Date.parse(now)) refuse('due-is-past');
  const asked = order.kind === 'attempt' ? { ...order, dueAt: next } : order;
  const leads = role === 'supervisor' || role === 'administrator';
  const change = changeCallBack({ stand, order: asked, by: id, leads, now }, settings.policy);
  if (!change.ok) refuse(change.because, { agent: (takenBy && settings.person(takenBy)?.name) ?? '' });
  return change;
}

/** Taking one and giving it back is between colleagues: the thread holds what became of the customer. */
function lines({ conversation, person }: Held, order: OrderAsked) {
  if (order.kind === 'take' || order.kind === 'give-back') return [];
  const tried = order.kind === 'attempt' && (order.isReached ? 'called-back' : 'call-back-tried');
  const what = tried || (order.kind === 'move' ? 'call-back-moved' : 'call-back-withdrawn');
  return [{ conversationId: conversation.id, what, agentId: person.id }];
}
