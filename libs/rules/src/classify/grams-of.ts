/** What a text is recognised by: n-grams of its words, or of its characters where it is CJK. */
import { fold } from '../words/fold.ts';

const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const word = /[\p{L}\p{N}]+(?:'\p{L}+)?/gu;

/** Two blocks, weighed apart: words (or single characters) and pieces of words (or pairs of characters). */
export type Grams = { words: string[]; pieces: string[] };

export function gramsOf(text: string): Grams {
  const folded = fold(text);
  return cjk.test(folded) ? ofCharacters(folded) : ofWords(folded);
}

function ofCharacters(folded: string): Grams {
  const chars = [...folded.replace(/\s/g, '')];
  return { words: chars, pieces: chars.slice(1).map((char, at) => `${chars[at]}${char}`) };
}

function ofWords(folded: string): Grams {
  const words = folded.match(word) ?? [];
  const pairs = words.slice(1).map((next, at) => `${words[at]} ${next}`);
  const pieces = words.flatMap((each) => {
    const padded = `_${each}_`;
    return [2, 3, 4].flatMap((size) =>
      Array.from({ length: Math.max(0, padded.length - size + 1) }, (_, at) => padded.slice(at, at + size)),
    );
  });
  return { words: [...words, ...pairs], pieces };
}
