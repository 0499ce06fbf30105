/** Hears that customers left their chat or are back; who is gone too long while an answer is owed has broken off. */
import { Controller } from '@nestjs/common';
import type { ConversationId, Fact } from '@trunkline/contracts';
import { Facts, LiveSettings, Postgres, type Tx } from '@trunkline/platform';
import { brokenOffAt, isOwed } from '@trunkline/rules';
import { setAlarm, takeOffAlarm } from '../alarms/set-alarm.ts';
import { settleCallBacks } from '../call-backs/settle-call-backs.ts';
import { holdConversations } from '../intake/conversations.store.ts';
import { closingOf } from './closing-of.ts';

type Moved = Fact<'visitor.left' | 'visitor.returned'>;

@Controller()
export class VisitorsConsumer {
  constructor(
    private readonly postgres: Postgres,
    private readonly settings: LiveSettings,
  ) {}

  /** The last word of each counts: a page that is loaded anew is left and back within a second. */
  @Facts('visitor.left', 'visitor.returned')
  async hear(batch: Moved[]): Promise<void> {
    const last = new Map<string, Moved>();
    for (const fact of batch) {
      const before = last.get(fact.key);
      if (!before || before.data.at <= fact.data.at) last.set(fact.key, fact);
    }
    await this.postgres.transaction(async (tx) => {
      for (const fact of last.values()) await this.move(tx, fact);
    });
  }

  private async move(tx: Tx, { type, data }: Moved): Promise<void> {
    const id = await openOf(tx, data);
    const held = id && (await holdConversations(tx, [id])).get(id);
    if (!held) return;
    const alarm = { kind: 'broken-off', aboutId: held.id } as const;
    if (type === 'visitor.returned') {
      await takeOffAlarm(tx, held, alarm);
      return settleCallBacks(tx, { conversationId: held.id, reason: 'chat-broke-off' });
    }
    const closing = await closingOf(tx, held.id);
    if (!isOwed({ state: held.state, closing })) return;
    await setAlarm(tx, held, { ...alarm, dueAt: brokenOffAt(data.at, this.settings.policy) });
  }
}

async function openOf(tx: Tx, { channel, account, address }: Moved['data']): Promise<ConversationId | undefined> {
  const [row] = await tx.query<{ id: ConversationId }>(
    `SELECT c.id FROM conversation c JOIN address a ON a.id = c.address_id
      WHERE a.channel = $1 AND a.address = $2 AND c.account = $3 AND c.is_open ORDER BY c.arrived_at DESC LIMIT 1`,
    [channel, address, account],
  );
  return row?.id;
}
