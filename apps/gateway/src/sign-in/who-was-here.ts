/** Remembers who showed a sign of life since it was last asked: a socket open, a request made. */

import { Injectable } from '@nestjs/common';
import type { AgentId } from '@trunkline/contracts';

@Injectable()
export class WhoWasHere {
  private here = new Set<AgentId>();

  note(person: AgentId): void {
    this.here.add(person);
  }

  /** Hands over the list and begins a new one. */
  take(): AgentId[] {
    const list = [...this.here];
    this.here = new Set();
    return list;
  }
}
