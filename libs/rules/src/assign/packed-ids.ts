/** Ids of 36 letters as 16 bytes with a slot each, found by open addressing; slots of those who left are used again. */
import { growColumn, nextLength } from './grow-column.ts';

const digits = new Int8Array(128).fill(-1);
for (let value = 0; value < 16; value++) digits['0123456789abcdef'.charCodeAt(value)] = value;
const pairs = Array.from({ length: 256 }, (_, value) => value.toString(16).padStart(2, '0'));
/** Where each of the four words stands in the text, in two halves. */
const halves = [
  [0, 4],
  [9, 14],
  [19, 24],
  [28, 32],
] as const;
const dashes = [8, 13, 18, 23];
const dash = '-'.charCodeAt(0);
const most = 0.7;

export class PackedIds {
  /** Slots ever given; those of who left are below it too. */
  length = 0;
  capacity = 16;
  private words = new Uint32Array(4 * this.capacity);
  private table = new Int32Array(32).fill(-1);
  private count = 0;
  private readonly free: number[] = [];
  /** Ids that are no lower-case UUIDs: kept as they came. */
  private readonly odd = new Map<string, number>();
  private readonly oddText = new Map<number, string>();
  private readonly read = new Uint32Array(4);
  private readId = '';
  /** Whose it is, or -1. */
  private readSlot = -1;

  /** The slot, or -1. */
  find(id: string): number {
    if (!this.parse(id)) return this.odd.get(id) ?? -1;
    const mask = this.table.length - 1;
    for (let place = this.hash(this.read, 0) & mask; ; place = (place + 1) & mask) {
      const slot = this.table[place]!;
      if (slot >= 0 && !this.isRead(slot)) continue;
      this.readSlot = slot;
      return slot;
    }
  }

  /** A slot for one that has none yet. */
  add(id: string): number {
    const slot = this.free.pop() ?? this.length++;
    if (slot >= this.capacity) {
      this.capacity = nextLength(this.capacity, slot + 1);
      this.words = growColumn(this.words, 4 * this.capacity);
    }
    if (!this.parse(id)) {
      this.odd.set(id, slot);
      this.oddText.set(slot, id);
      return slot;
    }
    this.words.set(this.read, 4 * slot);
    this.readSlot = slot;
    this.count += 1;
    if (this.count > this.table.length * most) this.rehash();
    this.enter(slot);
    return slot;
  }

  remove(slot: number): void {
    this.free.push(slot);
    if (slot === this.readSlot) this.readSlot = -1;
    const odd = this.oddText.get(slot);
    if (odd !== undefined) {
      this.oddText.delete(slot);
      this.odd.delete(odd);
      return;
    }
    this.count -= 1;
    this.close(slot);
  }

  text(slot: number): string {
    if (slot === this.readSlot) return this.readId;
    const odd = this.oddText.size > 0 ? this.oddText.get(slot) : undefined;
    if (odd !== undefined) return odd;
    const { words } = this;
    const at = 4 * slot;
    const [a, b, c, d] = [words[at]!, words[at + 1]!, words[at + 2]!, words[at + 3]!];
    return `${hex(a >>> 16)}${hex(a)}-${hex(b >>> 16)}-${hex(b)}-${hex(c >>> 16)}-${hex(c)}${hex(d >>> 16)}${hex(d)}`;
  }

  get bytes(): number {
    return this.words.byteLength + this.table.byteLength;
  }

  /** Whether it is a UUID, which stands in `read` then. */
  private parse(id: string): boolean {
    if (id === this.readId) return true;
    this.readId = '';
    this.readSlot = -1;
    if (id.length !== 36) return false;
    for (const at of dashes) if (id.charCodeAt(at) !== dash) return false;
    for (let word = 0; word < 4; word++) {
      const high = quarter(id, halves[word]![0]);
      const low = quarter(id, halves[word]![1]);
      if (high < 0 || low < 0) return false;
      this.read[word] = high * 65_536 + low;
    }
    this.readId = id;
    return true;
  }

  private isRead(slot: number): boolean {
    const { words, read } = this;
    const at = 4 * slot;
    return words[at + 3] === read[3] && words[at] === read[0] && words[at + 1] === read[1] && words[at + 2] === read[2];
  }

  private hash(words: Uint32Array, at: number): number {
    let mixed = Math.imul(words[at]!, 0x85ebca6b) ^ Math.imul(words[at + 1]!, 0xc2b2ae35);
    mixed ^= Math.imul(words[at + 2]!, 0x27d4eb2f) ^ Math.imul(words[at + 3]!, 0x9e3779b1);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
    return (mixed ^ (mixed >>> 13)) >>> 0;
  }

  private enter(slot: number): void {
    const mask = this.table.length - 1;
    let place = this.hash(this.words, 4 * slot) & mask;
    while (this.table[place]! >= 0) place = (place + 1) & mask;
    this.table[place] = slot;
  }

  private rehash(): void {
    const { table } = this;
    this.table = new Int32Array(table.length * 2).fill(-1);
    for (const slot of table) if (slot >= 0) this.enter(slot);
  }

  /** Takes a slot out of the table and moves up whoever stands behind only because of it. */
  private close(slot: number): void {
    const mask = this.table.length - 1;
    let hole = this.hash(this.words, 4 * slot) & mask;
    while (this.table[hole] !== slot) hole = (hole + 1) & mask;
    for (let place = (hole + 1) & mask; this.table[place]! >= 0; place = (place + 1) & mask) {
      const home = this.hash(this.words, 4 * this.table[place]!) & mask;
      if (((place - home) & mask) < ((place - hole) & mask)) continue;
      this.table[hole] = this.table[place]!;
      hole = place;
    }
    this.table[hole] = -1;
  }
}

const hex = (half: number) => pairs[(half >>> 8) & 0xff]! + pairs[half & 0xff]!;

/** Four letters as a number, or below zero. */
function quarter(id: string, from: number): number {
  let value = 0;
  let wrong = 0;
  for (let at = from; at < from + 4; at++) {
    const digit = digits[id.charCodeAt(at) & 127]!;
    wrong |= digit | -(id.charCodeAt(at) >>> 7);
    value = value * 16 + digit;
  }
  return wrong < 0 ? -1 : value;
}
