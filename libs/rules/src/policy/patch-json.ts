/** Lays a patch over a document: maps are merged, lists of things that have names item by item, everything else replaced. */
import { nameItems } from './name-items.ts';

/**
 * An item that the patch names takes the place of the one there; what it does not name stays. Those it names come in its
 * order, on the places that they hold already; a new one stands behind the one before it in the patch.
 */
export function patchJson(there: unknown, patch: unknown): unknown {
  if (isRecord(there) && isRecord(patch)) {
    const patched = Object.entries(patch).map(([key, value]) => [key, patchJson(there[key], value)]);
    return { ...there, ...Object.fromEntries(patched) };
  }
  if (Array.isArray(there) && Array.isArray(patch)) return patchList(there, patch);
  return patch;
}

/** Lists in which something has no name are replaced. An empty patch names nothing. */
function patchList(there: unknown[], patch: unknown[]): unknown[] {
  const before = nameItems(there);
  const named = nameItems(patch);
  if (!before || !named) return patch;
  const known = [...named.keys()].filter((name) => before.has(name));
  let next = 0;
  const order = [...before.keys()].map((name) => (named.has(name) ? known[next++]! : name));
  const names = [...named.keys()];
  for (const [at, name] of names.entries()) {
    if (before.has(name)) continue;
    const following = names.slice(at + 1).find((one) => before.has(one));
    const place = at > 0 ? order.indexOf(names[at - 1]!) + 1 : following ? order.indexOf(following) : order.length;
    order.splice(place, 0, name);
  }
  return order.map((name) => (named.has(name) ? named.get(name) : before.get(name)));
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The order of keys says nothing: Postgres keeps JSON in an order of its own. */
export function isSameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, at) => isSameJson(item, b[at]));
  if (!isRecord(a) || !isRecord(b)) return false;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => isSameJson(a[key], b[key]));
}
