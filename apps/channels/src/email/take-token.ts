/** Access tokens for a refresh token (RFC 6749 §6): kept until shortly before their end, asked for by one at a time. */
import { z } from 'zod';
import type { OAuth } from './config.ts';

const longestCallMs = 8_000;
/** A token that ends within this is not handed out any more. */
const marginMs = 60_000;
const firstPauseMs = 2_000;
const longestPauseMs = 300_000;

const Answer = z.object({
  access_token: z.string().min(1),
  expires_in: z.coerce.number().positive().default(300),
  /** Some providers hand out a new one each time. */
  refresh_token: z.string().min(1).optional(),
});
const Refusal = z.object({ error: z.string(), error_description: z.string().default('') });

/** The endpoint is away or says no; its own words, never a secret of ours. */
export class SignInFailed extends Error {}

type Kept = {
  refreshToken: string;
  token?: string;
  until: number;
  asking?: Promise<string> | undefined;
  failures: number;
  notBefore: number;
  failure?: Error;
};
const kept = new WeakMap<OAuth, Kept>();

/** The mail server would not have it: the next one is asked for. */
export function forgetToken(oauth: OAuth): void {
  const known = kept.get(oauth);
  if (known) known.until = 0;
}

/** Rejects at once while a failure is recent. */
export function takeToken(oauth: OAuth): Promise<string> {
  const known = kept.get(oauth) ?? { refreshToken: oauth.refreshToken, until: 0, failures: 0, notBefore: 0 };
  kept.set(oauth, known);
  if (known.token && Date.now() < known.until - marginMs) return Promise.resolve(known.token);
  if (Date.now() < known.notBefore) return Promise.reject(known.failure);
  known.asking ??= renew(oauth, known).finally(() => {
    known.asking = undefined;
  });
  return known.asking;
}

async function renew(oauth: OAuth, known: Kept): Promise<string> {
  try {
    const answer = await askEndpoint(oauth, known.refreshToken);
    known.token = answer.access_token;
    known.until = Date.now() + answer.expires_in * 1_000;
    known.refreshToken = answer.refresh_token ?? known.refreshToken;
    known.failures = 0;
    return known.token;
  } catch (error) {
    known.failures += 1;
    known.notBefore = Date.now() + Math.min(longestPauseMs, firstPauseMs * 2 ** (known.failures - 1));
    known.failure = new SignInFailed(`no access token: ${(error as Error).message}`);
    throw known.failure;
  }
}

async function askEndpoint({ tokenUrl, clientId, clientSecret, scope }: OAuth, refreshToken: string) {
  const response = await fetch(tokenUrl, {
    method: 'POST',
    headers: { accept: 'application/json' },
    body: new URLSearchParams({
      grant_type: 'refresh_token',
      refresh_token: refreshToken,
      client_id: clientId,
      ...(clientSecret ? { client_secret: clientSecret } : {}),
      ...(scope ? { scope } : {}),
    }),
    redirect: 'error',
    signal: AbortSignal.timeout(longestCallMs),
  });
  const body: unknown = await response.json().catch(() => undefined);
  if (response.ok) {
    const answer = Answer.safeParse(body);
    if (answer.success) return answer.data;
    throw new Error('the token endpoint answered something else');
  }
  const { data } = Refusal.safeParse(body);
  const said = data ? ` ${data.error} ${data.error_description}`.replace(/\s+/g, ' ').trimEnd().slice(0, 200) : '';
  throw new Error(`the token endpoint said ${response.status}${said}`);
}
