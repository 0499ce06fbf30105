/** Hears, on every replica, what became sensitive, and hints at it to the screens that watch the queue. */
import { Controller } from '@nestjs/common';
import type { Fact } from '@trunkline/contracts';
import { Facts } from '@trunkline/platform';
import { Accused } from '../desk/accused.ts';
import { DeskSocket } from '../desk/desk.socket.ts';

@Controller()
export class SignFactsConsumer {
  constructor(
    private readonly socket: DeskSocket,
    private readonly accused: Accused,
  ) {}

  /** Those who work on it fetch the conversation; those who lead are alerted, unless its incident alerts for it. */
  @Facts('conversation.flagged', 'conversation.unflagged', 'conversation.sign-seen', { every: 'replica' })
  async signs(
    batch: Fact<'conversation.flagged' | 'conversation.unflagged' | 'conversation.sign-seen'>[],
  ): Promise<void> {
    for (const fact of batch) {
      const { conversationId, version, queue, agentId, signId } = fact.data;
      const rooms = ['every-queue', `queue:${queue}`, ...(agentId === null ? [] : [`person:${agentId}`])];
      const except = this.accused.rooms(fact.data);
      this.socket.push(rooms, { kind: 'conversation', id: conversationId, version }, except);
      if (fact.type === 'conversation.flagged' && fact.data.incidentId !== null) continue;
      this.socket.push(['every-escalation', `escalations:${queue}`], { kind: 'sign', id: signId, version }, except);
    }
  }

  @Facts('incident.opened', 'incident.closed', { every: 'replica' })
  async incidents(batch: Fact<'incident.opened' | 'incident.closed'>[]): Promise<void> {
    for (const { data } of batch) {
      const rooms = ['every-escalation', ...data.queues.map((queue) => `escalations:${queue}`)];
      this.socket.push(rooms, { kind: 'incident', id: data.incidentId, version: data.version });
    }
  }
}
