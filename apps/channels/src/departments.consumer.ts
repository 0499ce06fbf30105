/** Hears `department.asked` and queues the mail to it, by the first mailbox of the desk; answers come to a signed address. */
import { Controller } from '@nestjs/common';
import type { Fact } from '@trunkline/contracts';
import { Facts, Postgres } from '@trunkline/platform';
import type { Word } from './channel.ts';
import { ClaimReply } from './claim-reply.ts';
import { Desks } from './open-channels.ts';
import { OutboundStore } from './outbound.store.ts';
import { sayDelivery } from './say-delivery.ts';

@Controller()
export class DepartmentsConsumer {
  constructor(
    private readonly postgres: Postgres,
    private readonly desks: Desks,
    private readonly outbound: OutboundStore,
    private readonly claimReply: ClaimReply,
  ) {}

  /** Safe to hear twice: the message's id is the outbound id. Without a mailbox it is said at the note that it failed. */
  @Facts('department.asked')
  async queue(batch: Fact<'department.asked'>[]): Promise<void> {
    const door = this.desks.doorOf('mail');
    await this.postgres.transaction(async (tx) => {
      if (door)
        return this.outbound.queue(
          tx,
          batch.map(({ data, at }) => ({ word: wordOf(data, door), at })),
        );
      const unsent = batch.map(({ data: { messageId: id, conversationId } }) => ({
        id,
        conversationId,
        channel: 'mail',
        attempt: 1,
      }));
      return sayDelivery(tx, unsent, { kind: 'failed', because: 'account-gone', detail: 'no mailbox is switched on' });
    });
    this.claimReply.poke();
  }
}

type Door = NonNullable<ReturnType<Desks['doorOf']>>;

function wordOf(asked: Fact<'department.asked'>['data'], { channel, account }: Door): Word {
  const { handOverId, ticketId, conversationId, messageId, to, name, subject, text } = asked;
  return {
    messageId,
    conversationId,
    handOverId,
    channel: channel.name,
    account,
    to: { address: to, name },
    kind: 'reply',
    author: null,
    subject,
    text,
    attachments: [],
    thread: { key: `ticket:${ticketId}`, references: [] },
    attempt: 1,
  };
}
