/** One click on a parked item: its sealed bytes are read again, and what can be said by now is said. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Parked, type ParkedItem, PermanentError } from '@trunkline/platform';
import { z } from 'zod';
import { Inbound } from './inbound.ts';
import { Desks } from './open-channels.ts';
import { ReceiptsStore } from './receipts.store.ts';

/** What stands in the parked row; the bytes themselves stay sealed in the receipt. */
const Pointer = z.object({ receiptId: z.uuid(), channel: z.string(), account: z.string(), key: z.string() });

@Injectable()
export class TakeInAgain implements OnModuleInit {
  constructor(
    private readonly parked: Parked,
    private readonly receipts: ReceiptsStore,
    private readonly desks: Desks,
    private readonly inbound: Inbound,
  ) {}

  onModuleInit(): void {
    this.parked.retryWith('receipts', (item) => this.takeIn(item));
  }

  private async takeIn({ raw }: ParkedItem): Promise<void> {
    const { receiptId, channel: name, account, key } = Pointer.parse(JSON.parse(raw.toString()));
    const { channel, desk } = this.desks.of(name) ?? {};
    const bytes = await this.receipts.readRaw(receiptId);
    if (!channel || !desk || !bytes?.length) throw new PermanentError(`channel ${name} or the bytes are gone`);
    const parsed = await channel.parse(bytes, desk.config as never);
    if (parsed.kind === 'unreadable') throw new PermanentError(parsed.detail, parsed.because);
    await this.inbound.takeInParked(channel, { ...parsed, account, key, raw: bytes }, receiptId);
  }
}
