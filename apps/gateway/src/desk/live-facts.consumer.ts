/** Hears, on every replica, what changed, and pushes it to the screens that may see it. */

import { Controller } from '@nestjs/common';
import type { AgentId, Fact } from '@trunkline/contracts';
import { Facts } from '@trunkline/platform';
import { Accused } from './accused.ts';
import { DeskSocket } from './desk.socket.ts';
import { OpenChats } from './open-chats.ts';

type ConversationFact = Fact<
  | 'conversation.opened'
  | 'conversation.waiting'
  | 'conversation.offered'
  | 'conversation.assigned'
  | 'conversation.solved'
  | 'conversation.reopened'
  | 'conversation.closed'
  | 'message.stored'
  | 'message.moved'
  | 'assignment.ended'
  | 'conversation.relabelled'
>;
type DeadlineFact = Fact<
  | 'deadline.set'
  | 'deadline.moved'
  | 'deadline.paused'
  | 'deadline.resumed'
  | 'deadline.warned'
  | 'deadline.missed'
  | 'deadline.met'
>;

/** In which queue a conversation was last seen here: those who watch the old one must hear that it left. */
const mostRemembered = 20_000;

@Controller()
export class LiveFactsConsumer {
  private readonly lastQueue = new Map<string, string>();

  constructor(
    private readonly socket: DeskSocket,
    private readonly chats: OpenChats,
    private readonly accused: Accused,
  ) {}

  @Facts(
    'conversation.opened',
    'conversation.waiting',
    'conversation.offered',
    'conversation.assigned',
    'conversation.solved',
    'conversation.reopened',
    'conversation.closed',
    'message.stored',
    'message.moved',
    'assignment.ended',
    'conversation.relabelled',
    { every: 'replica' },
  )
  async conversations(batch: ConversationFact[]): Promise<void> {
    const changes = new Map<string, { rooms: Set<string>; version: number; except: string[] }>();
    for (const fact of batch) {
      const { conversationId: id, version, queue, agentId, followerId = null } = fact.data;
      this.chats.moved(id, queue, agentId);
      const former = fact.type === 'assignment.ended' ? [fact.data.formerAgentId] : [];
      const change = changes.get(id) ?? { rooms: new Set<string>(), version, except: [] };
      changes.set(id, change);
      change.except = this.accused.rooms(fact.data);
      change.version = Math.max(change.version, version);
      for (const room of [...this.queueRooms(id, queue), ...people([agentId, ...former, followerId])])
        change.rooms.add(room);
      if (fact.type === 'conversation.offered' && agentId) {
        this.socket.push(`person:${agentId}`, { kind: 'conversation', id, version, ringsUntil: fact.data.until });
      }
    }
    // several changes of one conversation are one word to a screen: it fetches how it stands now
    for (const [id, { rooms, version, except }] of changes)
      this.socket.push([...rooms], { kind: 'conversation', id, version }, except);
  }

  @Facts(
    'deadline.set',
    'deadline.moved',
    'deadline.paused',
    'deadline.resumed',
    'deadline.warned',
    'deadline.missed',
    'deadline.met',
    { every: 'replica' },
  )
  async deadlines(batch: DeadlineFact[]): Promise<void> {
    const last = new Map(batch.map(({ data }) => [data.conversationId, data]));
    for (const [id, { queue, cycle }] of last)
      this.socket.push(
        this.queueRooms(id, queue),
        { kind: 'deadline', id, version: cycle },
        this.accused.rooms({ conversationId: id }),
      );
  }

  @Facts('escalation.raised', 'escalation.seen', 'escalation.acknowledged', { every: 'replica' })
  async escalations(batch: Fact<'escalation.raised' | 'escalation.seen' | 'escalation.acknowledged'>[]): Promise<void> {
    for (const fact of batch) {
      const queue = fact.type === 'escalation.raised' ? fact.data.queue : this.lastQueue.get(fact.data.conversationId);
      // whose queue is not known here any more: those who watch over all fetch it, others with their next look
      const told =
        fact.type === 'escalation.raised' ? [...(fact.data.to.people ?? []), fact.data.followerId ?? null] : [];
      const rooms = ['every-escalation', ...(queue === undefined ? [] : [`escalations:${queue}`]), ...people(told)];
      const { conversationId, escalationId } = fact.data;
      const except = this.accused.rooms({ conversationId });
      this.socket.push(rooms, { kind: 'escalation', id: escalationId, version: 0 }, except);
    }
  }

  @Facts('agent.presence-changed', { every: 'replica' })
  async presence(batch: Fact<'agent.presence-changed'>[]): Promise<void> {
    for (const { data } of batch) this.socket.push('desk', { kind: 'agent', id: data.agentId, version: 0 });
  }

  @Facts('typing.started', { every: 'replica' })
  async typing(batch: Fact<'typing.started'>[]): Promise<void> {
    for (const { data } of batch) {
      const chat = this.chats.at(data.channel, data.address);
      if (data.who !== 'customer' || !chat) continue;
      const rooms = [...this.queueRooms(chat.conversationId, chat.queue), ...people([chat.agentId])];
      const except = this.accused.rooms({ conversationId: chat.conversationId });
      this.socket.typing(rooms, { conversationId: chat.conversationId, who: 'customer' }, except);
    }
  }

  /** A visitor came, left or walked on: whoever looks at them fetches anew. */
  @Facts('chat.moved', { every: 'replica' })
  async trail(batch: Fact<'chat.moved'>[]): Promise<void> {
    for (const { data } of batch) {
      const chat = data.isTrail ? this.chats.at(data.channel, data.address) : undefined;
      if (!chat) continue;
      const rooms = [...this.queueRooms(chat.conversationId, chat.queue), ...people([chat.agentId])];
      const except = this.accused.rooms({ conversationId: chat.conversationId });
      this.socket.push(rooms, { kind: 'visitor', id: chat.conversationId, version: 0 }, except);
    }
  }

  private queueRooms(conversationId: string, queue: string): string[] {
    const before = this.lastQueue.get(conversationId);
    this.lastQueue.delete(conversationId);
    this.lastQueue.set(conversationId, queue);
    if (this.lastQueue.size > mostRemembered) this.lastQueue.delete(this.lastQueue.keys().next().value as string);
    return ['every-queue', `queue:${queue}`, ...(before !== undefined && before !== queue ? [`queue:${before}`] : [])];
  }
}

const people = (ids: (AgentId | null)[]): string[] => ids.flatMap((id) => (id === null ? [] : [`person:${id}`]));
