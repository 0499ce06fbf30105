/** One call of Slack's Web API, in its own time limit. */
import { z } from 'zod';
import type { SlackConfig } from './config.ts';

const longestMs = 9_000;

type Asked = { method: string; fields: Record<string, unknown>; withinMs?: number };

/** A form, which every method takes; objects in it are JSON. Rejects where Slack is away or takes too long. */
export function askSlack(
  { api, token }: SlackConfig,
  { method, fields, withinMs = longestMs }: Asked,
): Promise<Response> {
  const form = Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [name, typeof value === 'object' ? JSON.stringify(value) : String(value)]);
  return fetch(`${api}/${method}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: new URLSearchParams(Object.fromEntries(form)),
    signal: AbortSignal.timeout(withinMs),
    redirect: 'error',
  });
}

export class SlackSaidNo extends Error {
  constructor(
    readonly code: string,
    /** How long Slack wants to be left alone. */
    readonly afterSeconds: number,
  ) {
    super(`Slack: ${code}`);
  }
}

const Answer = z.looseObject({ ok: z.boolean(), error: z.string().optional() });

/** Its answer, read; rejects with `SlackSaidNo` where Slack refuses. */
export async function readSlack<T>(config: SlackConfig, asked: Asked, schema: z.ZodType<T>): Promise<T> {
  const answer = await askSlack(config, asked);
  const body = (await answer.json().catch(() => undefined)) as unknown;
  const { ok, error } = Answer.safeParse(body).data ?? { ok: false, error: String(answer.status) };
  if (!ok) throw new SlackSaidNo(error ?? String(answer.status), Number(answer.headers.get('retry-after')) || 0);
  return schema.parse(body);
}
