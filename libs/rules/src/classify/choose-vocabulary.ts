/** Chooses the grams that a model knows: seen in texts enough, and no more of them than its size allows. */
import type { Gathered } from './gather-texts.ts';
import { addGram, emptyTable, gramsInOrder } from './gram-table.ts';
import type { Vocabulary } from './weigh-grams.ts';

/** `idfPower` below 1 lets frequent grams say more. */
export type VocabularyAsked = { least: number; rowsAtMost: number; idfPower: number };

export function chooseVocabulary(gathered: Gathered, texts: Int32Array, asked: VocabularyAsked): Vocabulary {
  const seen = emptyTable(65_536);
  let counts = new Int32Array(131_072);
  for (const text of texts) {
    for (let at = gathered.starts[text] as number; at < (gathered.starts[text + 1] as number); at += 1) {
      const row = addGram(seen, gathered.hashes[at] as number);
      if (row >= counts.length) counts = enlarge(counts);
      counts[row] = (counts[row] as number) + 1;
    }
  }
  const least = leastThatFits(counts.subarray(0, seen.size), asked);
  const idfOf = (count: number) => (Math.log((1 + texts.length) / (1 + count)) + 1) ** asked.idfPower;
  const table = emptyTable(seen.size);
  const idf: number[] = [];
  gramsInOrder(seen).forEach((hash, row) => {
    const count = counts[row] as number;
    if (count < least) return;
    addGram(table, hash);
    idf.push(idfOf(count));
  });
  return { table, idf: Float32Array.from(idf), unseenIdf: idfOf(0) };
}

function leastThatFits(counts: Int32Array, { least, rowsAtMost }: VocabularyAsked): number {
  let chosen = least;
  while (counts.reduce((fit, count) => fit + (count >= chosen ? 1 : 0), 0) > rowsAtMost) chosen += 1;
  return chosen;
}

function enlarge(counts: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(counts.length * 2);
  larger.set(counts);
  return larger;
}
