/** Settles words whose sending was cut: by a bounce, by an answer, by a look-up; else they stay `unknown` for the agent. */
import { Injectable } from '@nestjs/common';
import { Postgres, type Tx } from '@trunkline/platform';
import type { AnyChannel, Desk, ReceivedBounce, Sent, Word } from './channel.ts';
import { OutboundStore, type Outgoing } from './outbound.store.ts';
import { sayDelivery } from './say-delivery.ts';

const cutSentence = 'The service was cut off while it was sending; nobody can know yet whether it went out.';

@Injectable()
export class SettleUnknown {
  constructor(
    private readonly postgres: Postgres,
    private readonly outbound: OutboundStore,
  ) {}

  /** False where the bounce names nothing that we sent. */
  async byBounce(tx: Tx, { messageIds, detail }: ReceivedBounce): Promise<boolean> {
    const from = ['sent', 'unknown', 'delivered', 'sending'];
    const to = { state: 'failed' as const, from, because: 'bounced', detail };
    const bounced = await this.outbound.settle(tx, messageIds, to);
    await sayDelivery(tx, bounced, { kind: 'failed', because: 'bounced', detail });
    return bounced.length > 0 || (await this.outbound.areOurs(tx, messageIds));
  }

  /** Whoever answers a word has it. */
  async byAnswer(tx: Tx, messageIds: string[]): Promise<void> {
    const arrived = await this.outbound.settle(tx, messageIds, { state: 'delivered', from: ['unknown', 'sent'] });
    await sayDelivery(tx, arrived, { kind: 'delivered' });
  }

  /** The customer had them on the screen. */
  async byReader(tx: Tx, messageIds: string[]): Promise<void> {
    const from = ['sent', 'delivered', 'unknown'];
    const read = await this.outbound.settle(tx, messageIds, { state: 'read', from });
    await sayDelivery(tx, read, { kind: 'read' });
  }

  /** Words whose lease ran out, then those of them that a provider can tell about. */
  async sweep(find: (channel: string) => { channel: AnyChannel; desk: Desk } | undefined): Promise<void> {
    const lost = await this.postgres.transaction(async (tx) => {
      const rows = await this.outbound.giveUpLost(tx, cutSentence);
      await sayDelivery(tx, rows, { kind: 'unknown', detail: cutSentence });
      return rows;
    });
    for (const row of lost) {
      const { channel, desk } = find(row.channel) ?? {};
      if (channel?.lookUp) await this.byLookUp(row, await channel.lookUp(row.word as Word, desk as never));
    }
  }

  private byLookUp(row: Outgoing, answer: Sent): Promise<void> {
    return this.postgres.transaction(async (tx) => {
      if (answer.kind === 'unknown') return;
      if (answer.kind === 'retry') return this.outbound.sendAfterAll(tx, row.id);
      const detail = answer.kind === 'failed' ? answer.detail : undefined;
      const settled = await this.outbound.settle(tx, [row.id], { state: answer.kind, from: ['unknown'], detail });
      if (answer.kind === 'failed') return sayDelivery(tx, settled, answer);
      const { reference, socketOf = null } = answer;
      return sayDelivery(tx, settled, { kind: 'sent', reference, socketOf });
    });
  }
}
