/** Collapses the grams of a text: each once, with how often it stands there. */
import type { Grams } from './read-grams.ts';

/** The arrays are overwritten by the next count. */
export type Counted = {
  isCjk: boolean;
  count: number;
  hashes: Int32Array;
  blocks: Uint8Array;
  times: Uint16Array;
};

const slots = 32_768; // twice what a text can hold, so that a free one is always near
const slotOf = new Int32Array(slots);
const kept: Counted = {
  isCjk: false,
  count: 0,
  hashes: new Int32Array(slots / 2),
  blocks: new Uint8Array(slots / 2),
  times: new Uint16Array(slots / 2),
};

export function countGrams(grams: Grams): Counted {
  const { hashes, blocks, times } = kept;
  const used: number[] = [];
  let count = 0;
  for (let at = 0; at < grams.count; at += 1) {
    const hash = grams.hashes[at] as number;
    let slot = hash & (slots - 1);
    while (slotOf[slot] !== 0 && hashes[(slotOf[slot] as number) - 1] !== hash) slot = (slot + 1) & (slots - 1);
    if (slotOf[slot] === 0) {
      hashes[count] = hash;
      blocks[count] = grams.blocks[at] as number;
      times[count] = 1;
      count += 1;
      slotOf[slot] = count;
      used.push(slot);
    } else {
      const first = (slotOf[slot] as number) - 1;
      times[first] = (times[first] as number) + 1;
    }
  }
  for (const slot of used) slotOf[slot] = 0;
  kept.isCjk = grams.isCjk;
  kept.count = count;
  return kept;
}
