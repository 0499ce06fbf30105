/** One question to Twilio's REST API, below our account, in its own time limit. */
import type { HotlineConfig } from './config.ts';

const longestMs = 9_000;

export function askTwilio(config: HotlineConfig, path: string, form?: Record<string, string>): Promise<Response> {
  const { account, tokens, api } = config;
  return fetch(`${api}/2010-04-01/Accounts/${account}/${path}`, {
    method: form ? 'POST' : 'GET',
    headers: { authorization: `Basic ${Buffer.from(`${account}:${tokens[0]}`).toString('base64')}` },
    ...(form ? { body: new URLSearchParams(form) } : {}),
    signal: AbortSignal.timeout(longestMs),
    redirect: 'error',
  });
}
