/** Settles words whose sending was cut: by a bounce, by an answer, by a look-up; else they stay `unknown` for the agent. */
import { Injectable } from '@nestjs/common';
import { Postgres, type Tx } from '@trunkline/platform';
import type { AnyChannel, Desk, Moved, ReceivedBounce, Sent, Word } from './channel.ts';
import { OutboundStore, type Outgoing } from './outbound.store.ts';
import { sayDelivery } from './say-delivery.ts';

const cutSentence = 'The service was cut off while it was sending; nobody can know yet whether it went out.';

/** From which states a provider's word may move one of ours. */
const before: Record<Moved['to'], string[]> = {
  sent: ['sending', 'unknown'],
  delivered: ['sending', 'unknown', 'sent'],
  read: ['sending', 'unknown', 'sent', 'delivered'],
  failed: ['sending', 'unknown', 'sent'],
};

const restoredSentence = 'Written before the restore; the customer may have it already.';

const mostLookUps = 6;
const firstLookUpMs = 5_000;
/** What was cut a moment ago may still be under way there. */
const settlesMs = 15_000;
type Unclear = Outgoing & { word: Word };
type ToAsk = { row: Unclear; tries: number; at: number; isRestored: boolean };

@Injectable()
export class SettleUnknown {
  private readonly toAsk = new Map<string, ToAsk>();

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

  /**
   * A provider's own word, in whatever order and however often it comes: nothing goes backwards. False where it names
   * something that we do not know yet, because it is being sent just now: the provider shall say it again.
   */
  async byProvider(tx: Tx, channel: string, moved: readonly Moved[]): Promise<boolean> {
    const named = moved.flatMap(({ account, reference }) => (reference === undefined ? [] : [{ account, reference }]));
    const ids = named.length > 0 ? await this.outbound.idsOf(tx, channel, named) : new Map<string, string>();
    for (const { account, messageId, reference, to, detail } of moved) {
      const id = messageId ?? ids.get(`${account} ${reference}`);
      if (id === undefined) {
        if (await this.outbound.isAnySending(tx, channel)) return false;
        continue;
      }
      await this.move(tx, id, { to, detail, reference });
    }
    return true;
  }

  private async move(tx: Tx, id: string, said: Pick<Moved, 'to' | 'detail' | 'reference'>): Promise<void> {
    const { to, detail = '', reference } = said;
    const because = to === 'failed' ? 'provider-refused' : undefined;
    const words = await this.outbound.settle(tx, [id], { state: to, from: before[to], because, detail, reference });
    if (to === 'sent') return sayDelivery(tx, words, { kind: 'sent', reference: reference ?? null, socketOf: null });
    if (to === 'failed') return sayDelivery(tx, words, { kind: 'failed', because: 'provider-refused', detail });
    return sayDelivery(tx, words, { kind: to });
  }

  /** Words whose lease ran out, then those of them that a provider can tell about. */
  async sweep(find: (channel: string) => { channel: AnyChannel; desk: Desk } | undefined): Promise<void> {
    const lost = await this.postgres.transaction(async (tx) => {
      const rows = await this.outbound.giveUpLost(tx, cutSentence);
      await sayDelivery(tx, rows, { kind: 'unknown', detail: cutSentence });
      return rows;
    });
    for (const row of lost) this.askLater(row, 0);
    for (const row of await this.giveUpRestored()) this.askLater(row, 0, true);
    for (const [id, { row, tries, at, isRestored }] of this.toAsk) {
      if (at > Date.now()) continue;
      const { channel, desk } = find(row.channel) ?? {};
      const answer = await channel?.lookUp?.(row.word, desk as never);
      if (answer?.kind !== 'unknown' || tries >= mostLookUps) this.toAsk.delete(id);
      else this.toAsk.set(id, { row, isRestored, tries: tries + 1, at: Date.now() + 2 ** tries * firstLookUpMs });
      // a chat looks into the restored rows: that it is not there says nothing of what the customer saw
      if (answer && !(isRestored && answer.kind === 'retry')) await this.byLookUp(row, answer);
    }
  }

  /** A word is unclear: its provider is asked in a moment, and a few times more; then it is a person's. */
  askLater(row: Unclear, afterMs = settlesMs, isRestored = false): void {
    this.toAsk.set(row.id, { row, isRestored, tries: 0, at: Date.now() + afterMs });
  }

  /** Never sent by itself after a restore: a person looks, or the provider tells. */
  private giveUpRestored(): Promise<Unclear[]> {
    return this.postgres.transaction(async (tx) => {
      const rows = await this.outbound.giveUpRestored(tx, 'restored');
      await sayDelivery(tx, rows, { kind: 'unknown', because: 'restored', detail: restoredSentence });
      return rows;
    });
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
