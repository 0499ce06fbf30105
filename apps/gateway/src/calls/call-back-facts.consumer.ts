/** Hears, on every replica, what becomes of call-backs, and hints at it to the groups that call and to who has them. */
import { Controller } from '@nestjs/common';
import type { Fact } from '@trunkline/contracts';
import { Facts } from '@trunkline/platform';
import { Accused } from '../desk/accused.ts';
import { DeskSocket } from '../desk/desk.socket.ts';

@Controller()
export class CallBackFactsConsumer {
  constructor(
    private readonly socket: DeskSocket,
    private readonly accused: Accused,
  ) {}

  @Facts('call-back.planned', 'call-back.changed', { every: 'replica' })
  async callBacks(batch: Fact<'call-back.planned' | 'call-back.changed'>[]): Promise<void> {
    for (const { data } of batch) {
      const { callBackId, callBackVersion, callBackQueue, takenBy, conversationId, version, queue, agentId } = data;
      const who = (people: (string | null)[]) => people.flatMap((id) => (id === null ? [] : [`person:${id}`]));
      const except = this.accused.rooms(data);
      const callers = ['every-queue', `queue:${callBackQueue}`, ...who([takenBy])];
      this.socket.push(callers, { kind: 'call-back', id: callBackId, version: callBackVersion }, except);
      const talking = ['every-queue', `queue:${queue}`, ...who([agentId])];
      this.socket.push(talking, { kind: 'conversation', id: conversationId, version }, except);
    }
  }
}
