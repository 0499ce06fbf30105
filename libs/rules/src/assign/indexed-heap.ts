/** A queue whose first is known at once, and from whose middle anybody can be taken, because each knows its place. */
import { growColumn, nextLength } from './grow-column.ts';

export type Order = {
  isBefore(one: number, other: number): boolean;
  /** Notes where it stands now, to be told when it changes or goes. */
  putAt(one: number, place: number): void;
};

/** Four below each: half the levels of two, and whoever stands below stands together. */
const below = 4;
const above = (place: number) => (place - 1) >> 2;

export class IndexedHeap {
  size = 0;
  private rows = new Int32Array(4);

  constructor(private readonly order: Order) {}

  /** -1 where nobody is in it. */
  get first(): number {
    return this.size > 0 ? this.rows[0]! : -1;
  }

  get bytes(): number {
    return this.rows.byteLength;
  }

  add(one: number): void {
    if (this.size === this.rows.length) this.rows = growColumn(this.rows, nextLength(this.size, 4));
    this.size += 1;
    this.rise(one, this.size - 1);
  }

  /** Whoever stands at this place. */
  remove(place: number): void {
    this.size -= 1;
    if (place < this.size) this.settle(this.rows[this.size]!, place);
  }

  /** Call after the key of whoever stands at this place has changed, and nobody else's. */
  changed(place: number): void {
    this.settle(this.rows[place]!, place);
  }

  /** First to last until `visit` says stop; nothing may be added or removed meanwhile. */
  visit(visit: (one: number) => boolean): void {
    const open = this.size > 0 ? [0] : [];
    while (open.length > 0) {
      const place = this.takeSoonest(open);
      if (visit(this.rows[place]!)) return;
      const end = Math.min(this.size, below * place + below + 1);
      for (let next = below * place + 1; next < end; next++) this.putInto(open, next);
    }
  }

  private putInto(open: number[], place: number): void {
    let at = open.length;
    open.push(place);
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (!this.order.isBefore(this.rows[place]!, this.rows[open[above]!]!)) break;
      open[at] = open[above]!;
      at = above;
    }
    open[at] = place;
  }

  private takeSoonest(open: number[]): number {
    const soonest = open[0]!;
    const last = open.pop()!;
    if (open.length === 0) return soonest;
    let at = 0;
    for (let next = 1; next < open.length; next = 2 * at + 1) {
      if (next + 1 < open.length && this.order.isBefore(this.rows[open[next + 1]!]!, this.rows[open[next]!]!))
        next += 1;
      if (!this.order.isBefore(this.rows[open[next]!]!, this.rows[last]!)) break;
      open[at] = open[next]!;
      at = next;
    }
    open[at] = last;
    return soonest;
  }

  private settle(one: number, place: number): void {
    if (place > 0 && this.order.isBefore(one, this.rows[above(place)]!)) this.rise(one, place);
    else this.sink(one, place);
  }

  private rise(one: number, from: number): void {
    const { rows, order } = this;
    let place = from;
    while (place > 0) {
      const next = rows[above(place)]!;
      if (!order.isBefore(one, next)) break;
      this.put(next, place);
      place = above(place);
    }
    this.put(one, place);
  }

  private sink(one: number, from: number): void {
    const { rows, order, size } = this;
    let place = from;
    for (let first = below * place + 1; first < size; first = below * place + 1) {
      let soonest = first;
      const end = Math.min(size, first + below);
      for (let next = first + 1; next < end; next++) if (order.isBefore(rows[next]!, rows[soonest]!)) soonest = next;
      if (!order.isBefore(rows[soonest]!, one)) break;
      this.put(rows[soonest]!, place);
      place = soonest;
    }
    this.put(one, place);
  }

  private put(one: number, place: number): void {
    this.rows[place] = one;
    this.order.putAt(one, place);
  }
}
