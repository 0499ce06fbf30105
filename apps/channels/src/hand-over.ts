/** Hands a word to a provider by HTTP, and says honestly what can be known: sent, surely not taken, refused, or unknown. */
import type { Sent } from './channel.ts';
import { readJson } from './read-json.ts';

/** What the provider's own answer says, where it says more than its status. */
export type ReadAnswer = (body: unknown, status: number) => Sent | undefined;

const wasNeverThere = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'];

/** `ask` sets its own time limit, below the ten seconds after which a word counts as `unknown`. */
export async function handOver(ask: () => Promise<Response>, read: ReadAnswer): Promise<Sent> {
  try {
    const answer = await ask();
    const text = await answer.text();
    const sent = read(readJson(Buffer.from(text)), answer.status) ?? judge(answer.status, text);
    const wish = Number(answer.headers.get('retry-after'));
    return sent.kind === 'retry' && wish > 0 ? { ...sent, afterSeconds: wish } : sent;
  } catch (error) {
    const { code = '', message } = ((error as Error).cause ?? error) as { code?: string; message: string };
    const detail = `${code} ${message}`.trim();
    return wasNeverThere.includes(code)
      ? { kind: 'retry', because: 'provider-away', detail }
      : { kind: 'unknown', detail };
  }
}

/** A server's own failure may come after it had taken the word: its callback, or a person, will tell. */
function judge(status: number, text: string): Sent {
  const detail = `${status} ${text.slice(0, 300)}`;
  if (status === 429 || status === 503) return { kind: 'retry', because: 'provider-away', detail };
  if (status >= 400 && status < 500) return { kind: 'failed', because: 'provider-refused', detail };
  return { kind: 'unknown', detail };
}
