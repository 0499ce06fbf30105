/** Moves one who waits forward, once, as little of a limit is left. */
import type { Fact, PolicyV1 } from '@trunkline/contracts';
import type { Tx } from '@trunkline/platform';
import { minutesOf, weighAgain } from '@trunkline/rules';
import type { HeldConversation } from '../intake/conversations.store.ts';
import { insertEvents } from '../intake/messages.store.ts';
import { reweigh } from '../signs/reweigh.ts';

type Warning = { fact: Fact<'deadline.warned'>; policy: PolicyV1 };

/** Once a conversation: the boost for little time left is in its key already when the fact comes again. */
export async function moveForward(tx: Tx, held: HeldConversation | undefined, { fact, policy }: Warning) {
  if (!held || (held.state !== 'waiting' && held.state !== 'offered')) return;
  if (held.orderKeyParts.boosts.some(({ because }) => because === 'limit-is-near')) return;
  const { nearLimit, cap } = minutesOf(held.queue, policy);
  const near = { because: 'limit-is-near', minutes: nearLimit };
  held.version += 1;
  await reweigh(tx, [{ held, parts: weighAgain(held.orderKeyParts, { add: near }, cap) }]);
  const values = { policy: fact.data.policy, percent: policy.time.warnAtPercent };
  const code = fact.data.because === 'late-by-forecast' ? fact.data.because : 'limit-near';
  await insertEvents(tx, [{ conversationId: held.id, what: 'moved-forward', because: { code, values } }]);
}
