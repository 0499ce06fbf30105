/** Somebody says how a contact ended for the customer; the third bad end of a matter is flagged. */
import type { Conversation, NewOutcome, PolicyV1 } from '@trunkline/contracts';
import { type Tx, writeFacts } from '@trunkline/platform';
import { isSatisfiedScore } from '@trunkline/rules';
import type { GivenOrder, GiveOrder, Held } from '../desk/give-order.ts';
import { saveHeld } from '../intake/conversations.store.ts';
import { headOf } from '../intake/head-of.ts';
import { insertEvents } from '../intake/messages.store.ts';
import { judgeOutcomes } from './judge-outcomes.ts';

export function sayOutcome(desk: GiveOrder, order: GivenOrder & { outcome: NewOutcome }): Promise<Conversation> {
  const { policy } = desk.settings;
  return desk.order(order, (tx, held) => noteOutcome(tx, held, { said: order.outcome, policy }));
}

export async function noteOutcome(
  tx: Tx,
  { conversation, person }: Held,
  { said, policy }: { said: NewOutcome; policy: PolicyV1 },
): Promise<void> {
  const { reason, score = null } = said;
  const satisfied = said.satisfied && (score === null || isSatisfiedScore(score));
  conversation.version += 1;
  await saveHeld(tx, conversation);
  const code = satisfied ? 'marked-satisfied' : 'marked-unsatisfied';
  const values: Record<string, string> = satisfied ? {} : { note: reason };
  const because = { code, values };
  await insertEvents(tx, [{ conversationId: conversation.id, what: 'outcome', agentId: person.id, because }]);
  await writeFacts(tx, [{ type: 'message.moved', key: conversation.id, data: headOf(conversation) }]);
  const isOpen = conversation.state !== 'solved' && conversation.state !== 'closed';
  const how = { satisfied, because: score === null ? 'said' : 'score', reason, score } as const;
  await judgeOutcomes(tx, [{ held: conversation, ...how, personId: person.id, isOpen }], policy);
}
