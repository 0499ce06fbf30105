/** Fits a linear classifier to labelled texts: one against the rest, by dual coordinate descent, same result each time. */
import { type Grams, gramsOf } from './grams-of.ts';

export type Example = { text: string; label: string };
/** Sparse values of one text: `ids` of known grams and their weights; the norm counts unknown ones too. */
export type Vector = { ids: number[]; values: number[] };
export type Classifier = {
  labels: readonly string[];
  gramIds: ReadonlyMap<string, number>;
  idf: readonly number[];
  unseenIdf: number;
  /** Row per gram, column per label; the last row is the bias. */
  weights: Float32Array;
};
export type FitOptions = { cost: number; positiveWeight: number; passes: number };
/** For about ten examples a label, and for a hundred and more. */
export const fewExamples: FitOptions = { cost: 0.2, positiveWeight: 10, passes: 12 };
export const manyExamples: FitOptions = { cost: 0.5, positiveWeight: 1, passes: 10 };

export function fitClassifier(examples: readonly Example[], options: FitOptions = fewExamples): Classifier {
  const grams = examples.map((example) => gramsOf(example.text));
  const labels = [...new Set(examples.map((example) => example.label))];
  const classifier: Classifier = { labels, ...countGrams(grams), weights: new Float32Array(0) };
  classifier.weights = new Float32Array((classifier.idf.length + 1) * labels.length);
  const vectors = grams.map((each) => vectorOf(each, classifier));
  const wanted = examples.map((example) => labels.indexOf(example.label));
  descend(classifier, vectors, wanted, options);
  return classifier;
}

/** One score a label, in the order of `labels`; above 0 speaks for it. */
export function scoresOf(vector: Vector, classifier: Classifier): Float64Array {
  const width = classifier.labels.length;
  const scores = new Float64Array(width);
  for (let at = 0; at < vector.ids.length; at += 1) {
    const row = (vector.ids[at] as number) * width;
    const value = vector.values[at] as number;
    for (let label = 0; label < width; label += 1) {
      scores[label] = (scores[label] as number) + value * (classifier.weights[row + label] as number);
    }
  }
  return scores;
}

export function vectorOf(grams: Grams, classifier: Pick<Classifier, 'gramIds' | 'idf' | 'unseenIdf'>): Vector {
  const vector: Vector = { ids: [], values: [] };
  addBlock(vector, grams.words, classifier);
  addBlock(vector, grams.pieces, classifier);
  vector.ids.push(classifier.idf.length);
  vector.values.push(1);
  return vector;
}

function addBlock(
  vector: Vector,
  block: readonly string[],
  { gramIds, idf, unseenIdf }: Pick<Classifier, 'gramIds' | 'idf' | 'unseenIdf'>,
): void {
  const counts = new Map<string, number>();
  for (const gram of block) counts.set(gram, (counts.get(gram) ?? 0) + 1);
  const weighed = [...counts].map(([gram, count]): [number | undefined, number] => {
    const id = gramIds.get(gram);
    return [id, (1 + Math.log(count)) * (id === undefined ? unseenIdf : (idf[id] as number))];
  });
  const norm = Math.sqrt(weighed.reduce((sum, [, value]) => sum + value * value, 0)) || 1;
  for (const [id, value] of weighed) {
    if (id === undefined) continue;
    vector.ids.push(id);
    vector.values.push(value / norm);
  }
}

function countGrams(texts: readonly Grams[]): Pick<Classifier, 'gramIds' | 'idf' | 'unseenIdf'> {
  const seenIn = new Map<string, number>();
  for (const { words, pieces } of texts) {
    for (const gram of new Set([...words, ...pieces])) seenIn.set(gram, (seenIn.get(gram) ?? 0) + 1);
  }
  const least = texts.length < 2000 ? 1 : 2; // what many texts hold only once is chance
  for (const [gram, count] of seenIn) if (count < least) seenIn.delete(gram);
  const idfOf = (count: number) => Math.log((1 + texts.length) / (1 + count)) + 1;
  const gramIds = new Map([...seenIn.keys()].map((gram, id) => [gram, id]));
  return { gramIds, idf: [...seenIn.values()].map(idfOf), unseenIdf: idfOf(0) };
}

/** L2-loss support vectors, every label at once; the texts come in an order shuffled by a fixed seed. */
function descend(classifier: Classifier, vectors: Vector[], wanted: number[], options: FitOptions): void {
  const width = classifier.labels.length;
  const dual = new Float64Array(vectors.length * width);
  const squares = vectors.map(({ values }) => values.reduce((sum, value) => sum + value * value, 0));
  const random = seeded(42);
  for (let pass = 0; pass < options.passes; pass += 1) {
    for (const text of shuffled(vectors.length, random)) {
      const vector = vectors[text] as Vector;
      const scores = scoresOf(vector, classifier);
      for (let label = 0; label < width; label += 1) {
        const sign = wanted[text] === label ? 1 : -1;
        const softness = 1 / (2 * options.cost * (sign === 1 ? options.positiveWeight : 1));
        const at = text * width + label;
        const before = dual[at] as number;
        const gradient = sign * (scores[label] as number) - 1 + softness * before;
        const after = Math.max(0, before - gradient / ((squares[text] as number) + softness));
        if (after === before) continue;
        dual[at] = after;
        push(classifier, vector, label, (after - before) * sign);
      }
    }
  }
}

function push(classifier: Classifier, vector: Vector, label: number, step: number): void {
  const { weights, labels } = classifier;
  for (let at = 0; at < vector.ids.length; at += 1) {
    const cell = (vector.ids[at] as number) * labels.length + label;
    weights[cell] = (weights[cell] as number) + step * (vector.values[at] as number);
  }
}

/** mulberry32 */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function shuffled(count: number, random: () => number): number[] {
  const order = Array.from({ length: count }, (_, at) => at);
  for (let at = count - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other] as number, order[at] as number];
  }
  return order;
}
