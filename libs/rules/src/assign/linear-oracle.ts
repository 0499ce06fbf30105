/** The slow truth the engine is held against: the same inputs and rules, and after each everybody looked at for everyone. */
import type { PolicyV1 } from '@trunkline/contracts';
import type { EngineInput } from './engine-input.ts';
import type { EngineOutcome } from './engine-outcome.ts';
import { Giving } from './giving.ts';
import { hearInput } from './hear-input.ts';
import { LinearDesk } from './linear-desk.ts';
import { plainAgent } from './plain-rows.ts';

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);

/** What an input means is read from the same page as in the engine; who gets what, when and why is found without its indexes. */
export class LinearOracle {
  private readonly desk: LinearDesk;
  private readonly giving: Giving;

  constructor(policy: PolicyV1) {
    this.desk = new LinearDesk(policy);
    this.giving = new Giving(this.desk);
  }

  hear(input: EngineInput): EngineOutcome[] {
    this.giving.images.clear();
    return hearInput(input, this.giving);
  }

  park(input: EngineInput): EngineOutcome[] {
    return hearInput(input, this.giving, true);
  }

  nextDueAt(): string | null {
    return this.desk.nextDueAt();
  }

  snapshot() {
    const { agents, conversations } = this.desk;
    return structuredClone({
      agents: [...agents.values()].map(plainAgent).sort(byId),
      conversations: [...conversations.values()].map((one) => this.desk.plain(one)).sort(byId),
    });
  }
}
