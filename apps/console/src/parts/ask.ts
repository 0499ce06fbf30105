/** Asks the gateway over HTTP; a refusal becomes an error that carries its reason. */
import type { Problem } from '@trunkline/contracts';
import { Refused } from './refused.ts';

export type Order = {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  body?: unknown;
  /** The same key is answered with the same answer: safe to send again. */
  once?: string;
  /** The version it was made from: where another stands by then, it is refused. */
  match?: number;
  signal?: AbortSignal | undefined;
};
export type Ask = <Answer>(path: string, order?: Order) => Promise<Answer>;

/** `hear` is told of every answer: its status, and the gateway's own clock where the answer names it. */
export function askAt(origin: string, hear: (status: number, at: string | null) => void = () => {}): Ask {
  return async <Answer>(path: string, order: Order = {}): Promise<Answer> => {
    const response = await reach(`${origin}${path}`, order);
    hear(response.status, response.headers.get('date'));
    if (!response.ok) throw await readRefusal(response);
    if (response.status === 204) return undefined as Answer;
    return (await response.json()) as Answer;
  };
}

async function reach(url: string, { method, body, once, match, signal }: Order): Promise<Response> {
  try {
    return await fetch(url, {
      method: method ?? (body === undefined ? 'GET' : 'POST'),
      credentials: 'same-origin',
      headers: {
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(once ? { 'idempotency-key': once } : {}),
        ...(match === undefined ? {} : { 'if-match': `"${match}"` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new Refused('no-connection', 0);
  }
}

async function readRefusal(response: Response): Promise<Refused> {
  try {
    const problem = (await response.json()) as Partial<Problem>;
    if (problem.reason) return new Refused(problem.reason, response.status, problem.values, problem.detail);
  } catch {
    // a proxy answered in its own words: the status has to do
  }
  return new Refused(response.status >= 500 ? 'try-again' : 'went-wrong', response.status);
}
