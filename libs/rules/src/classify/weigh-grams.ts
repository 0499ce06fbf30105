/** Gives each known gram of a text its value; unknown ones count in the norm, so that foreign texts stay small. */
import type { Counted } from './count-grams.ts';
import { type GramTable, rowOf } from './gram-table.ts';
import { blocks } from './read-grams.ts';

export type Vocabulary = { table: GramTable; idf: Float32Array; unseenIdf: number };
/** Rows of the model and their values; the last is the bias. The arrays are overwritten by the next weighing. */
export type Vector = { count: number; rows: Int32Array; values: Float32Array };

const kept: Vector = { count: 0, rows: new Int32Array(16_385), values: new Float32Array(16_385) };
const wordShare = 0.85; // pieces of words carry over to words never seen; single characters carry less than words do
const norms = new Float64Array(2);

export function weighGrams(counted: Counted, { table, idf, unseenIdf }: Vocabulary): Vector {
  const { rows, values } = kept;
  const blockOf: number[] = [];
  norms.fill(0);
  let count = 0;
  for (let at = 0; at < counted.count; at += 1) {
    const row = rowOf(table, counted.hashes[at] as number);
    const block = counted.blocks[at] as number;
    const times = counted.times[at] as number;
    const value = (times === 1 ? 1 : 1 + Math.log(times)) * (row < 0 ? unseenIdf : (idf[row] as number));
    norms[block] = (norms[block] as number) + value * value;
    if (row < 0) continue;
    rows[count] = row;
    values[count] = value;
    blockOf.push(block);
    count += 1;
  }
  const shares = [blocks.words, blocks.pieces].map(
    (block) => (block === blocks.words && !counted.isCjk ? wordShare : 1) / (Math.sqrt(norms[block] as number) || 1),
  );
  for (let at = 0; at < count; at += 1) values[at] = (values[at] as number) * (shares[blockOf[at] as number] as number);
  rows[count] = table.size;
  values[count] = 1;
  kept.count = count + 1;
  return kept;
}
