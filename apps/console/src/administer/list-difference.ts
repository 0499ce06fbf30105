/** What two lists differ in: what came, what went, and whether the rest stands in another order. */
import { isSame } from './changes-between.ts';

export type ListDifference<Item> = { added: Item[]; removed: Item[]; isReordered: boolean };

export function listDifference<Item>(from: readonly Item[], to: readonly Item[]): ListDifference<Item> {
  const has = (list: readonly Item[], item: Item) => list.some((one) => isSame(one, item));
  const stay = (list: readonly Item[], other: readonly Item[]) => list.filter((item) => has(other, item));
  return {
    added: to.filter((item) => !has(from, item)),
    removed: from.filter((item) => !has(to, item)),
    isReordered: !isSame(stay(from, to), stay(to, from)),
  };
}
