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
import type { ConversationRow } from './conversation-row.ts';
import { ConversationRows } from './conversation-rows.ts';
import { countFailing } from './count-failing.ts';
import type { Counts, Desk, ToGive, ToSay } from './desk.ts';
import { findReasons } from './find-reasons.ts';
import { isoOf, msOf } from './instants.ts';
import { makeAnew, makeRoom } from './make-anew.ts';
import { startWidening } from './pass-time.ts';
import { plainConversation, plainDesk } from './plain-rows.ts';
import type { RememberedAgent, RememberedConversation } from './remembered.ts';
import { Roster } from './roster.ts';
import { Shares } from './shares.ts';
import { noteGiven, noteLetGo, startAnew, takeLoad } from './take-load.ts';
import { Touched } from './touched.ts';
import { Waiting } from './waiting.ts';
import { WhoCan } from './who-can.ts';

const mostClasses = 50_000;

export class DeskInMemory implements Desk {
  at = '';
  readonly agents = new AgentRows();
  readonly rows = new ConversationRows(this.agents);
  readonly whoCan = new WhoCan(this.agents, this.rows, this);
  readonly waiting: Waiting;
  private readonly roster = new Roster();
  private readonly shares = new Shares();
  private readonly changes = new Touched();
  /** Groups in which somebody came, went or changed. */
  private readonly concerned = new Set<string>();
  /** Its keys may have changed since it was put in its orders; never more than one. */
  private stirred = -1;
  private order = 0;

  constructor(public policy: PolicyV1) {
    const { rows, agents, whoCan, roster } = this;
    this.waiting = new Waiting({ rows, agents, whoCan, spoken: roster.spoken, room: this });
  }

  get routedCount(): number {
    return this.roster.members.size;
  }

  routed(): readonly AgentRow[] {
    return this.roster.list();
  }

  agent(id: AgentId): AgentRow | undefined {
    const known = this.agents.get(id);
    return known?.isMet ? known : undefined;
  }

  meet(id: AgentId): AgentRow {
    const agent = this.agents.meet(id);
    agent.isMet = true;
    this.changes.agents.add(agent);
    return agent;
  }

  heldBy(id: AgentId): ConversationRow[] {
    const agent = this.agents.get(id);
    const slots = agent ? this.rows.holdings.of(agent.slot) : [];
    return slots.sort((a, b) => (this.rows.isBefore(a, b) ? -1 : 1)).map((slot) => this.rows.row(slot));
  }

  setPresence(one: RememberedAgent, presence: Presence): void {
    const agent = this.change(one);
    this.flush();
    this.whoCan.leave(agent);
    agent.presence = presence;
    if (presence === 'online') startAnew(agent, this);
    this.whoCan.enter(agent, false);
    this.concern(agent);
  }

  setRecord(one: RememberedAgent, record: StaffV1): void {
    const agent = this.change(one);
    this.flush();
    this.whoCan.leave(agent);
    for (const group of agent.record?.groups ?? []) this.concerned.add(group);
    const others = this.roster.change(agent, record);
    this.agents.keepLevel(agent);
    this.whoCan.enter(agent, true);
    this.concern(agent);
    for (const queue of others) makeAnew(this, { queue });
  }

  setPolicy(policy: PolicyV1): void {
    this.flush();
    const change = () => {
      this.policy = policy;
      for (const agent of this.agents.rows) this.shares.change(agent, this, () => undefined);
    };
    const each = (slot: number) => {
      const row = this.rows.row(slot);
      if (startWidening(row, this)) this.touch(row);
    };
    makeAnew(this, { change, each });
  }

  load(one: RememberedAgent, { standard }: RememberedConversation, weight: number): void {
    const agent = this.change(one);
    takeLoad(agent, weight, this);
    this.agents.carry(agent.slot, standardsInOrder.indexOf(standard), weight);
    this.agents.keepLevel(agent);
  }

  countGiven(one: RememberedAgent, queue: string, inTurn: boolean): void {
    const agent = this.change(one);
    agent.lastGiven = this.next();
    this.agents.givenIn(queue)[agent.slot]! += 1;
    if (inTurn) this.shares.change(agent, this, () => noteGiven(agent, this));
  }

  uncountGiven(one: RememberedAgent, queue: string): void {
    const agent = this.change(one);
    this.agents.countGiven(agent.slot, queue, Math.max(0, this.agents.givenOf(agent.slot, queue) - 1));
    this.shares.change(agent, this, () => noteLetGo(agent));
  }

  carries(agent: RememberedAgent, standard: Standard): number {
    return this.agents.carries((agent as AgentRow).slot, standardsInOrder.indexOf(standard));
  }

  next(): number {
    this.order += 1;
    return this.order;
  }

  fewestGiven(queue: string, but: RememberedAgent): number | null {
    return this.roster.fewest(queue, but.id, (one) => this.agents.givenOf(one.slot, queue));
  }

  raiseGiven(one: RememberedAgent, queue: string, to: number): void {
    const agent = this.change(one);
    this.agents.countGiven(agent.slot, queue, Math.max(to, this.agents.givenOf(agent.slot, queue)));
  }

  conversation(id: ConversationId): ConversationRow | undefined {
    return this.rows.get(id);
  }

  remember(conversation: RememberedConversation): ConversationRow {
    const row = this.rows.put(conversation);
    this.changes.remember(row);
    return row;
  }

  forget(conversation: RememberedConversation): void {
    const row = conversation as ConversationRow;
    this.changes.forget(row);
    this.rows.forget(row.slot);
  }

  touch(conversation: RememberedConversation): void {
    this.changes.change(conversation as ConversationRow);
  }

  wait(conversation: RememberedConversation): void {
    const { slot } = conversation as ConversationRow;
    conversation.state = 'waiting';
    this.touch(conversation);
    this.waiting.add(slot);
    if (this.whoCan.classes.length > mostClasses) {
      this.flush();
      makeRoom(this);
    }
  }

  unwait(conversation: RememberedConversation): void {
    if (conversation.state === 'waiting') this.waiting.remove((conversation as ConversationRow).slot);
  }

  holderOf(conversation: RememberedConversation): AgentRow | null {
    const agent = this.rows.holderOf((conversation as ConversationRow).slot);
    return agent < 0 ? null : this.agents.row(agent);
  }

  hold(conversation: RememberedConversation, agent: RememberedAgent | null, assignmentId: AssignmentId | null): void {
    this.rows.holdBy((conversation as ConversationRow).slot, agent === null ? -1 : (agent as AgentRow).slot);
    conversation.assignmentId = assignmentId;
    this.touch(conversation);
  }

  requiredNow(conversation: RememberedConversation) {
    return this.waiting.classOf((conversation as ConversationRow).slot);
  }

  passTime(change: (conversation: RememberedConversation) => void): void {
    const ms = msOf(this.at);
    this.waiting.passTime(ms, change);
    for (const slot of this.shares.takeDue(ms)) this.stir(this.agents.row(slot));
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
    return findReasons(this, this.concerned);
  }

  countFailing(conversation: RememberedConversation, winner: RememberedAgent | null): Counts {
    this.flush();
    return countFailing(conversation as ConversationRow, winner, this);
  }

  /** Since the last call of `startBatch`. */
  touched() {
    return this.changes.list(this.rows);
  }

  startBatch(): void {
    this.changes.clear();
  }

  plain(conversation: RememberedConversation): RememberedConversation {
    return plainConversation(conversation);
  }

  snapshot() {
    return plainDesk(this.agents.rows, this.rows);
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
    const { id, record, override: _, ...rest } = remembered;
    const agent = Object.assign(this.meet(id), rest);
    if (record) this.roster.change(agent, record);
    this.agents.keepLevel(agent);
    this.order = Math.max(this.order, agent.levelSince, agent.lastGiven);
    this.shares.change(agent, this, () => undefined);
    this.whoCan.enter(agent, true);
  }

  private change(one: RememberedAgent): AgentRow {
    const agent = one as AgentRow;
    this.changes.agents.add(agent);
    return this.stir(agent);
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

  /** Somebody came, went or is another now: who waits in their groups may have another reason, who waits for them too. */
  private concern(agent: AgentRow): void {
    for (const group of agent.record?.groups ?? []) this.concerned.add(group);
    for (const slot of this.waiting.preferringOf(agent.slot)) {
      this.waiting.remove(slot);
      this.waiting.add(slot);
    }
  }
}
