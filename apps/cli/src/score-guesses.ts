/** Compares guesses with what was right: accuracy, macro-F1, calibration error. */
import { type Classified, calibrationError } from '@trunkline/rules';

export type Judged = Classified & { right: string };
export type Scores = { accuracy: number; macroF1: number; calibrationError: number };

export function scoreGuesses(judged: readonly Judged[]): Scores {
  return {
    accuracy: shareOf(judged, isRight),
    macroF1: macroF1(judged),
    calibrationError: calibrationError(judged.map((one) => ({ confidence: one.confidence, isRight: isRight(one) }))),
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
