/** The desk with indexes: a queue and an order of turns per class, so that a decision costs the same at any size. */
import type {
  AgentId,
  AssignmentId,
  ConversationId,
  PolicyV1,
  Presence,
  StaffV1,
  Standard,
} from '@trunkline/contracts';
import { type AgentRow, AgentRows, standardsInOrder } from './agent-rows.ts';
import { chooseInTurn } from './choose-in-turn.ts';
import { type ConversationRow, ConversationRows } from './conversation-rows.ts';
import { countFailing } from './count-failing.ts';
import type { Counts, Desk, ToGive, ToSay } from './desk.ts';
import { DueTimes } from './due-times.ts';
import { isoOf, msOf } from './instants.ts';
import { isRouted, shareEnds } from './may-take.ts';
import { loadLevel } from './order-agents.ts';
import { passTime, startWidening } from './pass-time.ts';
import { plainAgent, plainConversation } from './plain-rows.ts';
import type { RememberedAgent, RememberedConversation } from './remembered.ts';
import { isSame } from './same-because.ts';
import { Spoken } from './spoken.ts';
import { noteGiven, noteLetGo, startAnew, takeLoad } from './take-load.ts';
import { Waiting } from './waiting.ts';
import { WhoCan } from './who-can.ts';

/** So many in front of a class have their reason for waiting looked at again when people come or go. */
export const reasonsLookedAt = 50;
const mostClasses = 50_000;
const highestLevel = 65_535;
const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);

export class DeskInMemory implements Desk {
  at = '';
  readonly agents = new AgentRows();
  readonly rows = new ConversationRows(this.agents);
  readonly whoCan = new WhoCan(this.agents, this.rows, this);
  readonly waiting: Waiting;
  private readonly spoken = new Spoken();
  private readonly shares: DueTimes;
  private readonly shareUntil = new Map<number, number>();
  private readonly touchedAgents = new Set<AgentRow>();
  private readonly touchedSlots = new Set<number>();
  private readonly forgotten = new Set<ConversationId>();
  /** Groups in which somebody came, went or changed. */
  private readonly concerned = new Set<string>();
  private readonly routedOnes = new Set<AgentRow>();
  private inOrder: AgentRow[] | null = null;
  /** Its keys may have changed since it was put in its orders; never more than one. */
  private stirred = -1;
  /** Counts what happens, so that "longer ago" needs no clock. */
  private order = 0;

  constructor(public policy: PolicyV1) {
    const { rows, agents, whoCan, spoken } = this;
    this.waiting = new Waiting({ rows, agents, whoCan, spoken, room: this });
    const places = new Map<number, number>();
    const keep = {
      placeOf: (slot: number) => places.get(slot) ?? -1,
      putAt: (slot: number, place: number) => void (place < 0 ? places.delete(slot) : places.set(slot, place)),
    };
    this.shares = new DueTimes(keep, (slot) => this.shareUntil.get(slot) ?? Number.POSITIVE_INFINITY);
  }

  get routedCount(): number {
    return this.routedOnes.size;
  }

  routed(): readonly AgentRow[] {
    this.inOrder ??= [...this.routedOnes].sort(byId);
    return this.inOrder;
  }

  agent(id: AgentId): AgentRow | undefined {
    const known = this.agents.get(id);
    return known?.isMet ? known : undefined;
  }

  meet(id: AgentId): AgentRow {
    const agent = this.agents.meet(id);
    agent.isMet = true;
    this.touchedAgents.add(agent);
    return agent;
  }

  heldBy(id: AgentId): ConversationRow[] {
    const agent = this.agents.get(id);
    const slots = agent ? this.rows.heldBy(agent.slot) : [];
    return slots.sort((a, b) => (this.rows.isBefore(a, b) ? -1 : 1)).map((slot) => this.rows.row(slot));
  }

  setPresence({ id }: RememberedAgent, presence: Presence): void {
    const agent = this.stir(this.meet(id));
    this.flush();
    this.whoCan.leave(agent);
    agent.presence = presence;
    if (presence === 'online') startAnew(agent, this);
    this.whoCan.enter(agent, false);
    this.concern(agent);
  }

  setRecord({ id }: RememberedAgent, record: StaffV1): void {
    const agent = this.stir(this.meet(id));
    this.flush();
    this.whoCan.leave(agent);
    const before = isRouted(agent) ? agent.record : null;
    for (const group of agent.record?.groups ?? []) this.concerned.add(group);
    agent.record = record;
    this.keepLevel(agent);
    this.inOrder = null;
    if (isRouted(agent)) this.routedOnes.add(agent);
    else this.routedOnes.delete(agent);
    const others = this.spoken.change(before, isRouted(agent) ? record : null);
    this.whoCan.enter(agent, true);
    this.concern(agent);
    for (const group of others) this.askAnew(group);
  }

  setPolicy(policy: PolicyV1): void {
    this.flush();
    this.remake(() => {
      this.policy = policy;
    });
  }

  load({ id }: RememberedAgent, { standard }: RememberedConversation, weight: number): void {
    const agent = this.stir(this.meet(id));
    takeLoad(agent, weight, this);
    this.agents.carry(agent.slot, standardsInOrder.indexOf(standard), weight);
    this.keepLevel(agent);
  }

  countGiven({ id }: RememberedAgent, queue: string, inTurn: boolean): void {
    const agent = this.stir(this.meet(id));
    agent.lastGiven = this.next();
    this.agents.countGiven(agent.slot, queue, this.agents.givenOf(agent.slot, queue) + 1);
    if (inTurn) this.share(agent, () => noteGiven(agent, this));
  }

  uncountGiven({ id }: RememberedAgent, queue: string): void {
    const agent = this.stir(this.meet(id));
    this.agents.countGiven(agent.slot, queue, Math.max(0, this.agents.givenOf(agent.slot, queue) - 1));
    this.share(agent, () => noteLetGo(agent));
  }

  carries(agent: RememberedAgent, standard: Standard): number {
    return this.agents.carries((agent as AgentRow).slot, standardsInOrder.indexOf(standard));
  }

  /** What the latest given was: counts up, never back. */
  next(): number {
    this.order += 1;
    return this.order;
  }

  /** The fewest that any other online agent of this group was given; null where there is none. */
  fewestGiven(queue: string, but: RememberedAgent): number | null {
    let fewest: number | null = null;
    for (const one of this.routedOnes) {
      if (one.id === but.id || one.presence !== 'online' || !one.record!.groups.includes(queue)) continue;
      const given = this.agents.givenOf(one.slot, queue);
      if (given === 0) return 0;
      if (fewest === null || given < fewest) fewest = given;
    }
    return fewest;
  }

  raiseGiven({ id }: RememberedAgent, queue: string, to: number): void {
    const agent = this.stir(this.meet(id));
    this.agents.countGiven(agent.slot, queue, Math.max(to, this.agents.givenOf(agent.slot, queue)));
  }

  conversation(id: ConversationId): ConversationRow | undefined {
    return this.rows.get(id);
  }

  remember(conversation: RememberedConversation): ConversationRow {
    const row = this.rows.put(conversation);
    this.touch(row);
    return row;
  }

  forget({ id }: RememberedConversation): void {
    const { slot } = this.rows.get(id)!;
    this.touchedSlots.delete(slot);
    this.forgotten.add(id);
    this.rows.forget(slot);
  }

  touch(conversation: RememberedConversation): void {
    this.touchedSlots.add((conversation as ConversationRow).slot);
    if (this.forgotten.size > 0) this.forgotten.delete(conversation.id);
  }

  wait(conversation: RememberedConversation): void {
    const { slot } = conversation as ConversationRow;
    conversation.state = 'waiting';
    this.touch(conversation);
    this.waiting.add(slot);
    if (this.whoCan.classes.length > mostClasses) this.makeRoom();
  }

  unwait(conversation: RememberedConversation): void {
    if (conversation.state === 'waiting') this.waiting.remove((conversation as ConversationRow).slot);
  }

  hold(conversation: RememberedConversation, agentId: AgentId | null, assignmentId: AssignmentId | null): void {
    conversation.agentId = agentId;
    conversation.assignmentId = assignmentId;
    this.touch(conversation);
  }

  requiredNow(conversation: RememberedConversation) {
    return this.waiting.classOf((conversation as ConversationRow).slot);
  }

  passTime(change: (conversation: RememberedConversation) => void): void {
    const ms = msOf(this.at);
    if (this.waiting.due.next <= ms) {
      for (const slot of this.waiting.due.takeDue(ms)) {
        const row = this.rows.row(slot);
        this.waiting.remove(slot);
        if (!this.waiting.whyAside(slot)) passTime(row, this, () => change(row));
        this.waiting.add(slot);
      }
    }
    if (this.shares.next <= ms) {
      for (const slot of this.shares.takeDue(ms)) this.stir(this.agents.row(slot));
    }
  }

  nextDueAt(): string | null {
    const next = Math.min(this.waiting.due.next, this.shares.next);
    return next === Number.POSITIVE_INFINITY ? null : isoOf(next);
  }

  nextToGive(): ToGive | null {
    this.flush();
    const slot = this.waiting.soonest();
    if (slot < 0) return null;
    return { conversation: this.rows.row(slot), choice: chooseInTurn(slot, this) };
  }

  reasonsToSay(): ToSay[] {
    const found = new Map<number, ToSay>();
    const isOther = (slot: number) => {
      const because = this.waiting.why(slot);
      const conversation = this.rows.row(slot);
      if (isSame(conversation.waitingBecause, because)) return false;
      found.set(slot, { conversation, because });
      return true;
    };
    for (const slot of this.waiting.asked) isOther(slot);
    for (const group of this.concerned)
      for (const one of this.whoCan.classesOf(group)) {
        let left = reasonsLookedAt;
        one.waiting.visit((slot) => !isOther(slot) || --left === 0);
      }
    this.waiting.asked.clear();
    this.concerned.clear();
    const slots = [...found.keys()];
    if (slots.length > 1) slots.sort((a, b) => (this.rows.isBefore(a, b) ? -1 : 1));
    return slots.map((slot) => found.get(slot)!);
  }

  countFailing(conversation: RememberedConversation, winner: RememberedAgent | null): Counts {
    this.flush();
    return countFailing(conversation as ConversationRow, winner, this);
  }

  /** What changed since the last call of `startBatch`; null: no longer remembered. */
  touched() {
    const agents = [...this.touchedAgents].sort(byId).map(plainAgent);
    const now = [...this.touchedSlots].map((slot) => plainConversation(this.rows.row(slot)));
    const kept = now.map((one): { id: ConversationId; now: RememberedConversation | null } => ({
      id: one.id,
      now: one,
    }));
    const gone = [...this.forgotten].map((id) => ({ id, now: null }));
    return { agents, conversations: [...kept, ...gone].sort(byId) };
  }

  startBatch(): void {
    this.touchedAgents.clear();
    this.touchedSlots.clear();
    this.forgotten.clear();
  }

  plain(conversation: RememberedConversation): RememberedConversation {
    return plainConversation(conversation);
  }

  get bytes() {
    const { agents, waiting } = this.whoCan.bytes;
    const { order, body } = this.rows.bytes;
    const ordered = order + waiting + this.waiting.due.bytes;
    return { perAgent: agents + this.agents.bytes, ordered, body };
  }

  snapshot() {
    const met = this.agents.rows.filter((agent) => agent.isMet);
    const agents = met.map(plainAgent).sort(byId);
    return { agents, conversations: [...this.rows].map(plainConversation).sort(byId) };
  }

  /** On a new desk only. */
  restore(agents: readonly RememberedAgent[], conversations: readonly RememberedConversation[]): void {
    for (const agent of agents) this.restoreAgent(agent);
    for (const conversation of conversations) {
      const row = this.rows.put(conversation);
      if (row.agentId !== null) {
        const { slot } = this.agents.meet(row.agentId);
        this.agents.carry(slot, standardsInOrder.indexOf(row.standard), row.held);
      }
      if (row.state === 'waiting') this.waiting.add(row.slot);
    }
    for (const agent of this.agents.rows) this.whoCan.reindex(agent.slot, false);
    this.waiting.asked.clear();
    this.concerned.clear();
    this.startBatch();
  }

  private restoreAgent(remembered: RememberedAgent): void {
    const { id, override: _, ...rest } = remembered;
    const agent = Object.assign(this.meet(id), rest);
    this.keepLevel(agent);
    this.order = Math.max(this.order, agent.levelSince, agent.lastGiven);
    if (isRouted(agent)) {
      this.routedOnes.add(agent);
      this.spoken.change(null, agent.record);
    }
    this.inOrder = null;
    this.share(agent, () => undefined);
    this.whoCan.enter(agent, true);
  }

  /** Changes what an agent's share is made of. */
  private share(agent: AgentRow, change: () => void): void {
    this.shares.remove(agent.slot);
    change();
    const until = shareEnds(agent, this.policy);
    if (until === null || until <= msOf(this.at)) this.shareUntil.delete(agent.slot);
    else this.shareUntil.set(agent.slot, until);
    this.shares.add(agent.slot);
  }

  /** To be called before anything changes by which an agent stands where they do in an order. */
  private stir(agent: AgentRow): AgentRow {
    if (this.stirred !== agent.slot) this.flush();
    this.stirred = agent.slot;
    return agent;
  }

  private flush(): void {
    if (this.stirred < 0) return;
    this.whoCan.reindex(this.stirred, false);
    this.waiting.wake(this.stirred);
    this.stirred = -1;
  }

  private keepLevel(agent: AgentRow): void {
    this.agents.level[agent.slot] = Math.min(highestLevel, loadLevel(agent));
  }

  /** Somebody came, went or is another now: who waits in their groups may have another reason, who waits for them too. */
  private concern(agent: AgentRow): void {
    for (const group of agent.record?.groups ?? []) this.concerned.add(group);
    for (const slot of this.waiting.preferringOf(agent.slot)) {
      this.waiting.remove(slot);
      this.waiting.add(slot);
    }
  }

  /** What a queue's classes ask for is another now. */
  private askAnew(queue: string): void {
    const slots = this.waitingSlots().filter((slot) => this.rows.workAt(slot).queue === queue);
    for (const slot of slots) this.waiting.remove(slot);
    this.waiting.forgetClasses(queue);
    for (const slot of slots) this.waiting.add(slot);
  }

  /** All classes anew, and whoever waits into them. */
  private remake(change: () => void): void {
    const slots = this.waitingSlots();
    for (const slot of slots) this.waiting.remove(slot);
    this.whoCan.clear();
    this.waiting.forgetClasses();
    change();
    for (const agent of this.agents.rows) this.share(agent, () => undefined);
    for (const slot of slots) {
      const row = this.rows.row(slot);
      if (startWidening(row, this)) this.touch(row);
      this.waiting.add(slot);
    }
  }

  /** Many classes that nobody waits in any more. */
  private makeRoom(): void {
    this.flush();
    const asked = [...this.waiting.asked];
    this.remake(() => undefined);
    this.waiting.asked.clear();
    for (const slot of asked) this.waiting.asked.add(slot);
  }

  private waitingSlots(): number[] {
    const slots: number[] = [];
    for (let slot = 0; slot < this.rows.ids.length; slot++) if (this.rows.state[slot] === 0) slots.push(slot);
    return slots;
  }
}
