/** Folds a text so that one spelling stands for all: width, case, and traditional Chinese into simplified. */
import { traditionalToSimplified } from './traditional.ts';

const table = new Map<string, string>();
const pairs = [...traditionalToSimplified.replace(/\s+/g, '')];
for (let at = 0; at < pairs.length; at += 2) table.set(pairs[at] as string, pairs[at + 1] as string);

const han = /\p{Script=Han}/gu;

/** NFKC (full width into half), lower case, traditional into simplified characters, white space collapsed. */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(han, (char) => table.get(char) ?? char)
    .replace(/[’‘]/g, "'")
    .replace(/\s+/g, ' ')
    .trim();
}
