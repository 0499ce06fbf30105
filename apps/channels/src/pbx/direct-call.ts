/** Tells the telephone system whom to ring up for a call that waits; one that distributes calls itself is not told. */
import { type CallDirectedV1, newId } from '@trunkline/contracts';
import type { Desk } from '../channel.ts';
import { signatureOf } from '../sign-webhook.ts';
import type { PbxConfig } from './config.ts';

export async function directCall({ call, to }: CallDirectedV1, { config }: Desk<PbxConfig>): Promise<void> {
  if (config.url === null) return;
  const body = Buffer.from(JSON.stringify({ type: 'call.directed', call, phone: to.phone, agent: to.name }));
  const id = newId();
  const time = String(Math.floor(Date.now() / 1000));
  const answer = await fetch(config.url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': time,
      'webhook-signature': signatureOf({ id, time, body }, config.secrets[0]!),
    },
    body: new Uint8Array(body),
    signal: AbortSignal.timeout(9_000),
    redirect: 'error',
  });
  if (!answer.ok) throw new Error(`the telephone system answered ${answer.status}`);
}
