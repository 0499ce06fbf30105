/** Says how long a customer may still be answered, where the provider sets a limit. */
import { Injectable } from '@nestjs/common';
import type { ReplyWindow } from '@trunkline/contracts';
import type { AnyChannel, Sent, Word } from './channel.ts';
import { ReceiptsStore } from './receipts.store.ts';

const hourMs = 3_600_000;
type Whom = { account: string; address: string };

@Injectable()
export class ReplyWindows {
  constructor(private readonly receipts: ReceiptsStore) {}

  /** Null where the channel sets none. */
  async of({ name, replyWindow }: AnyChannel, whom: Whom): Promise<ReplyWindow | null> {
    if (!replyWindow) return null;
    const last = await this.receipts.lastFrom({ channel: name, ...whom });
    const until = last && new Date(last.getTime() + replyWindow.hours * hourMs);
    const isOpen = until !== null && until.getTime() > Date.now();
    return { until: until?.toISOString() ?? null, isOpen, afterwards: replyWindow.afterwards };
  }

  /** A word that comes too late is not even tried; where nobody knows since when, the provider shall say. */
  async refuseLate(channel: AnyChannel, { account, to, template }: Word): Promise<Sent | undefined> {
    if (template !== undefined) return undefined;
    const window = await this.of(channel, { account, address: to.address });
    if (!window?.until || window.isOpen) return undefined;
    return { kind: 'failed', because: 'reply-window-closed', detail: `it closed at ${window.until}` };
  }
}
