/** The token an anonymous visitor's browser keeps: 128 random bits, signed for one site. Nobody can make another's. */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Key } from '@trunkline/platform';

/** The desk's own visitor, by whom it tests itself: nobody else can sign a token for it. */
export const testVisitorId = 'trunkline-selftest-000';

/** A new visitor of a site. */
export function newVisitorId(): string {
  return randomBytes(16).toString('base64url');
}

export function signVisitor(site: string, visitorId: string, keys: Key[]): string {
  const [key] = keys as [Key];
  return `${key.kid}.${visitorId}.${mark(site, visitorId, key).toString('base64url')}`;
}

/** The visitor's id, or null where the token is not of this site and these keys. Constant time. */
export function readVisitor(site: string, token: string, keys: Key[]): string | null {
  const [, kid, visitorId, signature] = /^([\w-]{1,64})\.([\w-]{22})\.([\w-]{43})$/.exec(token) ?? [];
  const key = keys.find((each) => each.kid === kid);
  if (!key || !visitorId || !signature) return null;
  const given = Buffer.from(signature, 'base64url');
  const right = mark(site, visitorId, key);
  return given.length === right.length && timingSafeEqual(given, right) ? visitorId : null;
}

function mark(site: string, visitorId: string, key: Key): Buffer {
  return createHmac('sha256', key.bytes).update(`webchat visitor\n${site}\n${visitorId}`).digest();
}
