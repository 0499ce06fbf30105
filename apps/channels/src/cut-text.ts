/** Makes a text fit for Postgres and for a fact: no NUL, no half characters, at most 64 KiB, also once it is JSON. */
import { textMaxBytes } from '@trunkline/contracts';

/** Control characters grow sixfold in JSON; the fact as a whole may have 200 KiB. */
const jsonMaxBytes = 2 * textMaxBytes;

export function cutText(text: string, maxBytes: number = textMaxBytes): { text: string; wasCut: boolean } {
  const clean = Buffer.from(text.replaceAll('\0', '')).toString();
  let cut = cutBytes(clean, maxBytes);
  while (Buffer.byteLength(JSON.stringify(cut)) > jsonMaxBytes) cut = cutBytes(cut, Buffer.byteLength(cut) / 2);
  return { text: cut, wasCut: cut.length < clean.length };
}

function cutBytes(text: string, maxBytes: number): string {
  const bytes = Buffer.from(text);
  if (bytes.length <= maxBytes) return text;
  let end = Math.floor(maxBytes);
  while (end > 0 && (bytes[end]! & 0xc0) === 0x80) end -= 1;
  return bytes.subarray(0, end).toString();
}
