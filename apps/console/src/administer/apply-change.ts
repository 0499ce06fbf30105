/** Makes one difference true in a policy; turned around, it takes it back. */
import type { PolicyChange } from '@trunkline/contracts';
import { isCoded, isTree, placeIn, putAt, stepsOf, valueAt } from './walk-path.ts';

/** `like` is a policy in which the difference is true already: what is added stands where it stands there. */
export function applyChange<Tree>(tree: Tree, change: PolicyChange, like: unknown): Tree {
  const { path, kind, to } = change;
  if (kind === 'moved') return putAt(tree, path, inOrder(valueAt(tree, path), to));
  if (kind === 'removed') return valueAt(tree, path) === undefined ? tree : putAt(tree, path, undefined);
  const { way, last } = splitLast(path);
  const list = valueAt(tree, way);
  if (!Array.isArray(list)) return putAt(tree, path, to);
  if (list.some((item) => isCoded(item) && item.code === last)) return putAt(tree, path, to);
  const before = comesAfter(list, valueAt(like, way), last);
  return putAt(tree, way, [...list.slice(0, before), to, ...list.slice(before)]);
}

/** The same difference, the other way round. */
export function turnChange({ path, kind, from, to }: PolicyChange): PolicyChange {
  const turned = kind === 'added' ? 'removed' : kind === 'removed' ? 'added' : kind;
  return { path, kind: turned, from: to, to: from };
}

/** What it was set in is still there: the change can be made. */
export function hasPlace(tree: unknown, { path, kind }: PolicyChange): boolean {
  const { way, last } = splitLast(path);
  const inside = way === '' ? tree : valueAt(tree, way);
  if (kind === 'moved') return Array.isArray(valueAt(tree, path));
  if (kind !== 'changed') return inside !== undefined;
  return Array.isArray(inside) ? placeIn(inside, last) >= 0 : isTree(inside) && Object.hasOwn(inside, last);
}

function splitLast(path: string): { way: string; last: string } {
  const last = stepsOf(path).at(-1) ?? '';
  return { way: path.replace(/(\.[^.[\]]+|\[[^\]]*\]|^[^.[\]]+)$/, ''), last };
}

/** Behind the nearest of those that stand before it in `like`. */
function comesAfter(list: unknown[], like: unknown, code: string): number {
  const codes = Array.isArray(like) ? like.filter(isCoded).map((item) => item.code) : [];
  for (let at = codes.indexOf(code) - 1; at >= 0; at--) {
    const place = list.findIndex((item) => isCoded(item) && item.code === codes[at]);
    if (place >= 0) return place + 1;
  }
  return codes.includes(code) ? 0 : list.length;
}

/** Those that are named stand as named; others keep behind whom they followed. */
function inOrder(list: unknown, codes: unknown): unknown {
  if (!Array.isArray(list) || !Array.isArray(codes)) return list;
  const isNamed = (item: unknown) => isCoded(item) && codes.includes(item.code);
  const named = list.filter(isNamed).sort((a, b) => codes.indexOf(a.code) - codes.indexOf(b.code));
  return list.map((item) => (isNamed(item) ? named.shift() : item));
}
