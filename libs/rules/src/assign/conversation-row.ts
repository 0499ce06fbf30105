/** One conversation of the columns, as the rules read and write it. Two of the same slot are the same conversation. */
import type { AgentId, AssignmentId, Because, ConversationId, OrderKeyParts, Standard } from '@trunkline/contracts';
import { isoOf, msOf } from './instants.ts';
import type { RememberedConversation, Tried } from './remembered.ts';

const states = ['waiting', 'offered', 'accepted', 'unsettled', 'parked'] as const;
const noTried: Tried[] = [];

/** What it asks for, which never changes; `classes`: the number of its class by ring, while the desk stands. */
export type Work = Pick<RememberedConversation, 'queue' | 'standard' | 'requires' | 'weight' | 'live'> & {
  classes: number[];
};

/** What most do not have. */
export type Rare = {
  preferredAgentId?: AgentId;
  preferredUntil?: string;
  tried?: Tried[];
  parts?: OrderKeyParts;
  because?: Because;
};

/** What a row reads and writes of the columns. */
type Columns = {
  ids: { text(slot: number): string };
  agents: { row(slot: number): { id: AgentId }; meet(id: AgentId): { slot: number } };
  holdings: { assignments: (AssignmentId | null)[]; takesRoom: Uint8Array };
  arrival: Float64Array;
  widenAt: Float64Array;
  holding: Int32Array;
  routingVersion: Int32Array;
  ring: Uint8Array;
  state: Uint8Array;
  workAt(slot: number): Work;
  readParts(slot: number): OrderKeyParts;
  writeParts(slot: number, parts: OrderKeyParts): void;
  readBecause(slot: number): Because | null;
  writeBecause(slot: number, because: Because | null): void;
  rareOf(slot: number): Rare | undefined;
  keepRare<Key extends keyof Rare>(slot: number, key: Key, value: Rare[Key] | undefined): void;
  holderOf(slot: number): number;
  holdBy(slot: number, agent: number): void;
};

export class ConversationRow implements RememberedConversation {
  constructor(
    private readonly rows: Columns,
    readonly slot: number,
    private known?: ConversationId,
  ) {}

  get id() {
    this.known ??= this.rows.ids.text(this.slot) as ConversationId;
    return this.known;
  }
  get routingVersion() {
    return this.rows.routingVersion[this.slot]!;
  }
  set routingVersion(version: number) {
    this.rows.routingVersion[this.slot] = version;
  }
  get arrival() {
    return this.rows.arrival[this.slot]!;
  }
  get state() {
    return states[this.rows.state[this.slot]!]!;
  }
  set state(state: RememberedConversation['state']) {
    this.rows.state[this.slot] = states.indexOf(state);
  }
  get queue() {
    return this.rows.workAt(this.slot).queue;
  }
  get standard(): Standard {
    return this.rows.workAt(this.slot).standard;
  }
  get requires() {
    return this.rows.workAt(this.slot).requires;
  }
  get weight() {
    return this.rows.workAt(this.slot).weight;
  }
  get live() {
    return this.rows.workAt(this.slot).live;
  }
  get orderKeyParts() {
    return this.rows.readParts(this.slot);
  }
  set orderKeyParts(parts: OrderKeyParts) {
    this.rows.writeParts(this.slot, parts);
  }
  get ring() {
    return this.rows.ring[this.slot]!;
  }
  set ring(ring: number) {
    this.rows.ring[this.slot] = ring;
  }
  get widenAt() {
    const ms = this.rows.widenAt[this.slot]!;
    return Number.isNaN(ms) ? null : isoOf(ms);
  }
  set widenAt(at: string | null) {
    this.rows.widenAt[this.slot] = at === null ? Number.NaN : msOf(at);
  }
  get preferredAgentId() {
    return this.rows.rareOf(this.slot)?.preferredAgentId ?? null;
  }
  set preferredAgentId(id: AgentId | null) {
    this.rows.keepRare(this.slot, 'preferredAgentId', id ?? undefined);
  }
  get preferredUntil() {
    return this.rows.rareOf(this.slot)?.preferredUntil ?? null;
  }
  set preferredUntil(until: string | null) {
    this.rows.keepRare(this.slot, 'preferredUntil', until ?? undefined);
  }
  get tried() {
    return this.rows.rareOf(this.slot)?.tried ?? noTried;
  }
  set tried(tried: Tried[]) {
    this.rows.keepRare(this.slot, 'tried', tried.length > 0 ? tried : undefined);
  }
  get agentId() {
    const agent = this.rows.holderOf(this.slot);
    return agent < 0 ? null : this.rows.agents.row(agent).id;
  }
  set agentId(id: AgentId | null) {
    this.rows.holdBy(this.slot, id === null ? -1 : this.rows.agents.meet(id).slot);
  }
  /** Of whom nobody has there is none, and it takes no room. */
  get assignmentId() {
    const holding = this.rows.holding[this.slot]!;
    return holding < 0 ? null : this.rows.holdings.assignments[holding]!;
  }
  set assignmentId(id: AssignmentId | null) {
    const holding = this.rows.holding[this.slot]!;
    if (holding >= 0) this.rows.holdings.assignments[holding] = id;
  }
  get held() {
    const holding = this.rows.holding[this.slot]!;
    return holding >= 0 && this.rows.holdings.takesRoom[holding] === 1 ? this.weight : 0;
  }
  set held(weight: number) {
    const holding = this.rows.holding[this.slot]!;
    if (holding >= 0) this.rows.holdings.takesRoom[holding] = weight > 0 ? 1 : 0;
  }
  get waitingBecause() {
    return this.rows.readBecause(this.slot);
  }
  set waitingBecause(because: Because | null) {
    this.rows.writeBecause(this.slot, because);
  }
}
