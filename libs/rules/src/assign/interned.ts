/** Equal things kept once, by number, so that a column of numbers says which one each row has. */
export class Interned<Thing> {
  private readonly numbers = new Map<string, number>();
  private readonly things: Thing[] = [];

  /** `most`: how many are kept at all; what comes later is not, and its owner keeps it otherwise. */
  constructor(private readonly most = Number.POSITIVE_INFINITY) {}

  /** -1 where it is not kept. */
  find(key: string): number {
    return this.numbers.get(key) ?? -1;
  }

  /** One that is not kept yet; -1 where it cannot be. */
  add(key: string, thing: Thing): number {
    if (this.things.length >= this.most) return -1;
    this.numbers.set(key, this.things.length);
    return this.things.push(thing) - 1;
  }

  at(number: number): Thing {
    return this.things[number]!;
  }

  [Symbol.iterator](): Iterator<Thing> {
    return this.things[Symbol.iterator]();
  }
}
