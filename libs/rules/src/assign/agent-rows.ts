/** Agents in columns, a slot each for good; read and written like objects. */
import type { AgentId, Presence, StaffV1, Standard } from '@trunkline/contracts';
import { growColumn, nextLength } from './grow-column.ts';
import { isoOf, msOf } from './instants.ts';
import { loadLevel } from './order-agents.ts';
import type { RememberedAgent } from './remembered.ts';

const presences = ['offline', 'away', 'online'] as const;
export const standardsInOrder: readonly Standard[] = ['chat', 'call', 'social', 'sms', 'mail'];
const kinds = standardsInOrder.length;
const highestLevel = 65_535;

export class AgentRows {
  readonly rows: AgentRow[] = [];
  private readonly slots = new Map<AgentId, AgentRow>();

  presence = new Uint8Array(16);
  load = new Float32Array(16);
  /** Load in sixteenths of capacity. */
  level = new Uint16Array(16);
  missed = new Uint16Array(16);
  levelSince = new Float64Array(16);
  lastGiven = new Float64Array(16);
  /** Ms; endless while they have something. */
  idleSince = new Float64Array(16).fill(Number.POSITIVE_INFINITY);
  /** In `holdings`, or -1. */
  firstHeld = new Int32Array(16).fill(-1);
  /** Load by standard: what may be interrupted, and what not. */
  loadOf = new Uint16Array(16 * kinds);
  /** How many were given, by queue; a queue that shared nothing yet has no column. */
  readonly given = new Map<string, Int32Array>();
  readonly recent = new Map<number, string[]>();

  get(id: AgentId): AgentRow | undefined {
    return this.slots.get(id);
  }

  row(slot: number): AgentRow {
    return this.rows[slot]!;
  }

  meet(id: AgentId): AgentRow {
    const known = this.slots.get(id);
    if (known) return known;
    const met = new AgentRow(this, this.rows.length, id);
    if (met.slot === this.load.length) this.grow(nextLength(met.slot, 16));
    this.rows.push(met);
    this.slots.set(id, met);
    return met;
  }

  /** After a change of load or capacity. */
  keepLevel(agent: AgentRow): void {
    this.level[agent.slot] = Math.min(highestLevel, loadLevel(agent));
  }

  carries(slot: number, standard: number): number {
    return this.loadOf[slot * kinds + standard]!;
  }

  carry(slot: number, standard: number, weight: number): void {
    this.loadOf[slot * kinds + standard]! += weight;
  }

  givenOf(slot: number, queue: string): number {
    return this.given.get(queue)?.[slot] ?? 0;
  }

  countGiven(slot: number, queue: string, count: number): void {
    this.givenIn(queue)[slot] = count;
  }

  givenIn(queue: string): Int32Array {
    const known = this.given.get(queue);
    if (known) return known;
    const column = new Int32Array(this.load.length);
    this.given.set(queue, column);
    return column;
  }

  get bytes(): number {
    const columns = [
      this.presence,
      this.load,
      this.level,
      this.missed,
      this.levelSince,
      this.lastGiven,
      this.idleSince,
    ];
    const all = [...columns, this.firstHeld, this.loadOf, ...this.given.values()];
    return all.reduce((sum, column) => sum + column.byteLength, 0);
  }

  private grow(to: number): void {
    this.presence = growColumn(this.presence, to);
    this.load = growColumn(this.load, to);
    this.level = growColumn(this.level, to);
    this.missed = growColumn(this.missed, to);
    this.levelSince = growColumn(this.levelSince, to);
    this.lastGiven = growColumn(this.lastGiven, to);
    this.idleSince = growColumn(this.idleSince, to, Number.POSITIVE_INFINITY);
    this.firstHeld = growColumn(this.firstHeld, to, -1);
    this.loadOf = growColumn(this.loadOf, to * kinds);
    for (const [queue, column] of this.given) this.given.set(queue, growColumn(column, to));
  }
}

/** One of them; there is one object for each, so that the same agent is the same object. */
export class AgentRow implements RememberedAgent {
  record: StaffV1 | null = null;
  /** Heard of, and not only named by something that waits for them. */
  isMet = false;

  constructor(
    private readonly rows: AgentRows,
    readonly slot: number,
    readonly id: AgentId,
  ) {}

  get presence(): Presence {
    return presences[this.rows.presence[this.slot]!]!;
  }
  set presence(presence: Presence) {
    this.rows.presence[this.slot] = presences.indexOf(presence);
  }
  get load() {
    return this.rows.load[this.slot]!;
  }
  set load(load: number) {
    this.rows.load[this.slot] = load;
  }
  get override() {
    return Math.max(0, this.load - (this.record?.capacity ?? 0));
  }
  get missed() {
    return this.rows.missed[this.slot]!;
  }
  set missed(missed: number) {
    this.rows.missed[this.slot] = missed;
  }
  get levelSince() {
    return this.rows.levelSince[this.slot]!;
  }
  set levelSince(order: number) {
    this.rows.levelSince[this.slot] = order;
  }
  get lastGiven() {
    return this.rows.lastGiven[this.slot]!;
  }
  set lastGiven(order: number) {
    this.rows.lastGiven[this.slot] = order;
  }
  get idleSince() {
    const ms = this.rows.idleSince[this.slot]!;
    return ms === Number.POSITIVE_INFINITY ? null : isoOf(ms);
  }
  set idleSince(at: string | null) {
    this.rows.idleSince[this.slot] = at === null ? Number.POSITIVE_INFINITY : msOf(at);
  }
  get given() {
    const given: Record<string, number> = {};
    for (const queue of [...this.rows.given.keys()].sort()) {
      const count = this.rows.givenOf(this.slot, queue);
      if (count > 0) given[queue] = count;
    }
    return given;
  }
  set given(given: Record<string, number>) {
    for (const [queue, count] of Object.entries(given)) this.rows.countGiven(this.slot, queue, count);
  }
  get recent() {
    return this.rows.recent.get(this.slot);
  }
  set recent(recent: string[] | undefined) {
    if (recent && recent.length > 0) this.rows.recent.set(this.slot, recent);
    else this.rows.recent.delete(this.slot);
  }
}
