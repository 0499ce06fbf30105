/** One question to Twilio's REST API, with our account's token, in its own time limit. */
import type { SmsConfig } from './config.ts';

const longestMs = 9_000;

type Asked = {
  form?: Record<string, string> /** Media lie elsewhere; the token does not travel there. */;
  follows?: true;
};

/** `path` below our account, or whole from the root. Rejects where Twilio is away or takes too long. */
export function askTwilio(config: SmsConfig, path: string, { form, follows }: Asked = {}): Promise<Response> {
  const { account, tokens, api } = config;
  return fetch(path.startsWith('/') ? `${api}${path}` : `${api}/2010-04-01/Accounts/${account}/${path}`, {
    method: form ? 'POST' : 'GET',
    headers: { authorization: `Basic ${Buffer.from(`${account}:${tokens[0]}`).toString('base64')}` },
    ...(form ? { body: new URLSearchParams(form) } : {}),
    signal: AbortSignal.timeout(longestMs),
    redirect: follows ? 'follow' : 'error',
  });
}
