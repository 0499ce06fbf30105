/** Hears, in every replica, what may concern the tabs it holds: a stored word, a moved chat, somebody typing. */
import { Controller, Inject } from '@nestjs/common';
import type { Fact } from '@trunkline/contracts';
import { Facts, KafkaBatches } from '@trunkline/platform';
import { type Desk, deskOf } from '../channel.ts';
import { type ChatRoom, roomOf } from './chat-room.ts';
import type { WebchatConfig } from './config.ts';

@Controller()
export class ChatsConsumer {
  private readonly room: ChatRoom | null;

  constructor(@Inject(deskOf('webchat')) desk: Desk<WebchatConfig> | null, batches: KafkaBatches) {
    this.room = desk && roomOf(desk);
    batches.onReplicaJoined(() => this.room?.readAllAgain());
  }

  @Facts('delivery.sent', { every: 'replica' })
  async readOn(batch: Fact<'delivery.sent'>[]): Promise<void> {
    for (const { data } of batch) if (data.channel === 'webchat' && data.socketOf) this.room?.moved(data.socketOf);
  }

  @Facts('chat.moved', 'typing.started', { every: 'replica' })
  async pass(batch: Fact<'chat.moved' | 'typing.started'>[]): Promise<void> {
    for (const { type, data } of batch) {
      if (data.channel !== 'webchat') continue;
      if (type === 'chat.moved') {
        if (!data.isTrail) this.room?.moved(data);
      } else if (data.who === 'agent') this.room?.typing(data);
    }
  }
}
