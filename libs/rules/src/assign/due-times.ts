/** Who has something coming by time alone, soonest first: when the next of it is due is known at once. */
import { IndexedHeap, type Order } from './indexed-heap.ts';

export class DueTimes {
  private readonly heap: IndexedHeap;

  constructor(
    private readonly places: Pick<Order, 'placeOf' | 'putAt'>,
    private readonly dueOf: (one: number) => number,
  ) {
    this.heap = new IndexedHeap({ ...places, isBefore: (one, other) => dueOf(one) < dueOf(other) });
  }

  /** Only before its due time is another; one that is never due is not kept. */
  add(one: number): void {
    if (this.dueOf(one) < Number.POSITIVE_INFINITY) this.heap.add(one);
  }

  remove(one: number): void {
    if (this.places.placeOf(one) >= 0) this.heap.remove(one);
  }

  get next(): number {
    return this.heap.size > 0 ? this.dueOf(this.heap.first) : Number.POSITIVE_INFINITY;
  }

  /** Takes out whatever is due. */
  takeDue(at: number): number[] {
    const due: number[] = [];
    while (this.next <= at) {
      due.push(this.heap.first);
      this.heap.remove(this.heap.first);
    }
    return due;
  }

  get bytes(): number {
    return this.heap.bytes;
  }
}
