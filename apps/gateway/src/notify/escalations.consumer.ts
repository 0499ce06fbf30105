/** Hears what escalated and queues a word to each target that is to hear of it: once, whatever comes twice. */
import { Controller } from '@nestjs/common';
import { type Fact, newId } from '@trunkline/contracts';
import { Facts, Postgres } from '@trunkline/platform';
import { dropAcknowledged, type NewNotification, queueNotifications } from './notifications.store.ts';
import { SendDue } from './send-due.ts';

@Controller()
export class EscalationsConsumer {
  constructor(
    private readonly postgres: Postgres,
    private readonly sending: SendDue,
  ) {}

  @Facts('escalation.raised', 'escalation.acknowledged')
  async take(batch: Fact<'escalation.raised' | 'escalation.acknowledged'>[]): Promise<void> {
    const rows = batch.flatMap((fact) => (fact.type === 'escalation.raised' ? toQueue(fact) : []));
    const seenTo = batch.flatMap((fact) => (fact.type === 'escalation.acknowledged' ? [fact.data.escalationId] : []));
    if (rows.length === 0 && seenTo.length === 0) return;
    await this.postgres.transaction(async (tx) => {
      if (rows.length > 0) await queueNotifications(tx, rows);
      if (seenTo.length > 0) await dropAcknowledged(tx, seenTo);
      tx.afterCommit(() => this.sending.poke());
    });
  }
}

function toQueue({ at, data }: Fact<'escalation.raised'>): NewNotification[] {
  const { escalationId, conversationId, level, trigger = null, because, queue, acknowledgeBy, notify = [] } = data;
  const said = {
    kind: 'escalation',
    conversationId,
    level,
    trigger,
    because,
    queue,
    raisedAt: at,
    acknowledgeBy,
  } as const;
  return [...new Set(notify)].map((target) => ({ id: newId(), target, escalationId, said }));
}
