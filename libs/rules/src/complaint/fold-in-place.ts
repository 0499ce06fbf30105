/** Folds a text and remembers where each folded character stands in it, so that what was found can be shown in place. */
import { fold } from '../words/fold.ts';

/** `at[i]`: where the i-th folded character begins in the text; one more, for the end. */
export type FoldedInPlace = { folded: string; at: number[] };

export function foldInPlace(text: string): FoldedInPlace {
  const at: number[] = [];
  let folded = '';
  let place = 0;
  for (const char of text) {
    const one = /\s/.test(char) ? (char === '\n' ? '\n' : ' ') : fold(char);
    for (let unit = 0; unit < one.length; unit += 1) at.push(place);
    folded += one;
    place += char.length;
  }
  at.push(place);
  return { folded, at };
}
