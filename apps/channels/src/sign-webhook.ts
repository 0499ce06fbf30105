/** Standard Webhooks (https://www.standardwebhooks.com): HMAC-SHA256 over id, time and body. Pure. */
import type { WebhookRequest } from './channel.ts';
import { hashOf, isSame } from './compare-secrets.ts';

const longestAwaySeconds = 300;

type Signed = { id: string; time: string; body: Buffer };

export const signatureOf = ({ id, time, body }: Signed, secret: Buffer): string =>
  `v1,${hashOf(Buffer.concat([Buffer.from(`${id}.${time}.`), body]), { algorithm: 'sha256', secret, encoding: 'base64' })}`;

/** Undefined where it holds. Several signatures may stand there while a secret is replaced. */
export function problemIn(
  { headers, body }: WebhookRequest,
  secrets: readonly Buffer[],
  now: number,
): string | undefined {
  const id = headers['webhook-id'] ?? '';
  const time = headers['webhook-timestamp'] ?? '';
  const given = (headers['webhook-signature'] ?? '').split(' ').filter(Boolean);
  if (!/^[\x21-\x7e]{1,200}$/.test(id)) return 'webhook-id is missing';
  if (!/^\d{1,12}$/.test(time)) return 'webhook-timestamp is missing';
  if (Math.abs(now / 1000 - Number(time)) > longestAwaySeconds) return 'webhook-timestamp is more than 5 minutes away';
  if (given.length === 0 || given.length > 10) return 'webhook-signature is missing';
  const valid = secrets.map((secret) => signatureOf({ id, time, body }, secret));
  return given.some((one) => valid.some((other) => isSame(one, other))) ? undefined : 'webhook-signature does not hold';
}
