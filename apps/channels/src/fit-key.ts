/** A provider's id as a table's index takes it: without NUL and half characters; a long one by its hash. Pure. */
import { createHash } from 'node:crypto';

const longest = 512;

export function fitKey(key: string): string {
  const clean = Buffer.from(key.replaceAll('\u0000', '')).toString();
  return clean.length > longest ? `sha256:${createHash('sha256').update(clean).digest('hex')}` : clean;
}
