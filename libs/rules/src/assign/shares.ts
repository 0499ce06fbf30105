/** Until when who has had their share of new ones, and whose time is over next. */
import type { PolicyV1 } from '@trunkline/contracts';
import type { AgentRow } from './agent-rows.ts';
import { DueTimes } from './due-times.ts';
import { msOf } from './instants.ts';
import { shareEnds } from './may-take.ts';

export class Shares {
  private readonly until = new Map<number, number>();
  private readonly due: DueTimes;

  constructor() {
    const places = new Map<number, number>();
    const keep = {
      placeOf: (slot: number) => places.get(slot) ?? -1,
      putAt: (slot: number, place: number) => void (place < 0 ? places.delete(slot) : places.set(slot, place)),
    };
    this.due = new DueTimes(keep, (slot) => this.until.get(slot) ?? Number.POSITIVE_INFINITY);
  }

  /** `change`: what was given lately, or the policy, which are looked at again after it. */
  change(agent: AgentRow, desk: { policy: PolicyV1; at: string }, change: () => void): void {
    if (this.until.size === 0 && desk.policy.assignment.fairLimit === null) {
      change();
      return;
    }
    this.due.remove(agent.slot);
    change();
    const until = shareEnds(agent, desk.policy);
    if (until === null || until <= msOf(desk.at)) this.until.delete(agent.slot);
    else this.until.set(agent.slot, until);
    this.due.add(agent.slot);
  }

  get next(): number {
    return this.due.next;
  }

  takeDue(at: number): number[] {
    return this.due.next <= at ? this.due.takeDue(at) : [];
  }
}
