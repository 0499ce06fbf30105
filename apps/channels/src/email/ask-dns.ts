/** Asks DNS for what checks of mails need: cached, in time, and not at all while nobody answers. */
import { Resolver } from 'node:dns/promises';
import type { Resolve } from './judge-sender.ts';

const keptMs = 300_000;
const mostKept = 5_000;
const pausedMs = 60_000;
/** Names that no server knows (RFC 6761, 6762). */
const reserved = /(^|\.)(test|example|invalid|localhost|local|internal)\.?$/i;

export function openDns(timeoutMs = 1_000): Resolve {
  const resolver = new Resolver({ timeout: timeoutMs, tries: 1 });
  const known = new Map<string, { answer: Promise<string[][] | string[]>; until: number }>();
  let silentUntil = 0;

  async function ask(name: string, type: string): Promise<string[][] | string[]> {
    if (reserved.test(name)) throw Object.assign(new Error(`${name} is reserved`), { code: 'ENOTFOUND' });
    if (Date.now() < silentUntil) throw Object.assign(new Error('DNS does not answer'), { code: 'ETIMEOUT' });
    try {
      return (await resolver.resolve(name, type)) as string[][] | string[];
    } catch (error) {
      if (/ETIMEOUT|ECONNREFUSED|ENOTINITIALIZED/.test((error as NodeJS.ErrnoException).code ?? ''))
        silentUntil = Date.now() + pausedMs;
      throw error;
    }
  }

  return (name, type) => {
    const key = `${type} ${name.toLowerCase()}`;
    const kept = known.get(key);
    if (kept && kept.until > Date.now()) return kept.answer;
    if (known.size >= mostKept) known.clear();
    const answer = ask(name, type);
    known.set(key, { answer, until: Date.now() + keptMs });
    answer.catch(({ code }) => (/ENOTFOUND|ENODATA/.test(code ?? '') ? undefined : known.delete(key)));
    return answer;
  };
}
