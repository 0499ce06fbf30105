/** The agent's orders about their wrap-up: begin it, keep what is typed, finish it. */
import type { Conversation, WrapUp, WrapUpDraft } from '@trunkline/contracts';
import { refuse, type Tx } from '@trunkline/platform';
import { missingInWrapUp, wrapUpRule } from '@trunkline/rules';
import { takeOffAlarm } from '../alarms/set-alarm.ts';
import type { GivenOrder, GiveOrder, Held } from '../desk/give-order.ts';
import { insertEvents } from '../intake/messages.store.ts';
import { beginWrapUp } from './begin-wrap-up.ts';
import { backToRouting } from './end-wrap-up-time.ts';
import { keepDraft, presentWrapUp } from './wrap-ups.store.ts';

/** Whoever had it begins it when it is over. Safe to call twice. */
export function openWrapUp(desk: GiveOrder, order: GivenOrder): Promise<Conversation> {
  return desk.order(order, async (tx, held) => {
    await begun(tx, held, desk);
  });
}

/** As it is typed: nothing is required yet. */
export function keepWrapUp(desk: GiveOrder, order: GivenOrder & { draft: WrapUpDraft }): Promise<Conversation> {
  return desk.order(order, async (tx, held) => {
    const { id, doneAt } = await begun(tx, held, desk);
    await keepDraft(tx, id, order.draft, doneAt !== null);
  });
}

/** Refused while something required is missing; then the agent is back in routing. */
export function finishWrapUp(desk: GiveOrder, order: GivenOrder & { draft: WrapUpDraft }): Promise<Conversation> {
  return desk.order(order, async (tx, held) => {
    const { id, agentId, doneAt } = await begun(tx, held, desk);
    const { label } = await presentWrapUp(tx, held.conversation.id);
    const { requires } = wrapUpRule(held.conversation.queue, desk.settings.policy);
    const missing = missingInWrapUp({ ...order.draft, label }, requires);
    if (missing.length > 0) refuse('wrap-up-incomplete', { missing: missing.join(', ') });
    await keepDraft(tx, id, order.draft, true);
    if (doneAt !== null) return;
    await backToRouting(tx, { id, agentId, because: 'done' });
    await takeOffAlarm(tx, held.conversation, { kind: 'wrap-up', aboutId: id });
    held.conversation.version += 1;
    await tx.query('UPDATE conversation SET version = $2 WHERE id = $1', [
      held.conversation.id,
      held.conversation.version,
    ]);
    const because = { code: 'wrapped-up', values: {} };
    await insertEvents(tx, [
      { conversationId: held.conversation.id, what: 'wrapped-up', agentId: held.person.id, because },
    ]);
  });
}

async function begun(tx: Tx, { conversation, person }: Held, desk: GiveOrder): Promise<WrapUp> {
  const { id, agentId, state } = conversation;
  const { wrapUp } = await presentWrapUp(tx, id);
  const isTheirs = (wrapUp?.agentId ?? agentId) === person.id;
  if (!isTheirs) {
    const holder = desk.settings.person((wrapUp?.agentId ?? agentId) as string);
    refuse('not-yours', { holder: holder?.name ?? '—' });
  }
  if (wrapUp) return wrapUp;
  if (state !== 'solved' && state !== 'closed') refuse('no-wrap-up-yet');
  await beginWrapUp(tx, conversation, { agentId: person.id, policy: desk.settings.policy });
  return (await presentWrapUp(tx, id)).wrapUp!;
}
