/** What a customer's plain words, or the button they pressed, answer to the question that stands open. */
import { fold } from '../words/fold.ts';
import { fillers, noTo, scores, yesTo } from './answer-words.ts';
import type { AskedQuestion } from './asked-question.ts';

export type { AskedQuestion } from './asked-question.ts';
export type ReadAnswer =
  | { kind: 'yes' }
  | { kind: 'no' }
  /** `rest`: what was said beside the number. */
  | { kind: 'score'; score: number; rest: string }
  /** Something else: the question stays open, or what was said goes on. */
  | { kind: 'other' };

type Said = { text: string /** The code of the quick reply that was pressed. */; chosen?: string | undefined };

const longest = 120;
const other: ReadAnswer = { kind: 'other' };

/** A no beside a yes is a no: nobody is transferred, surveyed or closed against their word. */
export function readAnswer(question: AskedQuestion, { text, chosen }: Said): ReadAnswer {
  if (chosen !== undefined) return readChosen(question, chosen, text) ?? readWords(question, text);
  return readWords(question, text);
}

/** What was written below the number that was pressed goes along with it. */
function readChosen(question: AskedQuestion, chosen: string, text: string): ReadAnswer | null {
  if (chosen === 'yes' || chosen === 'no') return question === 'survey' ? null : { kind: chosen };
  const score = /^score-([1-5])$/.exec(chosen)?.[1];
  if (!score || question !== 'survey') return null;
  const [head = '', ...below] = text.split('\n');
  return { kind: 'score', score: Number(score), rest: head.trim() === score ? below.join('\n').trim() : '' };
}

function readWords(question: AskedQuestion, text: string): ReadAnswer {
  const folded = fold(text);
  if (folded.length > longest * 4) return other;
  if (question === 'survey') return readScore(folded, text);
  if (folded.length > longest || isQuestion(folded)) return other;
  const isOnly = (...words: readonly (readonly string[])[]) => consists(folded, words.flat());
  if (isOnly(fillers)) return other;
  if (isOnly(yesTo[question], fillers)) return { kind: 'yes' };
  if (isOnly(noTo[question], yesTo[question], fillers)) return { kind: 'no' };
  // what follows a clear no only says why
  return beginsWith(folded, noTo[question]) ? { kind: 'no' } : other;
}

/** A number alone, or with its unit, before or after what they want to say; two numbers say nothing. */
function readScore(folded: string, text: string): ReadAnswer {
  const named = scores.find(([, words]) => words.some((word) => folded === word))?.[0];
  if (named !== undefined) return { kind: 'score', score: named, rest: '' };
  const numbers = folded.match(/\d+/g) ?? [];
  const alone = /^(?:我?(?:打|给|评)?)?\s*([1-5])\s*(?:分|星|stars?|points?|\/\s*5|out of 5)?(?=$|[\s,.!。!、:-])/.exec(
    folded,
  );
  const isOne = numbers.length === 1 || (numbers.length === 2 && /\/\s*5|out of 5/.test(folded));
  if (!alone || !isOne) return other;
  return { kind: 'score', score: Number(alone[1]), rest: restOf(text, alone[0]) };
}

const restOf = (text: string, head: string): string =>
  [...text.normalize('NFKC').trim()]
    .slice([...head].length)
    .join('')
    .replace(/^[\s,.!。!、:;-]+/, '')
    .trim();

const isQuestion = (folded: string): boolean => /[?]$|吗[.。]?$|呢[.。]?$/.test(folded);

const between = /[\s,.!。!、;:~'…-]/;
const isLetter = (char: string | undefined): boolean => char !== undefined && /[a-z]/.test(char);

/** Where a word that stands at a place ends: its blanks may be any space, words of letters end at their end. Null: it does not. */
function endOf(folded: string, word: string, at: number): number | null {
  if (isLetter(word[0]) && isLetter(folded[at - 1])) return null;
  let end = at;
  for (const char of word) {
    if (char === ' ') while (end < folded.length && between.test(folded[end] as string)) end += 1;
    else if (folded[end] === char) end += 1;
    else return null;
  }
  return isLetter(word.at(-1)) && isLetter(folded[end]) ? null : end;
}

/** Every place that words and what stands between them can fill from the start: each is looked at once. */
function reach(folded: string, words: readonly string[]): Set<number> {
  const reached = new Set([0]);
  for (let at = 0; at < folded.length; at += 1) {
    if (!reached.has(at)) continue;
    if (between.test(folded[at] as string)) reached.add(at + 1);
    for (const word of words) {
      const end = endOf(folded, word, at);
      if (end !== null) reached.add(end);
    }
  }
  return reached;
}

const consists = (folded: string, words: readonly string[]): boolean => reach(folded, words).has(folded.length);

/** A clear no with a stop behind it. */
function beginsWith(folded: string, words: readonly string[]): boolean {
  const starts = reach(folded, fillers);
  return [...starts].some((at) =>
    words.some((word) => {
      const end = endOf(folded, word, at);
      return end !== null && (/[,.!。!、;:]/.test(folded[end] ?? '') || folded.startsWith(' -', end));
    }),
  );
}
