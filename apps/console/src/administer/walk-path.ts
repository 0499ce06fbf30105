/** Reads and writes places of the policy by their path, `queues[payments].widensTo`: what has a code is named by it. */

export const stepsOf = (path: string): string[] => path.split(/[.[\]]+/).filter((step) => step !== '');

type Coded = { code: string };
export const isTree = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const isCoded = (value: unknown): value is Coded => isTree(value) && typeof value.code === 'string';

/** Where a step leads in a list: to the item of that code, else to the place of that number; -1 is nowhere. */
export function placeIn(list: readonly unknown[], step: string): number {
  const byCode = list.findIndex((item) => isCoded(item) && item.code === step);
  if (byCode >= 0) return byCode;
  return /^\d+$/.test(step) && Number(step) <= list.length ? Number(step) : -1;
}

export const pathAt = (path: string, step: string, inside: unknown): string =>
  Array.isArray(inside) ? `${path}[${step}]` : path === '' ? step : `${path}.${step}`;

export function valueAt(tree: unknown, path: string): unknown {
  let at = tree;
  for (const step of stepsOf(path)) {
    if (Array.isArray(at)) at = at[placeIn(at, step)];
    else at = isTree(at) ? at[step] : undefined;
  }
  return at;
}

/** The same tree with another value there; `undefined` takes it out. A way that does not exist changes nothing. */
export function putAt<Tree>(tree: Tree, path: string, value: unknown): Tree {
  return put(tree, stepsOf(path), value) as Tree;
}

function put(at: unknown, [step, ...rest]: string[], value: unknown): unknown {
  if (step === undefined) return value;
  if (Array.isArray(at)) {
    const place = placeIn(at, step);
    if (place < 0 || (rest.length > 0 && place >= at.length)) return at;
    if (rest.length === 0 && value === undefined) return at.filter((_item, index) => index !== place);
    const next = [...at];
    next[place] = put(at[place], rest, value);
    return next;
  }
  if (!isTree(at) || (rest.length > 0 && !Object.hasOwn(at, step))) return at;
  if (rest.length > 0 || value !== undefined) return { ...at, [step]: put(at[step], rest, value) };
  const { [step]: _gone, ...others } = at;
  return others;
}

/** The path with codes in place of numbers wherever there are codes: the form in which fields know themselves. */
export function nameSteps(tree: unknown, path: string): string {
  let at = tree;
  let named = '';
  for (const step of stepsOf(path)) {
    const next: unknown = Array.isArray(at) ? at[placeIn(at, step)] : isTree(at) ? at[step] : undefined;
    named = pathAt(named, Array.isArray(at) && isCoded(next) ? next.code : step, at);
    at = next;
  }
  return named;
}
