/** Whether two secrets are the same, in a time that says nothing about where they differ. */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

const digest = (text: string) => createHash('sha256').update(text).digest();

export const isSame = (given: string, expected: string): boolean => timingSafeEqual(digest(given), digest(expected));

type Keyed = { algorithm: 'sha1' | 'sha256'; secret: string | Uint8Array; encoding: 'hex' | 'base64' };

/** The keyed hash of some bytes, as providers write it. */
export const hashOf = (bytes: string | Buffer, { algorithm, secret, encoding }: Keyed): string =>
  createHmac(algorithm, secret).update(bytes).digest(encoding);
