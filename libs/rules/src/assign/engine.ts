/** Decides who gets what: hears one input after the other, says what to do. Same inputs, same decisions, to the byte. */
import type { AgentId, ConversationId, PolicyV1 } from '@trunkline/contracts';
import { DeskInMemory } from './desk-in-memory.ts';
import type { EngineInput } from './engine-input.ts';
import type { EngineOutcome } from './engine-outcome.ts';
import { Giving } from './giving.ts';
import { hearInput } from './hear-input.ts';
import { plainAgent } from './plain-rows.ts';
import type { RememberedAgent, RememberedConversation } from './remembered.ts';
import { weighDesk } from './weigh-desk.ts';

export type Remembered = { agents: RememberedAgent[]; conversations: RememberedConversation[] };

export class Engine {
  private readonly desk: DeskInMemory;
  private readonly giving: Giving;

  constructor(policy: PolicyV1) {
    this.desk = new DeskInMemory(policy);
    this.giving = new Giving(this.desk);
  }

  get policy(): PolicyV1 {
    return this.desk.policy;
  }

  /** The latest instant heard of: kept, so that a rebuilt engine knows it too. */
  get at(): string {
    return this.desk.at;
  }

  hear(input: EngineInput): EngineOutcome[] {
    return hearInput(input, this.giving);
  }

  /** Numbers an input on which it threw: the conversation waits for a person to place it. */
  park(input: EngineInput): EngineOutcome[] {
    return hearInput(input, this.giving, true);
  }

  /** From here on decisions belong to one commit; `touched` and `imageOf` are since this call. */
  beginBatch(): void {
    this.desk.startBatch();
    this.giving.images.clear();
  }

  /** How a conversation stood before the batch's first decision on it: what a dropped decision goes back to. */
  imageOf(id: ConversationId): RememberedConversation | undefined {
    return this.giving.images.get(id);
  }

  /** What changed in this batch; null: no longer remembered. */
  touched() {
    return this.desk.touched();
  }

  /** As they stand now: a copy. */
  agent(id: AgentId): RememberedAgent | undefined {
    const agent = this.desk.agent(id);
    return agent && plainAgent(agent);
  }

  /** As it stands now: a copy. */
  conversation(id: ConversationId): RememberedConversation | undefined {
    const conversation = this.desk.conversation(id);
    return conversation && this.desk.plain(conversation);
  }

  /** When a tick is next worth putting: a ring widens, a former agent's time ends, a rest or a share is over. */
  nextDueAt(): string | null {
    return this.desk.nextDueAt();
  }

  /** Bytes of the indexes and of the bodies, as allocated: columns grow ahead, so some of it is empty. */
  get bytes() {
    return weighDesk(this.desk);
  }

  snapshot(): Remembered {
    return structuredClone(this.desk.snapshot());
  }

  /** On a new engine only. */
  restore(remembered: Remembered, at: string): void {
    this.desk.at = at;
    this.desk.restore(remembered.agents, remembered.conversations);
  }
}
