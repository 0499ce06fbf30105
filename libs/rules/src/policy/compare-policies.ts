/** What differs between two policies, place by place; what has a code is found by it, wherever it stands in its list. */
import type { PolicyChange, PolicyV1 } from '@trunkline/contracts';
import { type Named, nameItems as nameAll } from './name-items.ts';
import { isRecord, isSameJson as isSame } from './patch-json.ts';

/** The version is none of the differences. In the order of the document; what was removed stands behind what is there. */
export function comparePolicies(from: PolicyV1, to: PolicyV1): PolicyChange[] {
  return compare('', { ...from, version: 0 }, { ...to, version: 0 });
}

function compare(path: string, from: unknown, to: unknown): PolicyChange[] {
  if (isSame(from, to)) return [];
  if (from === undefined) return [{ path, kind: 'added', to }];
  if (to === undefined) return [{ path, kind: 'removed', from }];
  if (isRecord(from) && isRecord(to)) {
    const keys = new Set([...Object.keys(to), ...Object.keys(from)]);
    return [...keys].flatMap((key) => compare(path === '' ? key : `${path}.${key}`, from[key], to[key]));
  }
  if (Array.isArray(from) && Array.isArray(to)) return compareLists(path, from, to);
  return [{ path, kind: 'changed', from, to }];
}

function compareLists(path: string, from: unknown[], to: unknown[]): PolicyChange[] {
  if ([...from, ...to].every((item) => typeof item === 'string')) return compareSets(path, from, to);
  const before = nameAll(from);
  const after = nameAll(to);
  if (!before || !after) return [{ path, kind: 'changed', from, to }];
  const names = new Set([...after.keys(), ...before.keys()]);
  return [
    ...[...names].flatMap((name) => compare(`${path}[${name}]`, before.get(name), after.get(name))),
    ...moved(before, after).map(
      ([name, was, is]): PolicyChange => ({ path: `${path}[${name}]`, kind: 'moved', from: was, to: is }),
    ),
  ];
}

/** Words, dates, standards: their order says nothing. */
function compareSets(path: string, from: unknown[], to: unknown[]): PolicyChange[] {
  const [before, after] = [new Set(from), new Set(to)];
  return [
    ...[...after].filter((item) => !before.has(item)).map((item): PolicyChange => ({ path, kind: 'added', to: item })),
    ...[...before]
      .filter((item) => !after.has(item))
      .map((item): PolicyChange => ({ path, kind: 'removed', from: item })),
  ];
}

/** The fewest whose moving explains the new order, with their places among those that stayed, from 1. */
function moved(before: Named, after: Named): [string, number, number][] {
  const was = new Map([...before.keys()].filter((name) => after.has(name)).map((name, at) => [name, at]));
  const is = [...after.keys()].filter((name) => before.has(name));
  const kept = longestRising(is.map((name) => was.get(name)!));
  return is.flatMap((name, at): [string, number, number][] => {
    const place = was.get(name)!;
    return kept.has(place) ? [] : [[name, place + 1, at + 1]];
  });
}

/** `ends[n]`: the lowest place with which a run of n + 1 can end so far. */
function longestRising(places: number[]): Set<number> {
  const ends: number[] = [];
  const behind = new Map<number, number | undefined>();
  for (const place of places) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (ends[middle]! < place) low = middle + 1;
      else high = middle;
    }
    behind.set(place, ends[low - 1]);
    ends[low] = place;
  }
  const run = new Set<number>();
  for (let place = ends.at(-1); place !== undefined; place = behind.get(place)) run.add(place);
  return run;
}
