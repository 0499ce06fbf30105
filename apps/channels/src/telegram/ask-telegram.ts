/** One call of the Bot API. The token stands in the address: never in a log, never in a detail. */
import type { TelegramConfig } from './config.ts';

const longestMs = 9_000;

/** Rejects where Telegram is away or takes too long. */
export function askTelegram({ api, token }: TelegramConfig, method: string, body: object): Promise<Response> {
  return fetch(`${api}/bot${token}/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(longestMs),
    redirect: 'error',
  });
}

export const fileOf = ({ api, token }: TelegramConfig, path: string): Promise<Response> =>
  fetch(`${api}/file/bot${token}/${path}`, { signal: AbortSignal.timeout(longestMs), redirect: 'error' });
