/** An administrator's pattern over a text, by the engine that is linear in the text; one that it refuses matches nothing. */
import { RE2JS } from 're2js';

const compiled = new Map<string, (text: string) => boolean>();

export function matchPattern(pattern: string): (text: string) => boolean {
  const matches = compiled.get(pattern) ?? compile(pattern);
  compiled.set(pattern, matches);
  return matches;
}

function compile(pattern: string): (text: string) => boolean {
  try {
    const expression = RE2JS.compile(pattern, RE2JS.CASE_INSENSITIVE);
    return (text) => expression.matcher(text).find();
  } catch {
    return () => false;
  }
}
