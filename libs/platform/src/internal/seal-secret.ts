/** Seals secrets at rest: AES-256-GCM, bound to the thing they belong to; the first key seals, all open. */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { Key } from '../config.ts';

const ivBytes = 12;
const tagBytes = 16;

/** `of` names whose secret it is: sealed for one thing it opens for no other. */
export function sealSecret(key: Key, of: string, secret: string): string {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv('aes-256-gcm', sealingKey(key), iv).setAAD(Buffer.from(of));
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return `${key.kid}.${Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url')}`;
}

/** Null where its key is gone, or it was changed or moved. */
export function unsealSecret(keys: readonly Key[], of: string, sealed: string): string | null {
  const [kid, text = ''] = sealed.split('.');
  const key = keys.find((each) => each.kid === kid);
  const bytes = Buffer.from(text, 'base64url');
  if (!key || bytes.length < ivBytes + tagBytes) return null;
  const decipher = createDecipheriv('aes-256-gcm', sealingKey(key), bytes.subarray(0, ivBytes), {
    authTagLength: tagBytes,
  })
    .setAAD(Buffer.from(of))
    .setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(ivBytes + tagBytes)), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}

/** Keys come in any length from 32 bytes on. */
const sealingKey = ({ bytes }: Key): Buffer =>
  Buffer.from(hkdfSync('sha256', bytes, '', 'trunkline seals secrets', 32));
