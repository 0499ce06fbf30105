/** Makes six digits, and knows them again by a keyed hash: a stolen table tells nobody a code. */
import { createHmac, randomInt, timingSafeEqual } from 'node:crypto';
import type { Key } from '@trunkline/platform';

export const makeCode = (): string => String(randomInt(0, 1_000_000)).padStart(6, '0');

/** `of`: the verification it belongs to; the same digits hash differently elsewhere. */
export const hashCode = ({ bytes }: Key, of: string, code: string): string =>
  createHmac('sha256', bytes).update(`one-time code ${of} ${code}`).digest('hex');

/** Any of the keys may have made it: they are changed while codes are out. */
export const isCode = (keys: readonly Key[], { of, code, hash }: { of: string; code: string; hash: string }): boolean =>
  keys.some((key) => timingSafeEqual(Buffer.from(hashCode(key, of, code)), Buffer.from(hash)));
