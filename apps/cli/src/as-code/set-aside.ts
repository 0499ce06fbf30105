/** Finds what stands in the maps and lists that a patch speaks of without being named in it, and takes it out. Pure. */
import { isFreeMap, PolicyV1 } from '@trunkline/contracts';
import { nameItems } from '@trunkline/rules';
import type { OnlyOnDesk } from './plan.ts';

/** `kept` is the document without them. Fields of the schema's own are never set aside: leaving one out says nothing. */
export function setAside(there: unknown, patch: unknown, steps: string[] = []): { kept: unknown; extra: OnlyOnDesk[] } {
  if (isMap(there) && isMap(patch)) return fromMap(there, patch, steps);
  if (Array.isArray(there) && Array.isArray(patch)) return fromList(there, patch, steps);
  return { kept: there, extra: [] };
}

function fromMap(there: Record<string, unknown>, patch: Record<string, unknown>, steps: string[]) {
  const names = isFreeMap(PolicyV1, steps) ? Object.keys(there).filter((key) => !Object.hasOwn(patch, key)) : [];
  const extra: OnlyOnDesk[] = names.length > 0 ? [{ path: steps.join('.'), names }] : [];
  const kept: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(there)) {
    if (names.includes(key)) continue;
    const inside = Object.hasOwn(patch, key)
      ? setAside(value, patch[key], [...steps, key])
      : { kept: value, extra: [] };
    kept[key] = inside.kept;
    extra.push(...inside.extra);
  }
  return { kept, extra };
}

/** An item that the patch names is replaced as a whole, so nothing inside it is extra. */
function fromList(there: unknown[], patch: unknown[], steps: string[]) {
  const before = nameItems(there);
  const named = nameItems(patch);
  if (!before || !named) return { kept: there, extra: [] };
  const names = [...before.keys()].filter((name) => !named.has(name));
  const kept = [...before].flatMap(([name, item]) => (named.has(name) ? [item] : []));
  return { kept, extra: names.length > 0 ? [{ path: steps.join('.'), names }] : [] };
}

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
