/** Are two conversations of one customer about the same matter (`domain.md` §2)? */
import type { PolicyV1 } from '@trunkline/contracts';
import { wordsOf } from '../words/words-of.ts';
import { numbersIn } from './numbers-in.ts';

export type Contact = {
  conversationId: string;
  /** What the customer said there. */
  text: string;
  label: string | null;
  /** ISO. */
  at: string;
};
/** What an agent said about two conversations: they belong together, or do not. */
export type Tie = { one: string; other: string; tied: boolean };

export type SameMatter =
  | { kind: 'same'; because: 'same-number'; number: string }
  | { kind: 'same'; because: 'same-conversation' | 'tied-by-agent' }
  | { kind: 'proposed'; because: 'same-label-and-words' }
  | { kind: 'other'; because: 'untied-by-agent' | 'another-matter' };

/** Of short texts a third of their words in common is much. */
const similarFrom = 0.3;

export function sameMatter(
  one: Contact,
  other: Contact,
  { ties, policy }: { ties: Tie[]; policy: PolicyV1 },
): SameMatter {
  if (one.conversationId === other.conversationId) return { kind: 'same', because: 'same-conversation' };
  const tie = ties.findLast((said) => isAbout(said, one.conversationId, other.conversationId));
  if (tie) return tie.tied ? { kind: 'same', because: 'tied-by-agent' } : { kind: 'other', because: 'untied-by-agent' };
  const numbers = new Set(numbersIn(one.text));
  const theirs = numbersIn(other.text);
  const number = theirs.find((candidate) => numbers.has(candidate));
  if (number) return { kind: 'same', because: 'same-number', number };
  // each names a number, and another one
  if (numbers.size > 0 && theirs.length > 0) return { kind: 'other', because: 'another-matter' };
  const daysApart = Math.abs(Date.parse(one.at) - Date.parse(other.at)) / 86_400_000;
  const isLabelled = one.label !== null && one.label === other.label;
  if (isLabelled && daysApart <= policy.signs.sameMatterDays && likeness(one.text, other.text) >= similarFrom) {
    return { kind: 'proposed', because: 'same-label-and-words' };
  }
  return { kind: 'other', because: 'another-matter' };
}

const isAbout = (tie: Tie, a: string, b: string): boolean =>
  (tie.one === a && tie.other === b) || (tie.one === b && tie.other === a);

/** Words in common, of the words of the shorter text. */
function likeness(one: string, other: string): number {
  const mine = new Set(wordsOf(one.slice(0, 4_000)).filter(isTelling));
  const theirs = new Set(wordsOf(other.slice(0, 4_000)).filter(isTelling));
  const fewer = Math.min(mine.size, theirs.size);
  if (fewer === 0) return 0;
  return [...mine].filter((word) => theirs.has(word)).length / fewer;
}

const isTelling = (word: string): boolean => !/^[a-z]{1,3}$/.test(word);
