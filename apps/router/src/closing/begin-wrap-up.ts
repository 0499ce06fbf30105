/** Begins a wrap-up: whoever had the conversation is out of routing for it, if they were in (A46). */
import { type AgentId, newId, type PolicyV1, type WrapUpId } from '@trunkline/contracts';
import type { Tx } from '@trunkline/platform';
import { wrapUpRule } from '@trunkline/rules';
import { setAlarm } from '../alarms/set-alarm.ts';
import type { HeldConversation } from '../intake/conversations.store.ts';
import { holdStanding, putPresence } from './routing-presence.ts';
import { insertWrapUp } from './wrap-ups.store.ts';

/** Where the queue wants it unasked, and somebody had it. The caller holds the conversation. */
export async function wrapUpUnasked(tx: Tx, held: HeldConversation, policy: PolicyV1): Promise<void> {
  const isHeld = held.state === 'assigned' || held.state === 'with-customer';
  if (!isHeld || held.agentId === null || !wrapUpRule(held.queue, policy).isUnasked) return;
  await beginWrapUp(tx, held, { agentId: held.agentId, policy });
}

/** Once a resolution: a second time changes nothing. */
export async function beginWrapUp(
  tx: Tx,
  held: HeldConversation,
  { agentId, policy }: { agentId: AgentId; policy: PolicyV1 },
): Promise<void> {
  const { seconds } = wrapUpRule(held.queue, policy);
  const stands = await holdStanding(tx, agentId);
  const goesOut = seconds > 0 && stands !== 'elsewhere';
  const id = newId<WrapUpId>();
  const dueAt = await insertWrapUp(tx, { id, conversationId: held.id, agentId, seconds: goesOut ? seconds : null });
  if (dueAt === null) return;
  await setAlarm(tx, held, { kind: 'wrap-up', aboutId: id, dueAt });
  if (stands === 'online') await putPresence(tx, agentId, { state: 'away', code: 'wrapping-up' });
}
