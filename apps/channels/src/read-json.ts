/** Bytes that may be JSON, with texts that every table takes: without NUL and half characters; undefined where they are none. */
export function readJson(raw: Buffer): unknown {
  const text = raw.toString('utf8');
  try {
    // rare, and a reviver on each value is not for nothing
    return /\\u(?:0000|d[89a-f])/i.test(text) ? JSON.parse(text, clean) : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** `toWellFormed` is in Node 20, and not yet in the language's types. */
const clean = (_key: string, value: unknown) =>
  typeof value === 'string' ? Buffer.from(value.replaceAll('\u0000', '')).toString() : value;
