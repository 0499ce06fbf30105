/** Writes a model as bytes: a version, what it says of itself, then its arrays, little-endian. Eight megabytes at most. */
import { gramsInOrder } from './gram-table.ts';
import type { TextModel } from './text-model.ts';

/** `TLTM`, and the version of what follows. */
export const modelMark = 0x4d544c54;
export const modelVersion = 1;
/** Mark, version, length of the head. */
export const prefixBytes = 12;

export type ModelHead = Pick<TextModel, 'labels' | 'reading' | 'sureness' | 'rejectBelow' | 'report'> & {
  grams: number;
  unseenIdf: number;
};

/** The same model gives the same bytes; whoever keeps them names them by their sha-256. */
export function writeModel({
  labels,
  reading,
  vocabulary,
  weights,
  sureness,
  rejectBelow,
  report,
}: TextModel): Uint8Array {
  const grams = gramsInOrder(vocabulary.table);
  const { unseenIdf } = vocabulary;
  const head: ModelHead = { labels, reading, sureness, rejectBelow, report, grams: grams.length, unseenIdf };
  const text = new TextEncoder().encode(JSON.stringify(head));
  const headBytes = Math.ceil(text.length / 4) * 4; // the arrays begin at a multiple of four
  const parts = [grams, vocabulary.idf, weights.scales, weights.cells];
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, prefixBytes + headBytes));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, modelMark, true);
  view.setUint32(4, modelVersion, true);
  view.setUint32(8, headBytes, true);
  bytes.set(text, prefixBytes);
  bytes.fill(32, prefixBytes + text.length, prefixBytes + headBytes);
  let at = prefixBytes + headBytes;
  for (const part of parts) {
    bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at);
    at += part.byteLength;
  }
  return bytes;
}
