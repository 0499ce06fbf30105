/** Whom conversations are hidden from, as facts said last: they hear no push of them (`domain.md` §5). */

import { Injectable } from '@nestjs/common';
import type { AgentId } from '@trunkline/contracts';
import { DeskSocket } from './desk.socket.ts';

type About = { conversationId: string; hiddenFrom?: AgentId[] | undefined };

/** Facts of clocks and typing do not say it: what others said is remembered. */
const mostRemembered = 20_000;

@Injectable()
export class Accused {
  private readonly people = new Map<string, readonly AgentId[]>();

  constructor(private readonly socket: DeskSocket) {}

  /** The rooms that hear nothing. Whoever is newly among them fetches all anew: what they had is gone, unnamed. */
  rooms({ conversationId, hiddenFrom = [] }: About): string[] {
    const known = this.people.get(conversationId) ?? [];
    const added = hiddenFrom.filter((id) => !known.includes(id));
    const all = [...known, ...added];
    if (added.length > 0) {
      this.people.set(conversationId, all);
      if (this.people.size > mostRemembered) this.people.delete(this.people.keys().next().value as string);
      this.socket.push(added.map(roomOf), { kind: 'everything', id: '', version: 0 });
    }
    return all.map(roomOf);
  }
}

const roomOf = (id: AgentId) => `person:${id}`;
