/** Hears the clocks: keeps each conversation's next due instant for lists, and moves the nearly late ones forward. */

import { Controller } from '@nestjs/common';
import type { ConversationId, Fact } from '@trunkline/contracts';
import { Facts, LiveSettings, Postgres, type Tx } from '@trunkline/platform';
import { putInputs } from '../dispatch/inputs.store.ts';
import { type HeldConversation, holdConversations } from '../intake/conversations.store.ts';
import { insertEvents } from '../intake/messages.store.ts';

type DeadlineFact = Fact<'deadline.set' | 'deadline.met' | 'deadline.warned' | 'deadline.missed'>;

@Controller()
export class DeadlinesConsumer {
  constructor(
    private readonly postgres: Postgres,
    private readonly settings: LiveSettings,
  ) {}

  @Facts('deadline.set', 'deadline.met', 'deadline.warned', 'deadline.missed')
  async hear(batch: DeadlineFact[]): Promise<void> {
    await this.postgres.transaction(async (tx) => {
      const held = await holdConversations(tx, [...new Set(batch.map((fact) => fact.data.conversationId))]);
      await keepNextDue(tx, batch);
      for (const fact of batch) {
        const conversation = held.get(fact.data.conversationId);
        if (conversation && fact.type === 'deadline.warned') await this.moveForward(tx, conversation, fact);
      }
    });
  }

  /** Once a conversation: the boost for little time left is in its key already when the fact comes again. */
  private async moveForward(tx: Tx, held: HeldConversation, fact: Fact<'deadline.warned'>): Promise<void> {
    const isWarnedAlready = held.orderKeyParts.boosts.some((boost) => boost.because === 'limit-is-near');
    if (isWarnedAlready || (held.state !== 'waiting' && held.state !== 'offered')) return;
    const minutes = this.settings.policy.priority.nearLimit;
    const boosts = [...held.orderKeyParts.boosts, { because: 'limit-is-near', minutes }];
    const boostMinutes = Math.min(this.settings.policy.priority.cap, held.orderKeyParts.boostMinutes + minutes);
    const moved = (boostMinutes - held.orderKeyParts.boostMinutes) * 60_000;
    const parts = { ...held.orderKeyParts, boosts, boostMinutes, orderKey: held.orderKeyParts.orderKey - moved };
    held.orderKeyParts = parts;
    held.version += 1;
    held.routingVersion += 1;
    await tx.query(
      `UPDATE conversation SET order_key_parts = $2, order_key = $3, version = $4, routing_version = $5 WHERE id = $1`,
      [held.id, JSON.stringify(parts), parts.orderKey, held.version, held.routingVersion],
    );
    await insertEvents(tx, [
      {
        conversationId: held.id,
        what: 'moved-forward',
        because: {
          code: 'limit-near',
          values: { policy: fact.data.policy, percent: this.settings.policy.time.warnAtPercent },
        },
      },
    ]);
    await putInputs(tx, [
      {
        kind: 'warned',
        conversationId: held.id,
        agentId: null,
        routingVersion: held.routingVersion,
        body: { orderKeyParts: parts },
      },
    ]);
  }
}

/** What a list shows as the time left. A clock that was met takes its instant away; order between facts does not matter. */
async function keepNextDue(tx: Tx, batch: DeadlineFact[]): Promise<void> {
  const next = new Map<ConversationId, string | null>();
  for (const fact of batch) {
    if (fact.type === 'deadline.set') next.set(fact.data.conversationId, fact.data.dueAt);
    if (fact.type === 'deadline.met') next.set(fact.data.conversationId, null);
  }
  if (next.size === 0) return;
  await tx.query(
    `UPDATE conversation c SET next_due_at = n.due_at
       FROM unnest($1::uuid[], $2::timestamptz[]) AS n (id, due_at) WHERE c.id = n.id`,
    [[...next.keys()], [...next.values()]],
  );
}
