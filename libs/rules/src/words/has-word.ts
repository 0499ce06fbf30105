/** Is this word, or run of words, in the text? Both folded; Latin words only whole, CJK anywhere. */
import { fold } from './fold.ts';

const letter = /[\p{Script=Latin}\p{N}]/u;

export function hasWord(text: string, word: string): boolean {
  return holdsWord(fold(text), fold(word));
}

/** The same for texts that are folded already. */
export function holdsWord(folded: string, word: string): boolean {
  if (!word) return false;
  for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
    if (isEdge(folded[at - 1], word[0]) && isEdge(folded[at + word.length], word[word.length - 1])) return true;
  }
  return false;
}

function isEdge(outside: string | undefined, inside: string | undefined): boolean {
  return outside === undefined || inside === undefined || !letter.test(outside) || !letter.test(inside);
}
