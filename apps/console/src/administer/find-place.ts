/** Where in the text of a JSON document a path's value begins; where it is not there, the nearest above it. */
import { placeIn, stepsOf } from './walk-path.ts';

export function findPlace(text: string, path: string): number {
  let tree: unknown;
  try {
    tree = JSON.parse(text);
  } catch {
    return 0;
  }
  const asked = stepsOf(path);
  const way: string[] = [];
  for (const step of asked) {
    const inside = tree as Record<string, unknown> | unknown[];
    const next = Array.isArray(inside) ? String(placeIn(inside, step)) : step;
    if (typeof inside !== 'object' || inside === null || !Object.hasOwn(inside, next)) break;
    way.push(next);
    tree = (inside as Record<string, unknown>)[next];
  }
  return scan(text, way);
}

/** Walks the tokens once; the text is known to be JSON. */
function scan(text: string, way: string[]): number {
  const token = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;
  const stack: { isList: boolean; step: string; count: number }[] = [];
  let found = 0;
  let matched = 0;
  let isKey = false;
  for (let hit = token.exec(text); hit && matched < way.length; hit = token.exec(text)) {
    const [sign] = hit;
    const top = stack.at(-1);
    if (sign === ',' && top) {
      top.count += 1;
      isKey = !top.isList;
      continue;
    }
    if (sign === ':') continue;
    if (sign === '}' || sign === ']') {
      stack.pop();
      continue;
    }
    if (top && !top.isList && isKey) {
      top.step = JSON.parse(sign) as string;
      isKey = false;
      if (stack.length === matched + 1 && top.step === way[matched]) {
        found = hit.index;
        matched += 1;
      }
      continue;
    }
    if (top?.isList && stack.length === matched + 1 && String(top.count) === way[matched]) {
      found = hit.index;
      matched += 1;
    }
    if (sign === '{' || sign === '[') {
      stack.push({ isList: sign === '[', step: '', count: 0 });
      isKey = sign === '{';
    }
  }
  return found;
}
