/** Reads what a text is recognised by: n-grams of its words, or of its characters where it is CJK, as hashes. */
import { fold } from '../words/fold.ts';

/** Texts say more in their first lines than in their footers: no more of them is looked at, whatever they weigh. */
export const readAtMost = 2000;
/** Finding the words of Chinese takes longer than everything else together; what stands first says most. */
const segmentAtMost = 200;
const gramsAtMost = 16_384;

/** Whether a model knows the words of Chinese beside its characters. */
export type Reading = { segments: boolean };
/** Two blocks, weighed apart: words (or characters), and pieces of words (or pairs of characters). */
export const blocks = { words: 0, pieces: 1 } as const;
/** One entry a gram: hash, block, and where in `folded` it stands. The arrays are overwritten by the next reading. */
export type Grams = {
  folded: string;
  isCjk: boolean;
  count: number;
  hashes: Int32Array;
  blocks: Uint8Array;
  from: Uint16Array;
  to: Uint16Array;
};

const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const word = /[\p{L}\p{N}]+(?:'\p{L}+)?/gu;
const latinInCjk = /[a-z0-9][a-z0-9.+-]+/g;
const unseen = /[\p{Cc}\p{Cf}]/u;
const chineseWords = new Intl.Segmenter('zh', { granularity: 'word' });

/** One seed a kind of gram, so that no two kinds meet by hash. */
const seeds = { word: 0x11, pair: 0x12, piece: 0x20, character: 0x30 };
const kept: Grams = {
  folded: '',
  isCjk: false,
  count: 0,
  hashes: new Int32Array(gramsAtMost),
  blocks: new Uint8Array(gramsAtMost),
  from: new Uint16Array(gramsAtMost),
  to: new Uint16Array(gramsAtMost),
};

export function readGrams(text: string, { segments }: Reading): Grams {
  kept.folded = foldStart(text);
  kept.isCjk = cjk.test(kept.folded);
  kept.count = 0;
  if (kept.isCjk) readCharacters(kept.folded, segments);
  else readWords(kept.folded);
  return kept;
}

/** The start of a text as it is compared: folded, without what nobody sees. */
export function foldStart(text: string): string {
  const start = text.slice(0, readAtMost);
  return fold(unseen.test(start) ? start.replace(/\p{Cf}/gu, '').replace(/\p{Cc}/gu, ' ') : start).slice(0, readAtMost);
}

function readCharacters(folded: string, segments: boolean): void {
  let before = -1;
  for (let at = 0; at < folded.length; at += 1) {
    const code = folded.charCodeAt(at);
    if (code === 32) continue;
    put(step(seeds.character, code), { block: blocks.words, from: at, to: at + 1 });
    if (before >= 0) {
      const pair = step(step(seeds.character, folded.charCodeAt(before)), code);
      put(pair, { block: blocks.pieces, from: before, to: at + 1 });
    }
    before = at;
  }
  for (const { 0: found, index } of folded.matchAll(latinInCjk)) putWord(folded, index, index + found.length);
  if (!segments) return;
  for (const { segment, index, isWordLike } of chineseWords.segment(folded.slice(0, segmentAtMost))) {
    if (isWordLike) putWord(folded, index, index + segment.length);
  }
}

function readWords(folded: string): void {
  let [beforeFrom, beforeTo] = [-1, -1];
  for (const { 0: found, index: from } of folded.matchAll(word)) {
    const to = from + found.length;
    putWord(folded, from, to);
    if (beforeFrom >= 0) {
      const left = steps(seeds.pair, folded, { from: beforeFrom, to: beforeTo });
      put(steps(step(left, 32), folded, { from, to }), { block: blocks.words, from: beforeFrom, to });
    }
    readPieces(folded, from, to);
    [beforeFrom, beforeTo] = [from, to];
  }
}

/** Two to four characters of the word with an edge on both sides. */
function readPieces(folded: string, from: number, to: number): void {
  const codeAt = (at: number) => (at < from || at >= to ? 95 : folded.charCodeAt(at));
  for (let start = from - 1; start < to; start += 1) {
    let hash = step(seeds.piece, codeAt(start));
    for (let end = start + 1; end <= Math.min(to, start + 3); end += 1) {
      hash = step(hash, codeAt(end));
      put(hash, { block: blocks.pieces, from: Math.max(from, start), to: Math.min(to, end + 1) });
    }
  }
}

type Span = { from: number; to: number };

const putWord = (folded: string, from: number, to: number) =>
  put(steps(seeds.word, folded, { from, to }), { block: blocks.words, from, to });

/** FNV over character codes. */
const step = (hash: number, code: number) => Math.imul(hash ^ code, 16777619);

function steps(seed: number, text: string, { from, to }: Span): number {
  let hash = seed;
  for (let at = from; at < to; at += 1) hash = step(hash, text.charCodeAt(at));
  return hash;
}

function put(hash: number, { block, from, to }: Span & { block: number }): void {
  if (kept.count === gramsAtMost) return;
  kept.hashes[kept.count] = finish(hash);
  kept.blocks[kept.count] = block;
  kept.from[kept.count] = from;
  kept.to[kept.count] = to;
  kept.count += 1;
}

/** Murmur's finaliser: spreads what FNV leaves in the low bits. */
function finish(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16) || 1;
}
