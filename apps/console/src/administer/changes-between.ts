/** What differs between two policies, each difference at its path; what has a code is followed by it, wherever it stands. */
import type { PolicyChange } from '@trunkline/contracts';
import { isCoded, isTree, pathAt } from './walk-path.ts';

export function changesBetween(from: unknown, to: unknown, path = ''): PolicyChange[] {
  if (isSame(from, to)) return [];
  if (Array.isArray(from) && Array.isArray(to) && haveCodes([...from, ...to])) return ofLists(from, to, path);
  if (isTree(from) && isTree(to)) return ofTrees(from, to, path);
  return [{ path, kind: 'changed', from, to }];
}

export function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((item, at) => isSame(item, other[at]));
  }
  if (!isTree(one) || !isTree(other)) return false;
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => Object.hasOwn(other, name) && isSame(one[name], other[name]))
  );
}

const haveCodes = (items: unknown[]): items is { code: string }[] => items.length > 0 && items.every(isCoded);

/** The version is no content: publishing gives it. */
function ofTrees(from: Record<string, unknown>, to: Record<string, unknown>, path: string): PolicyChange[] {
  const names = [...new Set([...Object.keys(from), ...Object.keys(to)])].filter((name) => path || name !== 'version');
  return names.flatMap((name) => ofOne(from[name], to[name], pathAt(path, name, from)));
}

function ofLists(from: { code: string }[], to: { code: string }[], path: string): PolicyChange[] {
  const find = (list: { code: string }[], code: string) => list.find((item) => item.code === code);
  const codes = [...new Set([...from, ...to].map(({ code }) => code))];
  const stay = (list: { code: string }[], other: { code: string }[]) =>
    list.map(({ code }) => code).filter((code) => find(other, code));
  const [before, after] = [stay(from, to), stay(to, from)];
  return [
    ...codes.flatMap((code) => ofOne(find(from, code), find(to, code), `${path}[${code}]`)),
    ...(isSame(before, after) ? [] : [{ path, kind: 'moved' as const, from: before, to: after }]),
  ];
}

function ofOne(from: unknown, to: unknown, path: string): PolicyChange[] {
  if (from === undefined) return to === undefined ? [] : [{ path, kind: 'added', to }];
  if (to === undefined) return [{ path, kind: 'removed', from }];
  return changesBetween(from, to, path);
}
