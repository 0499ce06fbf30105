/** What is going to happen, soonest first; what was put in first goes first where the instants are equal. */

type Entry<What> = { at: number; order: number; what: What };

/** Recorded orders are below it. */
const firstFree = 2 ** 50;

export class Agenda<What> {
  private readonly heap: Entry<What>[] = [];
  private count = 0;

  get size(): number {
    return this.heap.length;
  }

  /** The soonest instant, in ms; Infinity where nothing is to come. */
  get nextAt(): number {
    return this.heap[0]?.at ?? Number.POSITIVE_INFINITY;
  }

  /** `order` goes before the order of putting: what was recorded keeps its own. */
  put(at: number, what: What, order?: number): void {
    this.count += 1;
    const entry = { at, order: order ?? firstFree + this.count, what };
    let place = this.heap.push(entry) - 1;
    while (place > 0) {
      const above = (place - 1) >> 1;
      if (!isSooner(entry, this.heap[above]!)) break;
      this.heap[place] = this.heap[above]!;
      place = above;
    }
    this.heap[place] = entry;
  }

  take(): What | undefined {
    const first = this.heap[0];
    const last = this.heap.pop();
    if (first && last && this.heap.length > 0) this.sink(last);
    return first?.what;
  }

  private sink(entry: Entry<What>): void {
    let place = 0;
    for (;;) {
      let below = place * 2 + 1;
      if (below >= this.heap.length) break;
      if (below + 1 < this.heap.length && isSooner(this.heap[below + 1]!, this.heap[below]!)) below += 1;
      if (!isSooner(this.heap[below]!, entry)) break;
      this.heap[place] = this.heap[below]!;
      place = below;
    }
    this.heap[place] = entry;
  }
}

const isSooner = (a: Entry<unknown>, b: Entry<unknown>) => a.at < b.at || (a.at === b.at && a.order < b.order);
