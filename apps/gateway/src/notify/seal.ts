/** Seals the secrets of targets at rest, each for its own target. */
import { type Key, refuse, sealSecret, unsealSecret } from '@trunkline/platform';

/** `of` names whose secret it is. Without a key nothing is stored. */
export function seal(keys: readonly Key[], of: string, secret: string): string {
  const [key] = keys;
  return key ? sealSecret(key, of, secret) : refuse('no-key-to-seal');
}

export const unseal = unsealSecret;
