/** What a fit gives: everything that is needed to name a text, and nothing of the texts it was fitted to. */
import type { Counted } from './count-grams.ts';
import type { Reading } from './read-grams.ts';
import { type Vocabulary, weighGrams } from './weigh-grams.ts';

/** A row of eight-bit weights per gram with its scale, a column per label; the last row is the bias. */
export type Weights = { cells: Int8Array; scales: Float32Array };
/** A softmax of `steepness` · scores gives shares; `slope` and `offset` bend the best one's into how often it is right. */
export type Sureness = { steepness: number; slope: number; offset: number };
export type TextModel = {
  labels: readonly string[];
  reading: Reading;
  vocabulary: Vocabulary;
  weights: Weights;
  sureness: Sureness;
  /** A highest score below this belongs to none of the labels: one in twenty of our own is lost by it. */
  rejectBelow: number;
  /** What it was fitted to, and how it did on texts held back in turn; shares, 0–1. */
  report: FitReport;
};
export type FitReport = { texts: number; unseen: number; accuracy: number; calibrationError: number };

/** One score a label; above 0 speaks for it. */
export function scoresOf(counted: Counted, model: Pick<TextModel, 'labels' | 'vocabulary' | 'weights'>): Float64Array {
  const { cells, scales } = model.weights;
  const { rows, values, count } = weighGrams(counted, model.vocabulary);
  const width = model.labels.length;
  const scores = new Float64Array(width);
  for (let at = 0; at < count; at += 1) {
    const row = rows[at] as number;
    const value = (values[at] as number) * (scales[row] as number);
    for (let label = 0, cell = row * width; label < width; label += 1, cell += 1) {
      scores[label] = (scores[label] as number) + value * (cells[cell] as number);
    }
  }
  return scores;
}

export function bestOf(scores: Float64Array): number {
  let best = 0;
  for (let label = 1; label < scores.length; label += 1) {
    if ((scores[label] as number) > (scores[best] as number)) best = label;
  }
  return best;
}

/** The label's share after a softmax of `steepness` · scores. */
export function shareOf(scores: Float64Array, label: number, steepness: number): number {
  const own = scores[label] as number;
  let sum = 0;
  for (const score of scores) sum += Math.exp(steepness * (score - own));
  return 1 / sum;
}
