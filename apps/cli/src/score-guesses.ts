/** Compares guesses with what was right: accuracy, macro-F1, calibration error. */
import type { Guess } from './learn.ts';

export type Judged = Guess & { right: string };
export type Scores = { accuracy: number; macroF1: number; calibrationError: number };

const bins = 15;

export function scoreGuesses(judged: readonly Judged[]): Scores {
  return {
    accuracy: shareOf(judged, isRight),
    macroF1: macroF1(judged),
    calibrationError: calibrationError(judged),
  };
}

const isRight = ({ label, right }: Judged) => label === right;
const shareOf = <One>(all: readonly One[], holds: (one: One) => boolean) => all.filter(holds).length / all.length;

/** The mean over every label that was right or was guessed. */
function macroF1(judged: readonly Judged[]): number {
  const hits = new Map<string, number>();
  const named = new Map<string, number>();
  const add = (map: Map<string, number>, label: string) => map.set(label, (map.get(label) ?? 0) + 1);
  for (const one of judged) {
    add(named, one.label);
    add(named, one.right);
    if (isRight(one)) add(hits, one.right);
  }
  const sum = [...named].reduce((total, [label, count]) => total + (2 * (hits.get(label) ?? 0)) / count, 0);
  return sum / named.size;
}

/** How far sureness and truth lie apart, over fifteen even bins of sureness. */
function calibrationError(judged: readonly Judged[]): number {
  const sums = Array.from({ length: bins }, () => ({ right: 0, sure: 0 }));
  for (const one of judged) {
    const bin = sums[Math.min(bins - 1, Math.floor(one.confidence * bins))] as { right: number; sure: number };
    bin.sure += one.confidence;
    if (isRight(one)) bin.right += 1;
  }
  return sums.reduce((sum, { right, sure }) => sum + Math.abs(right - sure), 0) / judged.length;
}
