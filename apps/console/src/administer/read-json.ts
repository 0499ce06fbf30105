/** Reads JSON, or says in which line and column it stops to be any; engines tell that each in their own way, or not. */
export type ReadJson = { ok: true; value: unknown } | { ok: false; at: number; line: number; column: number };

export function readJson(text: string): ReadJson {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    const at = firstFault(text);
    const before = text.slice(0, at).split('\n');
    return { ok: false, at, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  }
}

const scalar = /"(?:[^"\\\n]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const gap = /\s*/y;

/** What may stand next: a value, a name, a colon, or what ends or goes on. */
type Next = 'value' | 'value-or-end' | 'name' | 'name-or-end' | 'colon' | 'more';

function firstFault(text: string): number {
  const open: string[] = [];
  let next: Next = 'value';
  let at = 0;
  const skip = (pattern: RegExp) => {
    pattern.lastIndex = at;
    const [found = ''] = pattern.exec(text) ?? [];
    at += found.length;
    return found;
  };
  for (skip(gap); at < text.length; skip(gap)) {
    const sign = text[at] as string;
    const isEnd = next === 'more' || next.endsWith('-or-end');
    if ((sign === '}' || sign === ']') && isEnd && open.at(-1) === sign) {
      open.pop();
      next = 'more';
    } else if (sign === ',' && next === 'more' && open.length > 0) {
      next = open.at(-1) === '}' ? 'name' : 'value';
    } else if (sign === ':' && next === 'colon') {
      next = 'value';
    } else if ((sign === '{' || sign === '[') && next.startsWith('value')) {
      open.push(sign === '{' ? '}' : ']');
      next = sign === '{' ? 'name-or-end' : 'value-or-end';
    } else {
      const isName: boolean = next.startsWith('name') && sign === '"';
      if (!(isName || next.startsWith('value')) || skip(scalar) === '') return at;
      next = isName ? 'colon' : 'more';
      continue;
    }
    at += 1;
  }
  return text.length;
}
