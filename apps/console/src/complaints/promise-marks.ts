/** Of a reply that was held for a promise: what the router said of it, and its text cut at the words marked. */
import { Refused } from '../parts/refused.ts';

export type HeldPromise = { marks: { from: number; to: number }[]; instead: string };

/** Null where it was refused for anything else. */
export function heldPromise(error: unknown): HeldPromise | null {
  if (!(error instanceof Refused) || error.reason !== 'promise-not-allowed') return null;
  const marks = String(error.values.marks ?? '')
    .split(',')
    .flatMap((pair) => {
      const [from, to] = pair.split('-').map(Number);
      return from !== undefined && to !== undefined && from < to ? [{ from, to }] : [];
    });
  return { marks, instead: String(error.values.instead ?? '') };
}

export type Piece = { text: string; isMarked: boolean; from: number };

export function cutAtMarks(text: string, marks: HeldPromise['marks']): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  const put = (to: number, isMarked: boolean) => {
    if (to > at) pieces.push({ text: text.slice(at, to), isMarked, from: at });
    at = Math.max(at, to);
  };
  for (const { from, to } of marks) {
    put(from, false);
    put(to, true);
  }
  put(text.length, false);
  return pieces;
}
