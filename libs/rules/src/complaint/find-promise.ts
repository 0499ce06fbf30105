/** Which words of a reply promise the customer a time (`domain.md` §5): days, dates, hours and lengths, in both languages. */

import { type Clause, clausesOf } from './clauses-of.ts';
import { foldInPlace } from './fold-in-place.ts';
import { commits, deniesIt, isOfThePast, isTheirs, onlyTime } from './promise-words.ts';
import { timesInChinese, timesInEnglish } from './time-words.ts';

/** Where it stands in the text, as it was written. */
export type PromiseFound = { from: number; to: number; words: string };
type Span = { from: number; to: number };

const hasHan = /\p{Script=Han}/u;

/** "As soon as possible" names no time; what was denied, asked of the customer, or is past, promises none. */
export function findPromises(text: string): PromiseFound[] {
  const { folded, at } = foldInPlace(text);
  return clausesOf(folded)
    .flatMap((clause) => timesIn(clause.text).flatMap((span) => (promises(clause, span) ? [placed(clause, span)] : [])))
    .map(({ from, to }) => ({ from: at[from]!, to: at[to]!, words: text.slice(at[from]!, at[to]!) }));
}

const placed = ({ from }: Clause, span: Span): Span => ({ from: from + span.from, to: from + span.to });

/** Each stretch of words once, the longest of those that overlap. */
function timesIn(text: string): Span[] {
  const patterns = hasHan.test(text) ? [...timesInChinese, ...timesInEnglish] : timesInEnglish;
  const found = patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match): Span => ({ from: match.index, to: match.index + match[0].length })),
  );
  found.sort((a, b) => b.to - b.from - (a.to - a.from));
  const kept: Span[] = [];
  for (const one of found) if (kept.every(({ from, to }) => one.to <= from || one.from >= to)) kept.push(one);
  return kept.sort((a, b) => a.from - b.from);
}

/** Where a clause is nothing but the time, what stands beside it says what it is for. */
function promises({ text, before, after, isAsked }: Clause, span: Span): boolean {
  const time = text.slice(span.from, span.to);
  const rest = `${text.slice(0, span.from)} # ${text.slice(span.to)}`;
  if (deniesIt(rest, time) || isOfThePast(rest, time) || isTheirs(rest)) return false;
  if (commits(rest, time, isAsked)) return true;
  if (!onlyTime(rest)) return false;
  const beside = [after, before].filter((other) => other !== '' && !deniesIt(other, '') && !isTheirs(other));
  if (beside.some((other) => commits(`# ${other}`, time, isAsked))) return true;
  return before === '' && after === '' && !isAsked;
}
