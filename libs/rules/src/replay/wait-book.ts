/** Keeps book of who waited since when, who took it when, and how much of each agent's room was taken. */
import type { AgentId, ConversationId, Decision, Standard } from '@trunkline/contracts';
import { capacityOf } from '../assign/may-take.ts';
import type { RememberedAgent, RememberedConversation } from '../assign/remembered.ts';
import type { Change, Heard } from './follow-engine.ts';

export type Wait = {
  conversationId: ConversationId;
  /** ms, like all instants here. */
  since: number;
  queue: string;
  standard: Standard;
  limitSeconds: number;
  end: { how: 'taken'; at: number; agentId: AgentId } | { how: 'left'; at: number } | null;
};

export type AgentFigures = { name: string; given: number; usedMs: number; onlineMs: number };
type Counted = AgentFigures & { since: number; load: number; capacity: number; isOnline: boolean };

export class WaitBook {
  readonly waits: Wait[] = [];
  /** What was decided on each conversation, in short, in its order. */
  readonly decided = new Map<ConversationId, string[]>();
  private readonly open = new Map<ConversationId, Wait>();
  private readonly agents = new Map<AgentId, Counted>();

  constructor(at: number, agents: readonly RememberedAgent[], conversations: readonly RememberedConversation[]) {
    for (const agent of agents) this.count(agent, at);
    for (const one of conversations) if (one.state !== 'accepted') this.begin(one, at);
  }

  note({ input, changes, agents, outcomes }: Heard, at: number): void {
    for (const agent of agents) this.count(agent, at);
    for (const change of changes) {
      // taken at once is a wait too, of no time
      const isAsked = input.kind === 'waits' && change.id === input.conversationId;
      if (isAsked && change.now && !this.open.has(change.id)) this.begin(change.now, at);
      this.follow(change, at);
    }
    for (const outcome of outcomes) {
      if ('decision' in outcome) this.keep(outcome.conversationId, outcome.decision);
    }
  }

  /** As of an instant. */
  figures(at: number): Map<AgentId, AgentFigures> {
    for (const counted of this.agents.values()) pass(counted, at);
    return this.agents;
  }

  private follow({ id, after, now }: Change, at: number): void {
    const wait = this.open.get(id);
    if (after.phase === 'waiting') {
      if (!wait) this.begin(now!, at);
      else wait.queue = now!.queue;
      return;
    }
    if (!wait) return;
    this.open.delete(id);
    if (after.phase === 'gone') wait.end = { how: 'left', at };
    else {
      wait.end = { how: 'taken', at, agentId: after.agentId! };
      this.agents.get(after.agentId!)!.given += 1;
    }
  }

  private begin(one: RememberedConversation, at: number): void {
    const { id, queue, standard, orderKeyParts } = one;
    const limitSeconds = orderKeyParts.firstResponseSeconds;
    const wait: Wait = { conversationId: id, since: at, queue, standard, limitSeconds, end: null };
    this.open.set(id, wait);
    this.waits.push(wait);
  }

  private count(agent: RememberedAgent, at: number): void {
    const known = this.agents.get(agent.id);
    if (known) pass(known, at);
    const counted = known ?? {
      name: '',
      given: 0,
      usedMs: 0,
      onlineMs: 0,
      since: at,
      load: 0,
      capacity: 0,
      isOnline: false,
    };
    counted.name = agent.record?.name ?? '';
    counted.load = agent.load;
    counted.capacity = capacityOf(agent);
    counted.isOnline = agent.presence === 'online';
    this.agents.set(agent.id, counted);
  }

  private keep(id: ConversationId, { kind, agentId, because }: Decision): void {
    const known = this.decided.get(id) ?? [];
    known.push(`${kind} ${agentId ?? ''} ${because.code}`);
    this.decided.set(id, known);
  }
}

/** A taken share of the room, for as long as it lasted. */
function pass(counted: Counted, at: number): void {
  const ms = Math.max(0, at - counted.since);
  counted.since = Math.max(counted.since, at);
  if (!counted.isOnline || counted.capacity === 0) return;
  counted.onlineMs += ms;
  counted.usedMs += (ms * counted.load) / counted.capacity;
}
