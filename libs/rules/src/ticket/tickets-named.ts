/** The tickets that a customer's words name by their number: `T-1042`, as they were told it. */
import { fold } from '../words/fold.ts';

const most = 5;
const longest = 15;

/** Digits alone, each once, in the order they were named; what is longer than any number of ours is none. */
export function ticketsNamed(text: string): string[] {
  const found = fold(text).matchAll(/(?<![a-z0-9-])t[-‐–—]\s?0*([1-9]\d*)(?![a-z0-9-])/g);
  const numbers = [...found].map(([, digits]) => digits!).filter((digits) => digits.length <= longest);
  return [...new Set(numbers)].slice(0, most);
}
