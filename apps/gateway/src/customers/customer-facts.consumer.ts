/** Hears, on every replica, that a profile changed or a customer was verified, and hints at it to the screens. */
import { Controller } from '@nestjs/common';
import type { Fact } from '@trunkline/contracts';
import { Facts } from '@trunkline/platform';
import { Accused } from '../desk/accused.ts';
import { DeskSocket } from '../desk/desk.socket.ts';

@Controller()
export class CustomerFactsConsumer {
  constructor(
    private readonly socket: DeskSocket,
    private readonly accused: Accused,
  ) {}

  /** A customer has no queue: all of the desk hear the id, and the router says who may fetch what stands behind it. */
  @Facts('customer.changed', { every: 'replica' })
  async changed(batch: Fact<'customer.changed'>[]): Promise<void> {
    const newest = new Map(batch.map(({ data }) => [data.customerId, data.version]));
    for (const [id, version] of newest) this.socket.push('desk', { kind: 'customer', id, version });
  }

  @Facts('conversation.verified', { every: 'replica' })
  async verified(batch: Fact<'conversation.verified'>[]): Promise<void> {
    for (const { data } of batch) {
      const { conversationId: id, version, queue, agentId } = data;
      const rooms = ['every-queue', `queue:${queue}`, ...(agentId === null ? [] : [`person:${agentId}`])];
      this.socket.push(rooms, { kind: 'conversation', id, version }, this.accused.rooms(data));
    }
  }
}
