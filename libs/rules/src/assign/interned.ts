/** Equal things kept once, by number, so that a column of numbers says which one each row has. */
export class Interned<Thing> {
  private readonly numbers = new Map<string, number>();
  private readonly things: Thing[] = [];

  /** `most`: how many are kept at all; what comes later gets -1, and its owner keeps it otherwise. */
  constructor(private readonly most = Number.POSITIVE_INFINITY) {}

  numberOf(key: string, thing: Thing): number {
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
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
