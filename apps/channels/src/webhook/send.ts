/** Posts a word to the account's system, signed; the same id over all attempts lets that system know it again. */
import type { Desk, Sent, Word } from '../channel.ts';
import { handOver } from '../hand-over.ts';
import { signatureOf } from '../sign-webhook.ts';
import type { WebhookConfig } from './config.ts';
import { format, type PostedFile } from './format.ts';

const longestMs = 9_000;

export async function send(word: Word, desk: Desk<WebhookConfig>): Promise<Sent> {
  const account = desk.config.accounts.get(word.account);
  if (!account?.url) return { kind: 'failed', because: 'account-gone', detail: `${word.account} has no address` };
  const files: PostedFile[] = [];
  for (const { sha256, name, type, bytes } of word.attachments) {
    const content = await desk.readFile(sha256);
    if (!content) return { kind: 'failed', because: 'file-gone', detail: name };
    files.push({ name, type, bytes, base64: content.toString('base64') });
  }
  const body = Buffer.from(JSON.stringify(format(word, files)));
  const id = `msg_${word.messageId}`;
  const time = String(Math.floor(Date.now() / 1000));
  const headers = {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': time,
    'webhook-signature': signatureOf({ id, time, body }, account.secrets[0]!),
  };
  const signal = AbortSignal.timeout(longestMs);
  return handOver(() => fetch(account.url!, { method: 'POST', headers, body, signal, redirect: 'error' }), readAnswer);
}

/** It may say under which id it keeps the word; later answers may name that. */
function readAnswer(body: unknown, status: number): Sent | undefined {
  if (status === 410) return { kind: 'failed', because: 'address-refused', detail: 'the system says that it is gone' };
  if (status >= 300) return undefined;
  const { externalId } = (body ?? {}) as { externalId?: unknown };
  return { kind: 'sent', reference: typeof externalId === 'string' && externalId ? externalId.slice(0, 255) : null };
}
