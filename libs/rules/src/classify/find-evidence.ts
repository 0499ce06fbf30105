/** Finds the words of a text that decided for a label: what its n-grams weigh, joined to whole words. */
import type { Counted } from './count-grams.ts';
import { rowOf } from './gram-table.ts';
import type { Grams } from './read-grams.ts';
import type { TextModel } from './text-model.ts';
import { weighGrams } from './weigh-grams.ts';

const atMost = 5;
/** Words that push a fifth as hard as the hardest still count as having decided. */
const leastShare = 0.2;
/** Taking Chinese apart costs more than judging it. */
const searchAtMost = 1000;
const words = new Intl.Segmenter('zh', { granularity: 'word' });

type Pushing = { from: number; to: number; push: number };

/** The strongest first; words that stand side by side are one. */
export function findEvidence(read: { grams: Grams; counted: Counted }, label: number, model: TextModel): string[] {
  const { folded } = read.grams;
  const pushes = pushByCharacter(read, label, model);
  const found = [...words.segment(folded.slice(0, searchAtMost))]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ index, segment }): Pushing => {
      const to = index + segment.length;
      return { from: index, to, push: pushes.subarray(index, to).reduce((sum, one) => sum + one, 0) };
    });
  const hardest = Math.max(0, ...found.map(({ push }) => push));
  if (hardest === 0) return [];
  const decided = joined(
    found.filter(({ push }) => push >= hardest * leastShare),
    folded,
  );
  const said = decided.sort((a, b) => b.push - a.push).map(({ from, to }) => folded.slice(from, to));
  return [...new Set(said)].slice(0, atMost);
}

/** What each character adds to the label's score: a gram's part, spread over the characters it stands on. */
function pushByCharacter({ grams, counted }: { grams: Grams; counted: Counted }, label: number, model: TextModel) {
  const pushes = new Float64Array(grams.folded.length);
  const valueByRow = new Map<number, number>();
  const { rows, values, count } = weighGrams(counted, model.vocabulary);
  for (let at = 0; at < count; at += 1) valueByRow.set(rows[at] as number, values[at] as number);
  for (let at = 0; at < grams.count; at += 1) {
    const row = rowOf(model.vocabulary.table, grams.hashes[at] as number);
    if (row < 0) continue;
    const weight =
      (model.weights.cells[row * model.labels.length + label] as number) * (model.weights.scales[row] as number);
    const [from, to] = [grams.from[at] as number, grams.to[at] as number];
    const part = ((valueByRow.get(row) ?? 0) * weight) / (to - from);
    for (let place = from; place < to; place += 1) pushes[place] = (pushes[place] as number) + part;
  }
  return pushes;
}

function joined(all: readonly Pushing[], folded: string): Pushing[] {
  const runs: Pushing[] = [];
  for (const one of all) {
    const last = runs.at(-1);
    if (last && /^ ?$/.test(folded.slice(last.to, one.from))) {
      last.to = one.to;
      last.push += one.push;
    } else runs.push({ ...one });
  }
  return runs;
}
