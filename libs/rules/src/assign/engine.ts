/** Decides who gets what: hears one input after the other, says what to do. Same inputs, same decisions, to the byte. */
import type { AgentId, ConversationId, PolicyV1 } from '@trunkline/contracts';
import { DeskInMemory } from './desk-in-memory.ts';
import type { EngineInput } from './engine-input.ts';
import type { EngineOutcome } from './engine-outcome.ts';
import { Giving } from './giving.ts';
import { hearAgent } from './hear-agent.ts';
import { hearConversation } from './hear-conversation.ts';
import type { RememberedAgent, RememberedConversation } from './remembered.ts';

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
    if (input.at > this.desk.at) this.desk.at = input.at;
    this.giving.begin(input.step);
    switch (input.kind) {
      case 'presence':
      case 'staff':
      case 'policy':
      case 'tick':
        hearAgent(input, this.giving);
        break;
      default:
        hearConversation(input, this.giving);
    }
    return this.giving.finish();
  }

  /** Numbers an input on which it threw: the conversation waits for a person to place it. */
  park(input: EngineInput): EngineOutcome[] {
    if (input.at > this.desk.at) this.desk.at = input.at;
    this.giving.begin(input.step);
    if (input.conversationId !== null) this.giving.park(input.conversationId, input);
    return this.giving.finish();
  }

  /** From here on decisions belong to one commit; `touched` and `imageOf` are since this call. */
  beginBatch(): void {
    this.desk.touched.agents.clear();
    this.desk.touched.conversations.clear();
    this.giving.images.clear();
  }

  /** How a conversation stood before the batch's first decision on it: what a dropped decision goes back to. */
  imageOf(id: ConversationId): RememberedConversation | undefined {
    return this.giving.images.get(id);
  }

  /** What changed in this batch; null: no longer remembered. */
  touched() {
    const { agents, conversations } = this.desk.touched;
    return {
      agents: [...agents].sort().map((id) => this.desk.meet(id)),
      conversations: [...conversations].sort().map((id) => ({ id, now: this.desk.conversations.get(id) ?? null })),
    };
  }

  agent(id: AgentId): RememberedAgent | undefined {
    return this.desk.agents.get(id);
  }

  conversation(id: ConversationId): RememberedConversation | undefined {
    return this.desk.conversations.get(id);
  }

  /** When a tick is next worth putting: a ring widens, a former agent's time ends, a rest is over. */
  nextDueAt(): string | null {
    let next: string | null = null;
    for (const list of this.desk.waiting.values()) {
      for (const one of list.rows) {
        for (const due of [one.widenAt, one.preferredUntil, ...one.tried.map((tried) => tried.again)]) {
          if (due !== null && (next === null || due < next)) next = due;
        }
      }
    }
    return next;
  }

  snapshot(): Remembered {
    const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
    const { agents, conversations } = this.desk;
    return structuredClone({
      agents: [...agents.values()].sort(byId),
      conversations: [...conversations.values()].sort(byId),
    });
  }

  /** On a new engine only. */
  restore(remembered: Remembered, at: string): void {
    this.desk.at = at;
    this.desk.restore(remembered.agents, remembered.conversations);
  }
}
