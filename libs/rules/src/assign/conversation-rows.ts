/** Conversations in columns, a slot each: what is equal is kept once, what is rare beside; read and written like objects. */
import type { Because, ConversationId, OrderKeyParts } from '@trunkline/contracts';
import type { AgentRows } from './agent-rows.ts';
import { ConversationRow, type Rare, type Work } from './conversation-row.ts';
import { growColumn } from './grow-column.ts';
import { Holdings } from './holdings.ts';
import { isoOf, isWritten, msOf } from './instants.ts';
import { Interned } from './interned.ts';
import { PackedIds } from './packed-ids.ts';
import type { RememberedConversation } from './remembered.ts';

type Boosts = Omit<OrderKeyParts, 'arrivedAt' | 'orderKey'>;

const mostBecauses = 4096;

function keyOf({ code, values }: Because): string {
  for (const _ in values) return code + JSON.stringify(values);
  return code;
}

const arrivalOffset = ({ firstResponseSeconds, boostMinutes }: Boosts) =>
  boostMinutes * 60_000 - firstResponseSeconds * 1000;

export class ConversationRows {
  readonly ids = new PackedIds();
  readonly works = new Interned<Work>();
  readonly rare = new Map<number, Rare>();
  readonly holdings: Holdings;
  private readonly boosts = new Interned<Boosts>();
  private readonly becauses = new Interned<Because>(mostBecauses);

  key = new Float64Array(16);
  arrival = new Float64Array(16);
  /** Ms, or NaN. */
  widenAt = new Float64Array(16);
  work = new Int32Array(16);
  /** Places in its class's queue and among what is due; the desk's. */
  place = new Int32Array(16).fill(-1);
  duePlace = new Int32Array(16).fill(-1);
  /** In `holdings`, or -1. */
  holding = new Int32Array(16).fill(-1);
  routingVersion = new Int32Array(16);
  ring = new Uint8Array(16);
  /** 255: the slot is free. */
  state = new Uint8Array(16).fill(255);
  private boost = new Int32Array(16);
  private because = new Int32Array(16).fill(-1);

  /** A decision is shown with the parts that its image is kept with. */
  private latestRead = -1;
  private latestParts: OrderKeyParts | null = null;

  constructor(readonly agents: AgentRows) {
    this.holdings = new Holdings(agents);
  }

  get(id: ConversationId): ConversationRow | undefined {
    const slot = this.ids.find(id);
    return slot < 0 ? undefined : new ConversationRow(this, slot, id);
  }

  row(slot: number): ConversationRow {
    return new ConversationRow(this, slot);
  }

  /** Remembers it, in place of what was known. */
  put(conversation: RememberedConversation): ConversationRow {
    const known = this.ids.find(conversation.id);
    const slot = known < 0 ? this.ids.add(conversation.id) : known;
    if (this.ids.capacity > this.key.length) this.grow(this.ids.capacity);
    const row = new ConversationRow(this, slot, conversation.id);
    if (this.rare.size > 0) this.rare.delete(slot);
    this.work[slot] = this.workOf(conversation);
    row.orderKeyParts = conversation.orderKeyParts;
    row.routingVersion = conversation.routingVersion;
    this.arrival[slot] = conversation.arrival;
    row.state = conversation.state;
    row.ring = conversation.ring;
    row.widenAt = conversation.widenAt;
    row.preferredAgentId = conversation.preferredAgentId;
    row.preferredUntil = conversation.preferredUntil;
    row.tried = conversation.tried;
    row.agentId = conversation.agentId;
    row.assignmentId = conversation.assignmentId;
    row.held = conversation.held;
    row.waitingBecause = conversation.waitingBecause;
    return row;
  }

  forget(slot: number): void {
    this.holdBy(slot, -1);
    if (this.rare.size > 0) this.rare.delete(slot);
    this.state[slot] = 255;
    this.ids.remove(slot);
  }

  /** Everybody remembered. */
  *[Symbol.iterator](): Iterator<ConversationRow> {
    for (let slot = 0; slot < this.ids.length; slot++) if (this.state[slot] !== 255) yield this.row(slot);
  }

  arrivedAt(slot: number): number {
    const odd = this.rareOf(slot)?.parts;
    if (odd) return msOf(odd.arrivedAt);
    return this.key[slot]! + arrivalOffset(this.boosts.at(this.boost[slot]!));
  }

  isBefore(one: number, other: number): boolean {
    const sooner = this.key[one]! - this.key[other]!;
    return sooner < 0 || (sooner === 0 && this.arrival[one]! < this.arrival[other]!);
  }

  workAt(slot: number): Work {
    return this.works.at(this.work[slot]!);
  }

  /** Bytes a slot takes: of the order in which it waits, and of all else that is remembered of it. */
  get bytes(): { order: number; body: number } {
    const order = [this.key, this.arrival, this.work, this.place, this.duePlace, this.ring];
    const body = [this.widenAt, this.holding, this.routingVersion, this.state, this.boost, this.because];
    const sum = (columns: { byteLength: number }[]) => columns.reduce((all, column) => all + column.byteLength, 0);
    return { order: sum(order), body: sum(body) + this.ids.bytes + this.holdings.bytes };
  }

  readParts(slot: number): OrderKeyParts {
    const odd = this.rareOf(slot)?.parts;
    if (odd) return odd;
    if (slot !== this.latestRead) {
      const { firstResponseSeconds, boosts, boostMinutes } = this.boosts.at(this.boost[slot]!);
      const arrivedAt = isoOf(this.arrivedAt(slot));
      this.latestParts = { arrivedAt, firstResponseSeconds, boosts, boostMinutes, orderKey: this.key[slot]! };
      this.latestRead = slot;
    }
    return this.latestParts!;
  }

  writeParts(slot: number, parts: OrderKeyParts): void {
    const { arrivedAt, orderKey, firstResponseSeconds, boosts, boostMinutes } = parts;
    if (slot === this.latestRead) this.latestRead = -1;
    const key = `${firstResponseSeconds} ${boostMinutes} ${boosts.length === 0 ? '' : JSON.stringify(boosts)}`;
    const known = this.boosts.find(key);
    this.boost[slot] = known < 0 ? this.boosts.add(key, { firstResponseSeconds, boosts, boostMinutes }) : known;
    this.key[slot] = orderKey;
    const worked = orderKey + arrivalOffset(parts);
    this.keepRare(slot, 'parts', isWritten(arrivedAt, worked) ? undefined : parts);
  }

  readBecause(slot: number): Because | null {
    const number = this.because[slot]!;
    if (number >= 0) return this.becauses.at(number);
    return this.rareOf(slot)?.because ?? null;
  }

  writeBecause(slot: number, because: Because | null): void {
    let number = -1;
    if (because) {
      const key = keyOf(because);
      number = this.becauses.find(key);
      if (number < 0) number = this.becauses.add(key, because);
    }
    this.because[slot] = number;
    this.keepRare(slot, 'because', because && number < 0 ? because : undefined);
  }

  keepRare<Key extends keyof Rare>(slot: number, key: Key, value: Rare[Key] | undefined): void {
    if (value === undefined && this.rare.size === 0) return;
    const rare = this.rare.get(slot);
    if (value !== undefined) {
      if (rare) rare[key] = value;
      else this.rare.set(slot, { [key]: value });
    } else if (rare && rare[key] !== undefined) {
      delete rare[key];
      if (Object.keys(rare).length === 0) this.rare.delete(slot);
    }
  }

  rareOf(slot: number): Rare | undefined {
    return this.rare.size > 0 ? this.rare.get(slot) : undefined;
  }

  /** Slot of the agent who has it or is offered it, or -1. */
  holderOf(slot: number): number {
    const holding = this.holding[slot]!;
    return holding < 0 ? -1 : this.holdings.agent[holding]!;
  }

  holdBy(slot: number, agent: number): void {
    if (this.holderOf(slot) === agent) return;
    if (this.holding[slot]! >= 0) this.holdings.remove(this.holding[slot]!);
    this.holding[slot] = agent < 0 ? -1 : this.holdings.add(slot, agent);
  }

  private workOf({ queue, standard, requires, weight, live }: RememberedConversation): number {
    const skills = Object.keys(requires);
    if (skills.length > 1) skills.sort();
    let key = `${queue}\n${standard}\n${weight}\n${live}`;
    for (const skill of skills) key += `\n${skill}\n${requires[skill]}`;
    const known = this.works.find(key);
    if (known >= 0) return known;
    return this.works.add(key, { queue, standard, requires: { ...requires }, weight, live, classes: [] });
  }

  private grow(to: number): void {
    this.key = growColumn(this.key, to);
    this.arrival = growColumn(this.arrival, to);
    this.widenAt = growColumn(this.widenAt, to);
    this.work = growColumn(this.work, to);
    this.place = growColumn(this.place, to, -1);
    this.duePlace = growColumn(this.duePlace, to, -1);
    this.holding = growColumn(this.holding, to, -1);
    this.routingVersion = growColumn(this.routingVersion, to);
    this.ring = growColumn(this.ring, to);
    this.state = growColumn(this.state, to, 255);
    this.boost = growColumn(this.boost, to);
    this.because = growColumn(this.because, to, -1);
  }
}
