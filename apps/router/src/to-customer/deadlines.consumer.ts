/** Hears the clocks: keeps each conversation's next due instant for lists, and moves the nearly late ones forward. */

import { Controller } from '@nestjs/common';
import type { ConversationId, Fact } from '@trunkline/contracts';
import { Facts, LiveSettings, Postgres, type Tx } from '@trunkline/platform';
import { minutesOf, weighAgain } from '@trunkline/rules';
import { type HeldConversation, holdConversations } from '../intake/conversations.store.ts';
import { insertEvents } from '../intake/messages.store.ts';
import { reweigh } from '../signs/reweigh.ts';

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
      const isAnyWarned = batch.some((fact) => fact.type === 'deadline.warned');
      const ids = isAnyWarned ? [...new Set(batch.map((fact) => fact.data.conversationId))] : [];
      const held = await holdConversations(tx, ids);
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
    const { nearLimit, cap } = minutesOf(held.queue, this.settings.policy);
    const near = { because: 'limit-is-near', minutes: nearLimit };
    held.version += 1;
    await reweigh(tx, [{ held, parts: weighAgain(held.orderKeyParts, { add: near }, cap) }]);
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
    `WITH held AS MATERIALIZED (SELECT id FROM conversation WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE)
     UPDATE conversation c SET next_due_at = n.due_at
       FROM held JOIN unnest($1::uuid[], $2::timestamptz[]) AS n (id, due_at) USING (id) WHERE c.id = held.id`,
    [[...next.keys()], [...next.values()]],
  );
}
