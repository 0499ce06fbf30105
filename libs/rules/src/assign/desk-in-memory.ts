/** What the engine knows of agents, conversations and who waits; keeps loads and lists in step, and notes what changed. */
import type { AgentId, ConversationId, PolicyV1 } from '@trunkline/contracts';
import type { Desk } from './desk.ts';
import { capacityOf, isRouted } from './may-take.ts';
import { loadLevel } from './order-agents.ts';
import type { RememberedAgent, RememberedConversation } from './remembered.ts';
import { requiredNow } from './required-now.ts';
import { comesFirst, WaitingList } from './waiting-list.ts';

export class DeskInMemory implements Desk {
  policy: PolicyV1;
  at = '';
  routed: readonly RememberedAgent[] = [];
  readonly agents = new Map<AgentId, RememberedAgent>();
  readonly conversations = new Map<ConversationId, RememberedConversation>();
  readonly waiting = new Map<string, WaitingList>();
  /** Changed since the last commit, to be kept with it. */
  readonly touched = { agents: new Set<AgentId>(), conversations: new Set<ConversationId>() };
  private spoken = new Map<string, Set<string>>();
  /** Counts what happens, so that "longer ago" needs no clock. */
  private order = 0;

  constructor(policy: PolicyV1) {
    this.policy = policy;
  }

  agent(id: AgentId): RememberedAgent | undefined {
    return this.agents.get(id);
  }

  spokenIn(group: string): ReadonlySet<string> | undefined {
    return this.spoken.get(group);
  }

  requiredNow(conversation: RememberedConversation) {
    return requiredNow(conversation, this.policy, this.spokenIn(conversation.queue));
  }

  /** The agent as remembered, made where never heard of. */
  meet(id: AgentId): RememberedAgent {
    const known = this.agents.get(id);
    this.touched.agents.add(id);
    if (known) return known;
    const met: RememberedAgent = {
      id,
      record: null,
      presence: 'offline',
      load: 0,
      override: 0,
      missed: 0,
      levelSince: 0,
      lastGiven: 0,
      idleSince: null,
      given: {},
    };
    this.agents.set(id, met);
    return met;
  }

  /** Call after records changed: who is routed, and which languages a group speaks. */
  rosterChanged(): void {
    this.routed = [...this.agents.values()].filter(isRouted).sort((a, b) => (a.id < b.id ? -1 : 1));
    this.spoken = new Map();
    for (const { record } of this.routed) {
      const languages = Object.keys(record!.skills).filter((skill) => skill.startsWith('lang-'));
      for (const group of record!.groups) {
        const known = this.spoken.get(group) ?? new Set();
        this.spoken.set(group, known);
        for (const language of languages) known.add(language);
      }
    }
  }

  change(conversation: RememberedConversation): RememberedConversation {
    this.touched.conversations.add(conversation.id);
    return conversation;
  }

  /** Takes an agent's room, or gives it back; load above capacity is an override, by whatever way it came to be. */
  load(agent: RememberedAgent, weight: number): void {
    const before = loadLevel(agent);
    agent.load += weight;
    agent.override = Math.max(0, agent.load - capacityOf(agent));
    if (loadLevel(agent) !== before) agent.levelSince = this.next();
    if (agent.load > 0) agent.idleSince = null;
    else agent.idleSince ??= this.at;
    this.touched.agents.add(agent.id);
  }

  next(): number {
    this.order += 1;
    return this.order;
  }

  wait(conversation: RememberedConversation): void {
    conversation.state = 'waiting';
    this.listOf(conversation.queue).add(this.change(conversation));
  }

  unwait(conversation: RememberedConversation): void {
    if (conversation.state === 'waiting') this.listOf(conversation.queue).remove(conversation);
  }

  listOf(queue: string): WaitingList {
    const list = this.waiting.get(queue) ?? new WaitingList();
    this.waiting.set(queue, list);
    return list;
  }

  /** Everybody who waits, soonest first over all queues. */
  allWaiting(): RememberedConversation[] {
    return [...this.waiting.values()].flatMap((list) => list.rows).sort(comesFirst);
  }

  /** Whom an agent holds or is offered, soonest first. */
  heldBy(id: AgentId): RememberedConversation[] {
    return [...this.conversations.values()].filter((one) => one.agentId === id).sort(comesFirst);
  }

  /** The queues an agent may be given from at all. */
  queuesFor(agent: RememberedAgent): WaitingList[] {
    const groups = agent.record?.groups ?? [];
    const widening = this.policy.queues.filter((queue) => queue.widensTo && groups.includes(queue.widensTo));
    const codes = new Set([...groups, ...widening.map((queue) => queue.code)]);
    return [...codes].map((code) => this.waiting.get(code)).filter((list) => list !== undefined);
  }

  restore(agents: RememberedAgent[], conversations: RememberedConversation[]): void {
    for (const agent of agents) {
      this.agents.set(agent.id, agent);
      this.order = Math.max(this.order, agent.levelSince, agent.lastGiven);
    }
    for (const conversation of conversations) {
      this.conversations.set(conversation.id, conversation);
      if (conversation.state === 'waiting') this.listOf(conversation.queue).add(conversation);
    }
    this.rosterChanged();
  }
}
