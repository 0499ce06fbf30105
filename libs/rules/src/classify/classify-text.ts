/** Names the label that a text belongs to most, how sure that is, and how it scored. */
import { countGrams } from './count-grams.ts';
import { surenessOf } from './fit-sureness.ts';
import { readGrams } from './read-grams.ts';
import { bestOf, scoresOf, type TextModel } from './text-model.ts';

export type Classified = {
  label: string;
  /** 0–1: of a hundred texts with 0.9 ninety are right, if they belong to any label. */
  confidence: number;
  /** The highest raw score: below the model's `rejectBelow` the text belongs to none. */
  score: number;
};

export function classifyText(text: string, model: TextModel): Classified {
  const scores = scoresOf(countGrams(readGrams(text, model.reading)), model);
  const best = bestOf(scores);
  return {
    label: model.labels[best] as string,
    confidence: surenessOf(scores, best, model.sureness),
    score: scores[best] as number,
  };
}
