/** The desk without any index: plain objects, and every question answered by looking at all of them. Slow, and plain to see. */
import type {
  AgentId,
  AssignmentId,
  ConversationId,
  PolicyV1,
  Presence,
  StaffV1,
  Standard,
} from '@trunkline/contracts';
import type { Counts, Desk, ToGive, ToSay } from './desk.ts';
import { reasonsLookedAt } from './find-reasons.ts';
import { isoOf, msOf } from './instants.ts';
import { chooseLinearly, countLinearly, formerAgent, whyLinearly } from './linear-choice.ts';
import { capacityOf, isRouted, shareEnds } from './may-take.ts';
import { nextDue, passTime, startWidening, whyAside } from './pass-time.ts';
import { plainConversation } from './plain-rows.ts';
import type { RememberedAgent, RememberedConversation } from './remembered.ts';
import { requiredNow } from './required-now.ts';
import { isSame } from './same-because.ts';
import { noteGiven, noteLetGo, startAnew, takeLoad } from './take-load.ts';

function comesFirst(a: RememberedConversation, b: RememberedConversation): number {
  return a.orderKeyParts.orderKey - b.orderKeyParts.orderKey || a.arrival - b.arrival;
}

export class LinearDesk implements Desk {
  at = '';
  readonly agents = new Map<AgentId, RememberedAgent>();
  readonly conversations = new Map<ConversationId, RememberedConversation>();
  private readonly asked = new Set<RememberedConversation>();
  private readonly concerned = new Set<string>();
  /** Kept while no record changes, or a day in a test would take a day. */
  private roster: RememberedAgent[] | null = null;
  private readonly spoken = new Map<string, string>();
  private order = 0;

  constructor(public policy: PolicyV1) {}

  get routedCount(): number {
    return this.routed().length;
  }

  routed(): readonly RememberedAgent[] {
    this.roster ??= [...this.agents.values()].filter(isRouted).sort((a, b) => (a.id < b.id ? -1 : 1));
    return this.roster;
  }

  agent(id: AgentId): RememberedAgent | undefined {
    return this.agents.get(id);
  }

  meet(id: AgentId): RememberedAgent {
    const nothing = { load: 0, override: 0, missed: 0, levelSince: 0, lastGiven: 0, idleSince: null, given: {} };
    const met = this.agents.get(id) ?? { id, record: null, presence: 'offline', ...nothing };
    this.agents.set(id, met);
    return met;
  }

  heldBy(id: AgentId): RememberedConversation[] {
    return [...this.conversations.values()].filter((one) => one.agentId === id).sort(comesFirst);
  }

  setPresence(agent: RememberedAgent, presence: Presence): void {
    agent.presence = presence;
    if (presence === 'online') startAnew(agent, this);
    this.concern(agent);
  }

  setRecord(agent: RememberedAgent, record: StaffV1): void {
    const before = new Map(this.policy.queues.map(({ code }) => [code, this.spokenIn(code)]));
    this.concern(agent);
    agent.record = record;
    this.roster = null;
    this.spoken.clear();
    agent.override = Math.max(0, agent.load - capacityOf(agent));
    this.concern(agent);
    for (const one of this.waiting()) if (before.get(one.queue) !== this.spokenIn(one.queue)) this.asked.add(one);
  }

  setPolicy(policy: PolicyV1): void {
    this.policy = policy;
    for (const one of this.waiting()) {
      startWidening(one, this);
      this.asked.add(one);
    }
  }

  load(agent: RememberedAgent, _conversation: RememberedConversation, weight: number): void {
    takeLoad(agent, weight, this);
    agent.override = Math.max(0, agent.load - capacityOf(agent));
  }

  countGiven(agent: RememberedAgent, queue: string, inTurn: boolean): void {
    agent.lastGiven = this.next();
    agent.given[queue] = (agent.given[queue] ?? 0) + 1;
    if (inTurn) noteGiven(agent, this);
  }

  uncountGiven(agent: RememberedAgent, queue: string): void {
    agent.given[queue] = Math.max(0, (agent.given[queue] ?? 0) - 1);
    noteLetGo(agent);
  }

  fewestGiven(queue: string, but: RememberedAgent): number | null {
    const others = this.routed().filter(
      (one) => one !== but && one.presence === 'online' && one.record!.groups.includes(queue),
    );
    return others.length === 0 ? null : Math.min(...others.map((one) => one.given[queue] ?? 0));
  }

  raiseGiven(agent: RememberedAgent, queue: string, to: number): void {
    agent.given[queue] = Math.max(to, agent.given[queue] ?? 0);
  }

  carries(agent: RememberedAgent, standard: Standard): number {
    const held = this.heldBy(agent.id).filter((one) => one.standard === standard);
    return held.reduce((sum, one) => sum + one.held, 0);
  }

  next(): number {
    this.order += 1;
    return this.order;
  }

  conversation(id: ConversationId): RememberedConversation | undefined {
    return this.conversations.get(id);
  }

  remember(conversation: RememberedConversation): RememberedConversation {
    this.conversations.set(conversation.id, conversation);
    return conversation;
  }

  forget({ id }: RememberedConversation): void {
    this.conversations.delete(id);
  }

  touch(): void {}

  plain(conversation: RememberedConversation): RememberedConversation {
    return structuredClone(plainConversation(conversation));
  }

  wait(conversation: RememberedConversation): void {
    conversation.state = 'waiting';
    this.asked.add(conversation);
  }

  unwait(): void {}

  holderOf({ agentId }: RememberedConversation): RememberedAgent | null {
    return agentId === null ? null : this.meet(agentId);
  }

  hold(conversation: RememberedConversation, agent: RememberedAgent | null, assignmentId: AssignmentId | null): void {
    conversation.agentId = agent?.id ?? null;
    conversation.assignmentId = assignmentId;
  }

  requiredNow(conversation: RememberedConversation) {
    return requiredNow(conversation, this.policy, (language) =>
      this.spokenIn(conversation.queue).split(' ').includes(language),
    );
  }

  passTime(change: (conversation: RememberedConversation) => void): void {
    for (const one of this.waiting()) {
      const aside = this.whyAside(one);
      const isOtherNow = aside ? aside.code === 'too-old-for-routing' : passTime(one, this, () => change(one));
      if (isOtherNow) this.asked.add(one);
    }
  }

  nextDueAt(): string | null {
    const waiting = this.waiting().filter((one) => !this.whyAside(one));
    const shares = [...this.agents.values()].map((agent) => shareEnds(agent, this.policy));
    const ends = shares.filter((until) => until !== null && until > msOf(this.at)) as number[];
    const next = Math.min(...waiting.map((one) => nextDue(one, this.policy)), ...ends);
    return next === Number.POSITIVE_INFINITY ? null : isoOf(next);
  }

  nextToGive(): ToGive | null {
    for (const conversation of this.waiting()) {
      const choice = chooseLinearly(conversation, this);
      if (choice) return { conversation, choice };
    }
    return null;
  }

  reasonsToSay(): ToSay[] {
    const isOther = (one: RememberedConversation) => !isSame(one.waitingBecause, whyLinearly(one, this));
    const waiting = this.waiting();
    const found = new Set(waiting.filter((one) => this.asked.has(one) && isOther(one)));
    for (const line of this.linesConcerned(waiting)) {
      for (const one of line.slice(0, reasonsLookedAt)) {
        if (!isOther(one)) break;
        found.add(one);
      }
    }
    this.asked.clear();
    this.concerned.clear();
    return [...found]
      .sort(comesFirst)
      .map((conversation) => ({ conversation, because: whyLinearly(conversation, this) }));
  }

  countFailing(conversation: RememberedConversation, winner: RememberedAgent | null): Counts {
    return countLinearly(conversation, winner, this);
  }

  /** Who waits, soonest first. */
  private waiting(): RememberedConversation[] {
    return [...this.conversations.values()].filter((one) => one.state === 'waiting').sort(comesFirst);
  }

  /** Those who ask for the same, in line, where somebody of their groups came, went or changed. */
  private linesConcerned(waiting: RememberedConversation[]): RememberedConversation[][] {
    const lines = new Map<string, RememberedConversation[]>();
    if (this.concerned.size === 0) return [];
    for (const one of waiting) {
      const required = this.requiredNow(one);
      const { groups, skills } = required;
      if (!groups.some((group) => this.concerned.has(group))) continue;
      if (this.whyAside(one) || formerAgent(one, { required, desk: this })) continue;
      const asks = JSON.stringify([one.queue, groups, skills, one.standard, one.weight]);
      lines.set(asks, [...(lines.get(asks) ?? []), one]);
    }
    return [...lines.values()];
  }

  private whyAside({ queue, orderKeyParts }: RememberedConversation) {
    return whyAside(queue, msOf(orderKeyParts.arrivedAt), this);
  }

  private concern(agent: RememberedAgent): void {
    for (const group of agent.record?.groups ?? []) this.concerned.add(group);
    for (const one of this.waiting()) {
      const isFor = one.preferredAgentId === agent.id && one.preferredUntil !== null && one.preferredUntil > this.at;
      if (isFor && !this.whyAside(one)) this.asked.add(one);
    }
  }

  private spokenIn(group: string): string {
    const known = this.spoken.get(group) ?? this.findSpoken(group);
    this.spoken.set(group, known);
    return known;
  }

  private findSpoken(group: string): string {
    const records = this.routed().flatMap(({ record }) => (record!.groups.includes(group) ? [record!] : []));
    const skills = new Set(records.flatMap((record) => Object.keys(record.skills)));
    return [...skills]
      .filter((skill) => skill.startsWith('lang-'))
      .sort()
      .join(' ');
  }
}
