/** Everybody whom routing may give work, and the languages that the groups speak because of them. */
import type { AgentId, StaffV1 } from '@trunkline/contracts';
import type { AgentRow } from './agent-rows.ts';
import { isRouted } from './may-take.ts';
import { Spoken } from './spoken.ts';

export class Roster {
  readonly members = new Set<AgentRow>();
  readonly spoken = new Spoken();
  private inOrder: AgentRow[] | null = null;

  /** Gives the groups that now speak other languages than before. */
  change(agent: AgentRow, record: StaffV1): string[] {
    const before = this.members.has(agent) ? agent.record : null;
    agent.record = record;
    this.inOrder = null;
    if (isRouted(agent)) this.members.add(agent);
    else this.members.delete(agent);
    return this.spoken.change(before, isRouted(agent) ? record : null);
  }

  /** By id. */
  list(): readonly AgentRow[] {
    this.inOrder ??= [...this.members].sort((a, b) => (a.id < b.id ? -1 : 1));
    return this.inOrder;
  }

  /** The fewest that any online one of a group but one has of something; null where there is none. */
  fewest(group: string, but: AgentId, of: (agent: AgentRow) => number): number | null {
    let fewest: number | null = null;
    for (const one of this.members) {
      if (one.id === but || one.presence !== 'online' || !one.record!.groups.includes(group)) continue;
      const has = of(one);
      if (has === 0) return 0;
      if (fewest === null || has < fewest) fewest = has;
    }
    return fewest;
  }
}
