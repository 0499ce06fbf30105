/** Reads labelled texts a line at a time, from JSON lines or CSV, and names the line that is neither. */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { WrongUse } from './refused.ts';

export type Example = { text: string; label: string };
/** The label of texts that belong to none. */
export const outOfScope = 'oos';
/** Which part of a CSV with a column `split` is wanted. */
export type Part = 'train' | 'val' | 'test';

/** JSON lines `{"text", "label"}`, or CSV with a head that names the columns `text` and `label`, and maybe `split`. */
export async function readExamples(name: string, part: Part): Promise<Example[]> {
  const examples: Example[] = [];
  let columns: Columns | undefined;
  let number = 0;
  for await (const line of readLines(name)) {
    number += 1;
    if (line.trim() === '') continue;
    if (number === 1) columns = columnsOf(line);
    if (number === 1 && columns) continue;
    const place = `${name} line ${number}`;
    const example = columns ? fromCsv(line, columns, { place, part }) : fromJson(line, place);
    if (example) examples.push(example);
  }
  if (examples.length === 0) throw new WrongUse(`${name} holds no texts`);
  return examples;
}

async function* readLines(name: string): AsyncGenerator<string> {
  const input = name === '-' ? process.stdin : createReadStream(name);
  let first = true;
  try {
    for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      yield first ? line.replace(/^\uFEFF/, '') : line;
      first = false;
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new WrongUse(code === 'ENOENT' ? `there is no file ${name}` : `${name} cannot be read: ${code}`);
  }
}

function fromJson(line: string, place: string): Example {
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

type Columns = { text: number; label: number; split: number };

function columnsOf(line: string): Columns | undefined {
  if (line.trimStart().startsWith('{')) return undefined;
  const names = cellsOf(line) ?? [];
  const columns = { text: names.indexOf('text'), label: names.indexOf('label'), split: names.indexOf('split') };
  return columns.text >= 0 && columns.label >= 0 ? columns : undefined;
}

/** Nothing where the row belongs to another part. */
function fromCsv(line: string, columns: Columns, { place, part }: { place: string; part: Part }): Example | undefined {
  const cells = cellsOf(line);
  const [text, label] = [cells?.[columns.text], cells?.[columns.label]];
  if (text === undefined || !label) throw new WrongUse(`${place} does not have the columns of the first line`);
  const isWanted = columns.split < 0 || cells?.[columns.split] === part;
  return isWanted ? { text, label } : undefined;
}

/** The cells of a line, quoted or not; nothing where a quote stays open. */
function cellsOf(line: string): string[] | undefined {
  const cells: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",]*))(,|$)/y;
  for (;;) {
    const found = cell.exec(line);
    if (!found) return undefined;
    cells.push(found[1] === undefined ? (found[2] as string) : found[1].replaceAll('""', '"'));
    if (found[3] === '') return cells;
  }
}
