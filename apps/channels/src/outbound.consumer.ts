/** Hears `reply.written` and queues the word; sending it is `claim-reply.ts`, outside the consumer's loop. */
import { Controller } from '@nestjs/common';
import type { Fact } from '@trunkline/contracts';
import { Facts, Postgres } from '@trunkline/platform';
import { ClaimReply } from './claim-reply.ts';
import { OutboundStore } from './outbound.store.ts';

@Controller()
export class OutboundConsumer {
  constructor(
    private readonly postgres: Postgres,
    private readonly outbound: OutboundStore,
    private readonly claimReply: ClaimReply,
  ) {}

  /** Safe to hear twice: the message's id is the outbound id. */
  @Facts('reply.written')
  async queue(batch: Fact<'reply.written'>[]): Promise<void> {
    await this.postgres.transaction((tx) =>
      this.outbound.queue(
        tx,
        batch.map(({ data, at }) => ({ word: data, at })),
      ),
    );
    this.claimReply.poke();
  }
}
