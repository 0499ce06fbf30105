/** The short token one service shows another: HS256 by SERVICE_KEYS, from whom, for whom, on whose behalf. */
import { type Service, services } from '@trunkline/contracts';
import { jwtVerify, SignJWT } from 'jose';
import type { Key } from '../config.ts';

export type TokenClaims = { from: Service; to: Service; sub: string };

const lifetimeSeconds = 15 * 60;
/** A service's clock may be wrong by minutes. */
const toleranceSeconds = 10 * 60;

export async function signServiceToken(keys: readonly Key[], claims: TokenClaims): Promise<string> {
  const [first] = keys;
  if (!first) throw new Error('SERVICE_KEYS holds no key');
  return new SignJWT()
    .setProtectedHeader({ alg: 'HS256', kid: first.kid })
    .setIssuer(claims.from)
    .setAudience(claims.to)
    .setSubject(claims.sub)
    .setIssuedAt()
    .setExpirationTime(`${lifetimeSeconds}s`)
    .sign(first.bytes);
}

/** Throws whatever is wrong with it; the caller answers with one code for all. */
export async function readServiceToken(keys: readonly Key[], token: string, me: Service): Promise<TokenClaims> {
  const { payload } = await jwtVerify(token, (header) => keyFor(keys, header.kid), {
    algorithms: ['HS256'],
    audience: me,
    issuer: [...services],
    requiredClaims: ['sub', 'exp', 'iat'],
    clockTolerance: toleranceSeconds,
  });
  if (!payload.sub) throw new Error('on nobody’s behalf');
  return { from: payload.iss as Service, to: me, sub: payload.sub };
}

function keyFor(keys: readonly Key[], kid: string | undefined): Uint8Array {
  const key = keys.find((one) => one.kid === kid);
  if (!key) throw new Error('no such key');
  return key.bytes;
}
