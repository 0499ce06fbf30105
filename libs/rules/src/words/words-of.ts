/** The words of a text for search and word lists: words as they stand, CJK in pairs of characters. */
import { fold } from './fold.ts';

const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const runs =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+|[\p{L}\p{N}_]+(?:['’][\p{L}]+)*/gu;

/**
 * Folded words in their order, repetitions kept. A run of CJK characters gives its bigrams, a single one itself, so
 * that `退款` is found in `我要退款`. A letter run next to CJK is a word of its own.
 */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  for (const [run] of fold(text).matchAll(runs)) {
    for (const part of splitScripts(run)) {
      if (cjk.test(part)) words.push(...pairsOf(part));
      else words.push(part);
    }
  }
  return words;
}

/** `iphone手机` is a word and a run of CJK. */
function splitScripts(run: string): string[] {
  const parts: string[] = [];
  let current = '';
  let isCjk = false;
  for (const char of run) {
    const now = cjk.test(char);
    if (current && now !== isCjk) {
      parts.push(current);
      current = '';
    }
    current += char;
    isCjk = now;
  }
  if (current) parts.push(current);
  return parts;
}

function pairsOf(part: string): string[] {
  const chars = [...part];
  if (chars.length === 1) return chars;
  return chars.slice(1).map((char, at) => `${chars[at]}${char}`);
}
