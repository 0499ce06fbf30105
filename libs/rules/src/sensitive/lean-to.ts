/** Which sign a text leans to where no cue says it aloud: a small linear model, learned from our own texts. */
import type { SignKind } from '@trunkline/contracts';
import { leaningKinds, leanings, leaningsBefore } from './leanings.ts';
import { piecesOf } from './pieces-of.ts';

export type Leaning = { kind: SignKind; words: string[] };

/** Chosen without the texts that are held out; more likely a sign than none. */
const leansFrom = 0.5;
const mostWords = 3;
/** One word that leans does not make a text lean. */
const fewest = 4;

const weightsOf = new Map(
  leanings
    .trim()
    .split(/[|\n]/)
    .map((entry): [string, number[]] => {
      const [piece = '', weights = ''] = entry.split('=');
      return [piece, weights.split(',').map(Number)];
    }),
);

/** `words` are the pieces that spoke most for it. */
export function leanTo(folded: string): Leaning | null {
  const known = piecesOf(folded).flatMap((piece) => {
    const weights = weightsOf.get(piece);
    return weights ? [{ piece, weights }] : [];
  });
  if (known.length === 0) return null;
  const share = 1 / Math.sqrt(Math.max(fewest, known.length));
  const odds = leaningKinds.map((_kind, at) =>
    Math.exp((leaningsBefore[at]! + known.reduce((sum, { weights }) => sum + weights[at]! * share, 0)) / 10),
  );
  const all = odds.reduce((sum, one) => sum + one, 0);
  if (all / (1 + all) < leansFrom) return null;
  const best = odds.indexOf(Math.max(...odds));
  const loudest = known.filter(({ piece }) => /..|\p{Script=Han}/u.test(piece) && !piece.endsWith('*'));
  loudest.sort((a, b) => b.weights[best]! - a.weights[best]!);
  const words = loudest.filter(({ weights }) => weights[best]! > 0).map(({ piece }) => said(piece));
  return { kind: leaningKinds[best]!, words: words.slice(0, mostWords) };
}

/** Neighbours of a script without spaces are written without one. */
const said = (piece: string): string => piece.replace(/(\p{Script=Han}) (?=\p{Script=Han})/gu, '$1');
