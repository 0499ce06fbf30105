/** What channels of Meta's Graph API share: the signature over the body, the greeting of a new webhook, the call. */
import type { OpenedRequest, WebhookRequest } from './channel.ts';
import { hashOf, isSame } from './compare-secrets.ts';

const longestMs = 9_000;

/** https://developers.facebook.com/docs/graph-api/webhooks: `sha256=` and the HMAC over the raw body. */
export function isSignedByMeta({ headers, body }: WebhookRequest, secrets: readonly string[]): boolean {
  const given = headers['x-hub-signature-256'] ?? '';
  if (!given.startsWith('sha256=')) return false;
  return secrets.some((secret) =>
    isSame(given, `sha256=${hashOf(body, { algorithm: 'sha256', secret, encoding: 'hex' })}`),
  );
}

/** A GET that asks whether the address is ours: answered with its challenge where it knows the word agreed. */
export function greet(request: WebhookRequest, verifyToken: string): OpenedRequest | undefined {
  if (request.method !== 'GET') return undefined;
  const query = new URL(request.url).searchParams;
  if (query.get('hub.mode') !== 'subscribe' || !isSame(query.get('hub.verify_token') ?? '', verifyToken))
    return { kind: 'refused', because: 'wrong-signature', detail: 'the verify token is not the one agreed' };
  const answer = { type: 'text/plain; charset=utf-8', body: query.get('hub.challenge') ?? '' };
  return { kind: 'opened', items: [], moved: [], answer };
}

type Graph = { api: string; token: string };

/** `body` absent: a question. Rejects where Meta is away or takes too long. */
export function askGraph({ api, token }: Graph, path: string, body?: object): Promise<Response> {
  return fetch(path.startsWith('https:') ? path : `${api}/${path}`, {
    method: body ? 'POST' : 'GET',
    headers: { authorization: `Bearer ${token}`, ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
    signal: AbortSignal.timeout(longestMs),
    redirect: 'error',
  });
}
