/** Fits the router's classifier to examples, and how steeply its scores become sureness. */
import {
  type Classifier,
  type Example,
  type FitOptions,
  fewExamples,
  fitClassifier,
  gramsOf,
  manyExamples,
  scoresOf,
  vectorOf,
} from '@trunkline/rules';

/** The best label, its raw score (which tells what is none of ours), and how sure it is (0–1). */
export type Guess = { label: string; score: number; confidence: number };
export type Learnt = { labels: readonly string[]; guess(text: string): Guess };

/** Below this, a label's few examples have to weigh more than all the others'. */
const manyFrom = 30;
const heldOutEvery = 7; // about 15 %
const roughPasses = 4; // the scores' scale settles long before the last label does

export function learn(examples: readonly Example[]): Learnt {
  const classifier = fit(examples);
  const steepness = fitSteepness(examples);
  return {
    labels: classifier.labels,
    guess: (text) => {
      const scores = scoresFor(text, classifier);
      const best = scores.indexOf(Math.max(...scores));
      return {
        label: classifier.labels[best] as string,
        score: scores[best] as number,
        confidence: Math.exp(-surprise(scores, best, steepness)),
      };
    },
  };
}

/** A label's name is one more example of it, as in the router. */
function fit(examples: readonly Example[], options = optionsFor(examples)): Classifier {
  const labels = [...new Set(examples.map(({ label }) => label))];
  const names = labels.map((label) => ({ text: label.replace(/[_-]+/g, ' '), label }));
  return fitClassifier([...examples, ...names], options);
}

function optionsFor(examples: readonly Example[]): FitOptions {
  const labels = new Set(examples.map(({ label }) => label)).size;
  return examples.length < labels * manyFrom ? fewExamples : manyExamples;
}

const scoresFor = (text: string, classifier: Classifier) => scoresOf(vectorOf(gramsOf(text), classifier), classifier);

/** Of the steepnesses from 1 to 30, the one that surprises least on texts that a second fit has not seen. */
function fitSteepness(examples: readonly Example[]): number {
  const isHeldOut = (_example: Example, at: number) => at % heldOutEvery === 3;
  const options = { ...optionsFor(examples), passes: roughPasses };
  const classifier = fit(
    examples.filter((example, at) => !isHeldOut(example, at)),
    options,
  );
  const seen = examples.filter(isHeldOut).flatMap(({ text, label }) => {
    const right = classifier.labels.indexOf(label);
    return right < 0 ? [] : [{ scores: scoresFor(text, classifier), right }];
  });
  const tried = Array.from({ length: 59 }, (_, at) => 1 + at / 2).map((steepness) => ({
    steepness,
    cost: seen.reduce((sum, { scores, right }) => sum + surprise(scores, right, steepness), 0),
  }));
  return tried.reduce((best, one) => (one.cost < best.cost ? one : best)).steepness;
}

/** −ln of the share that the label has after a softmax of `steepness` · scores. */
function surprise(scores: Float64Array, label: number, steepness: number): number {
  const own = scores[label] as number;
  return Math.log(scores.reduce((sum, score) => sum + Math.exp(steepness * (score - own)), 0));
}
