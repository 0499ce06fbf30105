/** Speaks to the gateway as a signed-in person; its refusals come back with their reason. */

import type { Settings } from './read-settings.ts';
import { SaidNo, WrongUse } from './refused.ts';

export type Call = {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  path: string;
  body?: unknown;
  headers?: Record<string, string>;
};
export type Ask = <Answer>(call: Call) => Promise<Answer>;

export function askGateway<Answer>(settings: Settings, call: Call): Promise<Answer> {
  return withGateway(settings, (ask) => ask<Answer>(call));
}

/** Signs in where there is no token, and out again when the work is done, so that no session is left behind. */
export async function withGateway<Done>(settings: Settings, work: (ask: Ask) => Promise<Done>): Promise<Done> {
  const { url, token, email, password } = settings;
  const askAs = (as: string): Ask => {
    return <Answer>(call: Call) => send(url, call, as) as Promise<Answer>;
  };
  if (token) return work(askAs(token));
  if (!email) throw new WrongUse('who asks? Set TRUNKLINE_TOKEN, or give --email and --password');
  const session = (await send(url, { method: 'POST', path: '/v1/sessions', body: { email, password } })) as {
    token: string;
  };
  try {
    return await work(askAs(session.token));
  } finally {
    await send(url, { method: 'DELETE', path: '/v1/sessions/current' }, session.token).catch(() => {});
  }
}

async function send(url: string, { method = 'GET', path, body, headers }: Call, token?: string): Promise<unknown> {
  const response = await fetch(`${url}${path}`, {
    method,
    headers: {
      accept: 'application/json',
      ...headers,
      ...(token && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(30_000),
  }).catch((error: Error) => {
    if (error instanceof TypeError && !URL.canParse(url)) throw new WrongUse(`"${url}" is not an address`);
    throw new SaidNo(`the gateway at ${url} does not answer`, 'no-answer');
  });
  const text = await response.text();
  if (response.ok) return text === '' ? null : readJson(text, url);
  const problem = (isJson(response) ? readJson(text, url) : {}) as Problem;
  throw new SaidNo(inWords(problem) ?? `${path}: ${response.status}`, problem.reason ?? `http-${response.status}`);
}

type Problem = { detail?: string; reason?: string; issues?: { path: string; message: string }[] };

/** Each place that was refused, where the gateway names them. */
const inWords = ({ detail, issues = [] }: Problem) =>
  issues.length > 1 ? issues.map(({ path, message }) => `${path}: ${message}`).join('\n') : detail;

const isJson = (response: Response) => /json/.test(response.headers.get('content-type') ?? '');

function readJson(text: string, url: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new SaidNo(`what answers at ${url} is not the gateway`, 'no-answer');
  }
}
