/** Fits a linear classifier to labelled texts: the same texts and seed give the same model, to the byte. */
import { addBayes } from './add-bayes.ts';
import { chooseVocabulary } from './choose-vocabulary.ts';
import { descend, type Vectors } from './descend.ts';
import { fitSureness, rejectBelow, reportUnseen, type Unseen } from './fit-sureness.ts';
import { type Gathered, gatherTexts } from './gather-texts.ts';
import { squeezeWeights } from './squeeze-weights.ts';
import { bestOf, scoresOf, type TextModel } from './text-model.ts';
import { weighGrams } from './weigh-grams.ts';

/** Null: belongs to none of the labels. It speaks against all of them, and is no label of its own. */
export type Example = { text: string; label: string | null };
export type FitAsked = {
  /** Learnt from like examples and never held back: names of labels, words that stand for them. */
  anchors?: readonly Example[];
  seed?: number;
};

type Settings = {
  cost: number;
  positiveWeight: number;
  passes: number;
  bayesShare: number;
  idfPower: number;
  segments: boolean;
};
const manyFrom = 30;
const bytesAtMost = 7_500_000;
/** Every seventh text is held back in turn, until so many were, to see what unseen texts score. */
const folds = 7;
const unseenEnough = 1400;

export function fitClassifier(examples: readonly Example[], asked: FitAsked = {}): TextModel {
  const labels = [...new Set(examples.flatMap(({ label }) => label ?? []))].sort();
  const numbers = new Map(labels.map((label, at) => [label, at]));
  const all = [...examples, ...(asked.anchors ?? []).filter(({ label }) => label === null || numbers.has(label))];
  const settings = settingsFor(examples.length / labels.length, labels.length);
  const reading = { segments: settings.segments };
  const gathered = gatherTexts(
    all.map(({ text }) => text),
    reading,
  );
  const wanted = Int32Array.from(all, ({ label }) => (label === null ? -1 : (numbers.get(label) as number)));
  const task: Task = { gathered, wanted, labels, settings, seed: asked.seed ?? 42 };
  const unseen = judgeUnseen(task, examples.length);
  const sureness = fitSureness(unseen);
  return {
    labels,
    reading,
    ...fitTo(Int32Array.from(wanted.keys()), task),
    sureness,
    rejectBelow: rejectBelow(unseen.filter(isNamedRight).map(({ scores, right }) => scores[right] as number)),
    report: { texts: examples.length, ...reportUnseen(unseen, sureness) },
  };
}

/** What would be named wrong is not lost by staying unnamed. */
const isNamedRight = ({ scores, right }: Unseen) => bestOf(scores) === right;

/** About ten examples a label want a stronger pull towards each; hundreds speak for themselves. */
function settingsFor(examplesPerLabel: number, labels: number): Settings {
  const few = examplesPerLabel < manyFrom;
  return few
    ? {
        cost: 0.5,
        positiveWeight: Math.min(10, Math.max(1, labels / 8)),
        passes: 10,
        bayesShare: 0.04,
        idfPower: 0.85,
        segments: true,
      }
    : { cost: 1, positiveWeight: 1, passes: 10, bayesShare: 0.08, idfPower: 0.7, segments: false };
}

type Task = { gathered: Gathered; wanted: Int32Array; labels: readonly string[]; settings: Settings; seed: number };

function fitTo(texts: Int32Array, { gathered, wanted, labels, settings, seed }: Task) {
  const vocabulary = chooseVocabulary(gathered, texts, {
    least: texts.length * labels.length < 500_000 ? 1 : 2, // what many texts hold only once is chance
    rowsAtMost: Math.floor(bytesAtMost / (labels.length + 12)),
    idfPower: settings.idfPower,
  });
  const vectors = vectorsOf(texts, gathered, vocabulary);
  const own = texts.map((text) => wanted[text] as number);
  const rows = vocabulary.idf.length + 1;
  const weights = descend({ vectors, wanted: own, labels: labels.length, rows, seed, ...settings });
  addBayes(weights, { vectors, wanted: own, labels: labels.length, share: settings.bayesShare });
  return { vocabulary, weights: squeezeWeights(weights, labels.length) };
}

function vectorsOf(texts: Int32Array, gathered: Gathered, vocabulary: TextModel['vocabulary']): Vectors {
  const starts = new Int32Array(texts.length + 1);
  const room = texts.reduce((sum, text) => sum + countOf(gathered, text) + 1, 0);
  const rows = new Int32Array(room);
  const values = new Float32Array(room);
  texts.forEach((text, at) => {
    const from = starts[at] as number;
    const vector = weighGrams(countedAt(gathered, text), vocabulary);
    rows.set(vector.rows.subarray(0, vector.count), from);
    values.set(vector.values.subarray(0, vector.count), from);
    starts[at + 1] = from + vector.count;
  });
  return { starts, rows, values };
}

const countOf = ({ starts }: Gathered, text: number) => (starts[text + 1] as number) - (starts[text] as number);

function countedAt({ starts, hashes, blocks, times, isCjk }: Gathered, text: number) {
  const span: [number, number] = [starts[text] as number, starts[text + 1] as number];
  return {
    isCjk: isCjk[text] === 1,
    count: span[1] - span[0],
    hashes: hashes.subarray(...span),
    blocks: blocks.subarray(...span),
    times: times.subarray(...span),
  };
}

/** Fits without some of the examples, and judges those; each label gives its share of them. */
function judgeUnseen(task: Task, examples: number): Unseen[] {
  const { gathered, wanted, labels } = task;
  const places = new Int32Array(labels.length);
  const foldOf = Int32Array.from(wanted, (label, text) => {
    if (text >= examples || label < 0) return -1;
    places[label] = (places[label] as number) + 1;
    return ((places[label] as number) - 1) % folds;
  });
  const unseen: Unseen[] = [];
  for (let fold = folds - 1; fold >= 0 && unseen.length < unseenEnough; fold -= 1) {
    const part = fitTo(
      Int32Array.from(wanted.keys()).filter((text) => foldOf[text] !== fold),
      task,
    );
    for (const [text, right] of wanted.entries()) {
      if (foldOf[text] === fold)
        unseen.push({ scores: scoresOf(countedAt(gathered, text), { labels, ...part }), right });
    }
  }
  return unseen;
}
