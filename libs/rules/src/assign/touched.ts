/** What changed since the last commit, to be kept with the next one. */
import type { ConversationId } from '@trunkline/contracts';
import type { AgentRow } from './agent-rows.ts';
import type { ConversationRow } from './conversation-row.ts';
import type { ConversationRows } from './conversation-rows.ts';
import { plainAgent, plainConversation } from './plain-rows.ts';
import type { RememberedAgent, RememberedConversation } from './remembered.ts';

export type TouchedNow = {
  agents: RememberedAgent[];
  /** Null: no longer remembered. */
  conversations: { id: ConversationId; now: RememberedConversation | null }[];
};

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);

export class Touched {
  readonly agents = new Set<AgentRow>();
  private readonly slots = new Set<number>();
  private readonly gone = new Set<ConversationId>();

  change({ slot }: ConversationRow): void {
    this.slots.add(slot);
  }

  /** It may have been forgotten before. */
  remember({ slot, id }: ConversationRow): void {
    this.slots.add(slot);
    if (this.gone.size > 0) this.gone.delete(id);
  }

  forget({ slot, id }: ConversationRow): void {
    this.slots.delete(slot);
    this.gone.add(id);
  }

  clear(): void {
    this.agents.clear();
    this.slots.clear();
    this.gone.clear();
  }

  list(rows: ConversationRows): TouchedNow {
    const agents = [...this.agents].sort(byId).map(plainAgent);
    const kept = [...this.slots].map((slot) => plainConversation(rows.row(slot)));
    const conversations: TouchedNow['conversations'] = kept.map((now) => ({ id: now.id, now }));
    for (const id of this.gone) conversations.push({ id, now: null });
    return { agents, conversations: conversations.sort(byId) };
  }
}
