/** Who has something coming by time alone, soonest first: when the next of it is due is known at once. */
import { IndexedHeap } from './indexed-heap.ts';

/** Where each stands; -1: nowhere. */
export type Places = { placeOf(one: number): number; putAt(one: number, place: number): void };

export class DueTimes {
  private readonly heap: IndexedHeap;

  constructor(
    private readonly places: Places,
    private readonly dueOf: (one: number) => number,
  ) {
    const { putAt } = places;
    this.heap = new IndexedHeap({ putAt, isBefore: (one, other) => dueOf(one) < dueOf(other) });
  }

  /** Only before its due time is another; one that is never due is not kept. */
  add(one: number): void {
    if (this.dueOf(one) < Number.POSITIVE_INFINITY) this.heap.add(one);
  }

  remove(one: number): void {
    const place = this.places.placeOf(one);
    if (place < 0) return;
    this.heap.remove(place);
    this.places.putAt(one, -1);
  }

  get next(): number {
    return this.heap.size > 0 ? this.dueOf(this.heap.first) : Number.POSITIVE_INFINITY;
  }

  /** Takes out whatever is due. */
  takeDue(at: number): number[] {
    const due: number[] = [];
    while (this.next <= at) {
      due.push(this.heap.first);
      this.remove(this.heap.first);
    }
    return due;
  }

  get bytes(): number {
    return this.heap.bytes;
  }
}
