/** Reads labelled texts from JSON lines, and names the line that is none. */
import type { Example } from '@trunkline/rules';
import { readInput } from './read-input.ts';
import { WrongUse } from './refused.ts';

export async function readExamples(name: string): Promise<Example[]> {
  const lines = (await readInput(name)).toString('utf8').split('\n');
  const examples = lines.flatMap((line, at) =>
    line.trim() === '' ? [] : [readExample(line, `${name} line ${at + 1}`)],
  );
  if (examples.length === 0) throw new WrongUse(`${name} holds no texts`);
  return examples;
}

function readExample(line: string, place: string): Example {
  const { text, label } = readObject(line, place);
  if (typeof text === 'string' && typeof label === 'string' && label !== '') return { text, label };
  throw new WrongUse(`${place}: a line is {"text": "…", "label": "…"}`);
}

function readObject(line: string, place: string): Record<string, unknown> {
  try {
    return JSON.parse(line) ?? {};
  } catch {
    throw new WrongUse(`${place} is not JSON`);
  }
}
