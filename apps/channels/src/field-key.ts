/** Seals what customers sent before it is stored (AES-256-GCM), and opens it again with any key that is still valid. */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Key } from '@trunkline/platform';

const ivBytes = 12;
const tagBytes = 16;
/** A key may be longer than the cipher takes. */
const cipherKey = (key: Key) => (key.bytes.length === 32 ? key.bytes : createHash('sha256').update(key.bytes).digest());

@Injectable()
export class FieldKey {
  constructor(@Inject(CONFIG) private readonly config: { FIELD_KEY: Key[] }) {}

  /** Layout: length of the kid (1), kid, iv (12), tag (16), ciphertext. */
  seal(plain: Uint8Array | string): Buffer {
    const key = this.config.FIELD_KEY[0]!;
    const kid = Buffer.from(key.kid);
    const iv = randomBytes(ivBytes);
    const cipher = createCipheriv('aes-256-gcm', cipherKey(key), iv);
    const sealed = Buffer.concat([cipher.update(plain as string, 'utf8'), cipher.final()]);
    return Buffer.concat([Buffer.of(kid.length), kid, iv, cipher.getAuthTag(), sealed]);
  }

  /** Throws where the key is gone or a byte was changed. */
  open(sealed: Buffer): Buffer {
    const ivAt = 1 + sealed[0]!;
    const kid = sealed.subarray(1, ivAt).toString();
    const key = this.config.FIELD_KEY.find((one) => one.kid === kid);
    if (!key) throw new Error(`FIELD_KEY has no key ${kid} any more`);
    const tagAt = ivAt + ivBytes;
    const decipher = createDecipheriv('aes-256-gcm', cipherKey(key), sealed.subarray(ivAt, tagAt));
    decipher.setAuthTag(sealed.subarray(tagAt, tagAt + tagBytes));
    return Buffer.concat([decipher.update(sealed.subarray(tagAt + tagBytes)), decipher.final()]);
  }
}
