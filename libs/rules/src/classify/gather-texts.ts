/** Reads every text of a training set once, into flat arrays that several fits look at. */
import { countGrams } from './count-grams.ts';
import { type Reading, readGrams } from './read-grams.ts';

/** Text `at` has its grams from `starts[at]` to `starts[at + 1]`. */
export type Gathered = {
  starts: Int32Array;
  hashes: Int32Array;
  blocks: Uint8Array;
  times: Uint16Array;
  isCjk: Uint8Array;
};

export function gatherTexts(texts: readonly string[], reading: Reading): Gathered {
  const starts = new Int32Array(texts.length + 1);
  const isCjk = new Uint8Array(texts.length);
  let room = { hashes: new Int32Array(65_536), blocks: new Uint8Array(65_536), times: new Uint16Array(65_536) };
  let size = 0;
  texts.forEach((text, at) => {
    const counted = countGrams(readGrams(text, reading));
    if (size + counted.count > room.hashes.length) room = enlarge(room, (size + counted.count) * 2);
    room.hashes.set(counted.hashes.subarray(0, counted.count), size);
    room.blocks.set(counted.blocks.subarray(0, counted.count), size);
    room.times.set(counted.times.subarray(0, counted.count), size);
    size += counted.count;
    isCjk[at] = counted.isCjk ? 1 : 0;
    starts[at + 1] = size;
  });
  return { starts, isCjk, ...room };
}

type Room = Pick<Gathered, 'hashes' | 'blocks' | 'times'>;

function enlarge({ hashes, blocks, times }: Room, length: number) {
  const larger = {
    hashes: new Int32Array(length),
    blocks: new Uint8Array(length),
    times: new Uint16Array(length),
  };
  larger.hashes.set(hashes);
  larger.blocks.set(blocks);
  larger.times.set(times);
  return larger;
}
