/** Reads a model from its bytes, or says why they are none. */
import { addGram, emptyTable } from './gram-table.ts';
import type { TextModel } from './text-model.ts';
import { type ModelHead, modelMark, modelVersion, prefixBytes } from './write-model.ts';

export type ReadModel =
  | { kind: 'read'; model: TextModel }
  | { kind: 'refused'; because: 'not-a-model' | 'other-model-version' | 'model-is-cut' };

export function readModel(bytes: Uint8Array): ReadModel {
  if (bytes.length < prefixBytes) return { kind: 'refused', because: 'not-a-model' };
  const own = bytes.slice(); // begins at a multiple of four, whatever buffer it came in
  const view = new DataView(own.buffer);
  if (view.getUint32(0, true) !== modelMark) return { kind: 'refused', because: 'not-a-model' };
  if (view.getUint32(4, true) !== modelVersion) return { kind: 'refused', because: 'other-model-version' };
  const from = prefixBytes + view.getUint32(8, true);
  const head = readHead(own.subarray(prefixBytes, from));
  if (!head) return { kind: 'refused', because: 'model-is-cut' };
  const rows = head.grams + 1;
  const length = head.grams * 8 + rows * 4 + rows * head.labels.length;
  if (own.length !== from + length) return { kind: 'refused', because: 'model-is-cut' };
  return { kind: 'read', model: modelOf(head, own.buffer, from) };
}

function readHead(bytes: Uint8Array): ModelHead | undefined {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}

function modelOf(head: ModelHead, buffer: ArrayBuffer, from: number): TextModel {
  const { labels, reading, sureness, rejectBelow, report, grams, unseenIdf } = head;
  const table = emptyTable(grams);
  for (const hash of new Int32Array(buffer, from, grams)) addGram(table, hash);
  const idf = new Float32Array(buffer, from + grams * 4, grams);
  const scales = new Float32Array(buffer, from + grams * 8, grams + 1);
  const cells = new Int8Array(buffer, from + grams * 12 + 4, (grams + 1) * labels.length);
  return {
    labels,
    reading,
    vocabulary: { table, idf, unseenIdf },
    weights: { cells, scales },
    sureness,
    rejectBelow,
    report,
  };
}
