/** Who has what: a slot for each conversation that somebody has or is offered, in a list by agent. Few, beside those who wait. */
import type { AssignmentId } from '@trunkline/contracts';
import { growColumn, nextLength } from './grow-column.ts';

const nobody = -1;

export class Holdings {
  conversation = new Int32Array(16);
  agent = new Int32Array(16);
  /** Whether it takes room. */
  takesRoom = new Uint8Array(16);
  readonly assignments: (AssignmentId | null)[] = [];
  private before = new Int32Array(16);
  private after = new Int32Array(16);
  private readonly free: number[] = [];

  constructor(private readonly agents: { firstHeld: Int32Array }) {}

  add(conversation: number, agent: number): number {
    const slot = this.free.pop() ?? this.assignments.push(null) - 1;
    if (slot === this.agent.length) this.grow(nextLength(slot, slot + 1));
    const first = this.agents.firstHeld[agent]!;
    this.conversation[slot] = conversation;
    this.agent[slot] = agent;
    this.takesRoom[slot] = 0;
    this.before[slot] = nobody;
    this.after[slot] = first;
    if (first >= 0) this.before[first] = slot;
    this.agents.firstHeld[agent] = slot;
    return slot;
  }

  remove(slot: number): void {
    const [before, after] = [this.before[slot]!, this.after[slot]!];
    if (before >= 0) this.after[before] = after;
    else this.agents.firstHeld[this.agent[slot]!] = after;
    if (after >= 0) this.before[after] = before;
    this.assignments[slot] = null;
    this.free.push(slot);
  }

  /** Slots of the conversations that an agent has or is offered. */
  of(agent: number): number[] {
    const held: number[] = [];
    for (let slot = this.agents.firstHeld[agent]!; slot >= 0; slot = this.after[slot]!) {
      held.push(this.conversation[slot]!);
    }
    return held;
  }

  get bytes(): number {
    const columns = [this.conversation, this.agent, this.takesRoom, this.before, this.after];
    return columns.reduce((sum, { byteLength }) => sum + byteLength, 0);
  }

  private grow(to: number): void {
    this.conversation = growColumn(this.conversation, to);
    this.agent = growColumn(this.agent, to);
    this.takesRoom = growColumn(this.takesRoom, to);
    this.before = growColumn(this.before, to);
    this.after = growColumn(this.after, to);
  }
}
