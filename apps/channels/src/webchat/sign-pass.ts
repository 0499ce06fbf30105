/** The pass by which a tab fetches and puts up files: of one chat, for a day at most, signed like the visitor's token. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Key } from '@trunkline/platform';
import type { Whose } from './chats.store.ts';

const longestMs = 24 * 3_600_000;

export function signPass(
  { account, address }: Whose,
  keys: Key[],
  { now, until }: { now: number; until: Date | null },
) {
  const [key] = keys as [Key];
  const ends = Math.min(now + longestMs, until?.getTime() ?? Number.POSITIVE_INFINITY);
  const body = Buffer.from(JSON.stringify([account, address, ends])).toString('base64url');
  return `${key.kid}.${body}.${mark(body, key).toString('base64url')}`;
}

/** Whose files it opens, or null. Constant time. */
export function readPass(pass: string, keys: Key[], now: number): Whose | null {
  const [, kid, body, signature] = /^([\w-]{1,64})\.([\w-]{1,2000})\.([\w-]{43})$/.exec(pass) ?? [];
  const key = keys.find((each) => each.kid === kid);
  if (!key || !body || !signature) return null;
  const given = Buffer.from(signature, 'base64url');
  const right = mark(body, key);
  if (given.length !== right.length || !timingSafeEqual(given, right)) return null;
  const [account, address, ends] = JSON.parse(Buffer.from(body, 'base64url').toString()) as [string, string, number];
  return ends > now ? { account, address } : null;
}

const mark = (body: string, key: Key) => createHmac('sha256', key.bytes).update(`webchat pass\n${body}`).digest();
