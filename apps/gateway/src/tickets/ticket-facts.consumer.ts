/** Hears, on every replica, of tickets, escalating and follow-ups, and hints at it to the screens that may see it. */
import { Controller } from '@nestjs/common';
import type { AgentId, Fact } from '@trunkline/contracts';
import { Facts } from '@trunkline/platform';
import { Accused } from '../desk/accused.ts';
import { DeskSocket } from '../desk/desk.socket.ts';

@Controller()
export class TicketFactsConsumer {
  constructor(
    private readonly socket: DeskSocket,
    private readonly accused: Accused,
  ) {}

  /** Whom a complaint is about hears nothing of it, not even that its conversation changed. */
  @Facts('ticket.opened', 'ticket.changed', { every: 'replica' })
  async tickets(batch: Fact<'ticket.opened' | 'ticket.changed'>[]): Promise<void> {
    for (const { data } of batch) {
      const { conversationId, version, queue, agentId, ticketId, ticketVersion, ownerId, followerId = null } = data;
      const rooms = ['every-queue', `queue:${queue}`, ...people([agentId, ownerId, followerId])];
      const accused = this.accused.rooms(data);
      this.socket.push(rooms, { kind: 'conversation', id: conversationId, version }, accused);
      const members = (data.departments ?? []).map((code) => `department:${code}`);
      this.socket.push([...rooms, ...members], { kind: 'ticket', id: ticketId, version: ticketVersion }, accused);
    }
  }

  @Facts('conversation.escalated', { every: 'replica' })
  async escalated(batch: Fact<'conversation.escalated'>[]): Promise<void> {
    for (const { data } of batch) {
      const rooms = ['every-queue', `queue:${data.queue}`, ...people([data.agentId, data.followerId ?? null])];
      this.socket.push(
        rooms,
        { kind: 'conversation', id: data.conversationId, version: data.version },
        this.accused.rooms(data),
      );
    }
  }

  @Facts('follow-up.planned', 'follow-up.done', { every: 'replica' })
  async followUps(batch: Fact<'follow-up.planned' | 'follow-up.done'>[]): Promise<void> {
    for (const { data } of batch) {
      const { conversationId, version, queue, agentId, followerId = null, followUpId } = data;
      const rooms = ['every-queue', `queue:${queue}`, ...people([agentId, followerId])];
      const except = this.accused.rooms(data);
      this.socket.push(rooms, { kind: 'conversation', id: conversationId, version }, except);
      this.socket.push(rooms, { kind: 'follow-up', id: followUpId, version }, except);
    }
  }
}

const people = (ids: (AgentId | null)[]): string[] => ids.flatMap((id) => (id === null ? [] : [`person:${id}`]));
