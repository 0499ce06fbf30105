/** Hears, on every replica, what supervisors are asked and say, and hints at it to those who lead and to who has it. */
import { Controller } from '@nestjs/common';
import type { Fact } from '@trunkline/contracts';
import { Facts } from '@trunkline/platform';
import { Accused } from '../desk/accused.ts';
import { DeskSocket } from '../desk/desk.socket.ts';

@Controller()
export class ConsultFactsConsumer {
  constructor(
    private readonly socket: DeskSocket,
    private readonly accused: Accused,
  ) {}

  /** Whoever may transfer what is in the group. */
  @Facts('directive.changed', { every: 'replica' })
  async directives(batch: Fact<'directive.changed'>[]): Promise<void> {
    for (const { data } of batch) {
      this.socket.push(['every-queue', `queue:${data.queue}`], { kind: 'directive', id: data.directiveId, version: 1 });
    }
  }

  /** `id` is the conversation's: its page holds the question and the instruction. */
  @Facts('consult.opened', 'consult.answered', { every: 'replica' })
  async consults(batch: Fact<'consult.opened' | 'consult.answered'>[]): Promise<void> {
    for (const { data } of batch) {
      const { conversationId: id, version, queue, agentId, by } = data;
      const people = [agentId, by].flatMap((person) => (person === null ? [] : [`person:${person}`]));
      const except = this.accused.rooms(data);
      this.socket.push(
        ['every-escalation', `escalations:${queue}`, ...people],
        { kind: 'consult', id, version },
        except,
      );
      this.socket.push(['every-queue', `queue:${queue}`, ...people], { kind: 'conversation', id, version }, except);
    }
  }
}
