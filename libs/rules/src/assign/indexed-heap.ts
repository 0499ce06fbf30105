/** A queue whose first is known at once, and from whose middle anybody can be taken, because each knows its place. */
import { growColumn, nextLength } from './grow-column.ts';

export type Order = {
  isBefore(one: number, other: number): boolean;
  placeOf(one: number): number;
  /** -1: no longer in it. */
  putAt(one: number, place: number): void;
};

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

  remove(one: number): void {
    const place = this.order.placeOf(one);
    this.size -= 1;
    this.order.putAt(one, -1);
    const last = this.rows[this.size]!;
    if (last !== one) this.settle(last, place);
  }

  /** Call after its key has changed, and nobody else's. */
  changed(one: number): void {
    this.settle(one, this.order.placeOf(one));
  }

  /** First to last until `visit` says stop; nothing may be added or removed meanwhile. */
  visit(visit: (one: number) => boolean): void {
    const open = this.size > 0 ? [0] : [];
    while (open.length > 0) {
      const place = this.takeSoonest(open);
      if (visit(this.rows[place]!)) return;
      for (const below of [2 * place + 1, 2 * place + 2]) if (below < this.size) this.putInto(open, below);
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
    for (let below = 1; below < open.length; below = 2 * at + 1) {
      if (below + 1 < open.length && this.order.isBefore(this.rows[open[below + 1]!]!, this.rows[open[below]!]!))
        below += 1;
      if (!this.order.isBefore(this.rows[open[below]!]!, this.rows[last]!)) break;
      open[at] = open[below]!;
      at = below;
    }
    open[at] = last;
    return soonest;
  }

  private settle(one: number, place: number): void {
    const above = this.rows[(place - 1) >> 1]!;
    if (place > 0 && this.order.isBefore(one, above)) this.rise(one, place);
    else this.sink(one, place);
  }

  private rise(one: number, from: number): void {
    const { rows, order } = this;
    let place = from;
    while (place > 0) {
      const above = rows[(place - 1) >> 1]!;
      if (!order.isBefore(one, above)) break;
      this.put(above, place);
      place = (place - 1) >> 1;
    }
    this.put(one, place);
  }

  private sink(one: number, from: number): void {
    const { rows, order, size } = this;
    let place = from;
    for (let below = 2 * place + 1; below < size; below = 2 * place + 1) {
      if (below + 1 < size && order.isBefore(rows[below + 1]!, rows[below]!)) below += 1;
      if (!order.isBefore(rows[below]!, one)) break;
      this.put(rows[below]!, place);
      place = below;
    }
    this.put(one, place);
  }

  private put(one: number, place: number): void {
    this.rows[place] = one;
    this.order.putAt(one, place);
  }
}
