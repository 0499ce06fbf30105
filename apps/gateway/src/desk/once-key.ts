/** The key by which an order that is given twice is done once: the caller's, or one for this call alone. */
import { randomUUID } from 'node:crypto';
import { refuse } from '@trunkline/platform';

export function onceKey(key: string | undefined): string {
  if (key !== undefined && (key.length < 1 || key.length > 255)) refuse('bad-request', { detail: 'Idempotency-Key' });
  return key ?? randomUUID();
}
