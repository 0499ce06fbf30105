/** Fits one line between each label and the rest: L2-loss support vectors by dual coordinate descent, all labels at once. */

/** Text `at` has its values from `starts[at]` to `starts[at + 1]`. */
export type Vectors = { starts: Int32Array; rows: Int32Array; values: Float32Array };
export type Descent = {
  vectors: Vectors;
  /** The label's number of each text; -1 belongs to none, and speaks against all. */
  wanted: Int32Array;
  labels: number;
  rows: number;
  cost: number;
  positiveWeight: number;
  passes: number;
  seed: number;
};

/** Texts that belong to none are few, and stand for many. */
const foreignWeight = 3;

/** A row per gram, a column per label. The texts come in an order shuffled by the seed. */
export function descend(task: Descent): Float32Array {
  const { vectors, labels, wanted } = task;
  const weights = new Float32Array(task.rows * labels);
  const dual = new Float32Array(wanted.length * labels);
  const squares = squaresOf(vectors);
  const scores = new Float64Array(labels);
  const order = Int32Array.from(wanted.keys());
  const random = seeded(task.seed);
  for (let pass = 0; pass < task.passes; pass += 1) {
    shuffle(order, random);
    for (const text of order) {
      scoreInto(scores, weights, { vectors, text });
      const isForeign = (wanted[text] as number) < 0;
      for (let label = 0; label < labels; label += 1) {
        const sign = wanted[text] === label ? 1 : -1;
        const weight = sign === 1 ? task.positiveWeight : isForeign ? foreignWeight : 1;
        const softness = 1 / (2 * task.cost * weight);
        const at = text * labels + label;
        const before = dual[at] as number;
        const gradient = sign * (scores[label] as number) - 1 + softness * before;
        if (before === 0 && gradient >= 0) continue; // rightly far from the line: most are
        const after = Math.max(0, before - gradient / ((squares[text] as number) + softness));
        if (after === before) continue;
        dual[at] = after;
        push(weights, { vectors, text, label, labels }, (after - before) * sign);
      }
    }
  }
  return weights;
}

type OneText = { vectors: Vectors; text: number };

function scoreInto(scores: Float64Array, weights: Float32Array, { vectors, text }: OneText): void {
  const { starts, rows, values } = vectors;
  const labels = scores.length;
  const end = starts[text + 1] as number;
  scores.fill(0);
  for (let at = starts[text] as number; at < end; at += 1) {
    const value = values[at] as number;
    const row = (rows[at] as number) * labels;
    for (let label = 0; label < labels; label += 1) {
      scores[label] = (scores[label] as number) + value * (weights[row + label] as number);
    }
  }
}

function push(weights: Float32Array, one: OneText & { label: number; labels: number }, step: number): void {
  const { starts, rows, values } = one.vectors;
  const end = starts[one.text + 1] as number;
  for (let at = starts[one.text] as number; at < end; at += 1) {
    const cell = (rows[at] as number) * one.labels + one.label;
    weights[cell] = (weights[cell] as number) + step * (values[at] as number);
  }
}

function squaresOf({ starts, values }: Vectors): Float64Array {
  const squares = new Float64Array(starts.length - 1);
  for (let text = 0; text < squares.length; text += 1) {
    let sum = 0;
    for (let at = starts[text] as number; at < (starts[text + 1] as number); at += 1)
      sum += (values[at] as number) ** 2;
    squares[text] = sum;
  }
  return squares;
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

function shuffle(order: Int32Array, random: () => number): void {
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other] as number, order[at] as number];
  }
}
