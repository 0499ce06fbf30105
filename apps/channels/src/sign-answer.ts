/** The token of an answer page: names the word that asked, signed by us, so that nobody answers what they were not asked. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Key } from '@trunkline/platform';

const macBytes = 16;
/** The field key signs other things in other words. */
const words = 'answer page';

/** The first key signs. */
export function signAnswer(messageId: string, keys: readonly Key[]): string {
  const id = Buffer.from(messageId.replaceAll('-', ''), 'hex');
  return Buffer.concat([id, mac(id, keys[0]!)]).toString('base64url');
}

/** The word that asked, under any key that is still valid; null: this is no token of ours. */
export function openAnswer(token: string, keys: readonly Key[]): string | null {
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length !== 16 + macBytes || bytes.toString('base64url') !== token) return null;
  const id = bytes.subarray(0, 16);
  if (!keys.some((key) => timingSafeEqual(mac(id, key), bytes.subarray(16)))) return null;
  const text = id.toString('hex');
  return [0, 8, 12, 16, 20].map((from, at, cuts) => text.slice(from, cuts[at + 1])).join('-');
}

const mac = (id: Buffer, key: Key) =>
  createHmac('sha256', key.bytes).update(words).update(id).digest().subarray(0, macBytes);
