/** Which classes each agent can take, and their place in each one's order of turns: short runs in two long columns. */
import { growColumn, nextLength } from './grow-column.ts';

export const outside = -1;
/** Could take it and has room, but had their share. */
export const limited = -2;
const step = 2;
const roomy = (count: number) => Math.ceil(count / step) * step;

export class Memberships {
  classOf = new Uint16Array(64);
  place = new Int32Array(64);
  start = new Int32Array(16);
  count = new Uint16Array(16);
  private used = 0;
  private wasted = 0;

  /** The classes in rising order; nobody may be in a heap by the old ones any more. */
  set(agent: number, classes: number[]): void {
    this.reach(agent);
    this.wasted += roomy(this.count[agent]!);
    this.count[agent] = 0;
    this.start[agent] = this.take(roomy(classes.length));
    this.count[agent] = classes.length;
    const start = this.start[agent]!;
    this.classOf.set(classes, start);
    this.place.fill(outside, start, start + classes.length);
    this.tidy();
  }

  /** A class made later than all of theirs. */
  add(agent: number, workClass: number): void {
    this.reach(agent);
    const count = this.count[agent]!;
    const old = this.start[agent]!;
    if (count === roomy(count)) {
      const start = this.take(count + step);
      this.classOf.copyWithin(start, old, old + count);
      this.place.copyWithin(start, old, old + count);
      this.start[agent] = start;
      this.wasted += count;
    }
    const at = this.start[agent]! + count;
    this.classOf[at] = workClass;
    this.place[at] = outside;
    this.count[agent] = count + 1;
    this.tidy();
  }

  /** Where in the columns, or -1. */
  find(agent: number, workClass: number): number {
    const { classOf } = this;
    let low = this.start[agent]!;
    let high = low + this.count[agent]! - 1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const one = classOf[middle]!;
      if (one === workClass) return middle;
      if (one < workClass) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  clear(): void {
    this.count.fill(0);
    this.used = 0;
    this.wasted = 0;
  }

  get bytes(): number {
    return this.classOf.byteLength + this.place.byteLength + this.start.byteLength + this.count.byteLength;
  }

  /** Of them, what the runs fill. */
  get bytesUsed(): number {
    return (this.used - this.wasted) * 6;
  }

  private reach(agent: number): void {
    if (agent < this.start.length) return;
    const length = nextLength(this.start.length, agent + 1);
    this.start = growColumn(this.start, length);
    this.count = growColumn(this.count, length);
  }

  private take(length: number): number {
    const start = this.used;
    this.used += length;
    if (this.used > this.place.length) {
      const longer = nextLength(this.place.length, this.used);
      this.classOf = growColumn(this.classOf, longer);
      this.place = growColumn(this.place, longer);
    }
    return start;
  }

  private tidy(): void {
    if (this.wasted < 4096 || this.wasted * 8 < this.used) return;
    const { classOf, place, start, count } = this;
    this.used = 0;
    this.wasted = 0;
    this.classOf = new Uint16Array(classOf.length);
    this.place = new Int32Array(place.length);
    for (let agent = 0; agent < start.length; agent++) {
      const [from, length] = [start[agent]!, count[agent]!];
      const to = this.take(roomy(length));
      this.classOf.set(classOf.subarray(from, from + length), to);
      this.place.set(place.subarray(from, from + length), to);
      start[agent] = to;
    }
  }
}
