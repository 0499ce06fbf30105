/** The only way out to addresses that people enter: looked up once, checked, pinned, no redirects, little time, little read. */
import { lookup } from 'node:dns/promises';
import { type IncomingMessage, request as plainRequest, type RequestOptions } from 'node:http';
import { request as tlsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { Because } from '@trunkline/contracts';
import { isPublicAddress } from '@trunkline/platform';
import { judgeAddress } from './judge-address.ts';

export const limits = { ms: 5_000, bytes: 64 * 1024 };
type Place = { address: string; family: number };
export type Post = { address: string; headers: Record<string, string>; body: string };
export type Out = {
  allowed: readonly string[];
  /** All addresses of a name; a spec gives its own. */
  resolve?: (host: string) => Promise<Place[]>;
};
export type Posted =
  | { kind: 'answered'; status: number; body: string; retryAfter: string | undefined }
  /** `isPassing`: trying again may help. */
  | { kind: 'failed'; because: Because; isPassing: boolean };

export async function postOut(post: Post, { allowed, resolve = resolveAll }: Out): Promise<Posted> {
  const judged = judgeAddress(post.address, allowed);
  if (!judged.ok) return { kind: 'failed', because: judged.because, isPassing: false };
  const host = judged.url.hostname.replace(/^\[|\]$/g, '');
  const over = AbortSignal.timeout(limits.ms);
  try {
    const places = isIP(host) ? [{ address: host, family: isIP(host) }] : await inTime(resolve(host), over);
    const inside = places.find(({ address }) => !isPublicAddress(address));
    // one closed address among several is a trick: the next look-up might give that one
    if (inside && !judged.isAllowed) return notPublic(host);
    if (places.length === 0) throw new Error('ENOTFOUND');
    // where one family has no way out the connection tries the next one, of those that were checked
    const inTurn = [...places].sort((a, b) => a.family - b.family);
    return await ask(judged.url, { post, places: inTurn, signal: over });
  } catch (error) {
    return { kind: 'failed', because: nameFailure(error as NodeJS.ErrnoException, over), isPassing: true };
  }
}

const resolveAll = (host: string): Promise<Place[]> => lookup(host, { all: true });
const notPublic = (host: string): Posted => ({
  kind: 'failed',
  because: { code: 'target-not-public', values: { host } },
  isPassing: false,
});

/** A code, never the sentence: that would name addresses of our house. */
function nameFailure({ code }: NodeJS.ErrnoException, over: AbortSignal): Because {
  if (over.aborted) return { code: 'target-too-slow', values: { seconds: limits.ms / 1000 } };
  return { code: 'target-unreachable', values: { detail: code ?? 'ENOTFOUND' } };
}

function inTime<T>(work: Promise<T>, over: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    over.addEventListener('abort', () => reject(new Error('too slow')), { once: true });
    work.then(resolve, reject);
  });
}

type Asking = { post: Post; places: Place[]; signal: AbortSignal };

function ask(url: URL, { post, places, signal }: Asking): Promise<Posted> {
  const pinned: LookupFunction = (_host, options, tell) => {
    if (options.all) tell(null, places);
    else tell(null, places[0]!.address, places[0]!.family);
  };
  const options: RequestOptions = {
    method: 'POST',
    agent: false,
    signal,
    lookup: pinned,
    headers: { ...post.headers, 'content-length': Buffer.byteLength(post.body), 'user-agent': 'Trunkline' },
  };
  const start = url.protocol === 'https:' ? tlsRequest : plainRequest;
  return new Promise((resolve, reject) => {
    const asked = start(url, options, (answer) => {
      readSome(answer).then((body) => {
        asked.destroy();
        const retryAfter = answer.headers['retry-after'];
        resolve({ kind: 'answered', status: answer.statusCode ?? 0, body, retryAfter });
      }, reject);
    });
    asked.on('error', reject);
    asked.end(post.body);
  });
}

/** What comes beyond the limit is not read. */
function readSome(answer: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let bytes = 0;
    const end = () => resolve(Buffer.concat(parts).subarray(0, limits.bytes).toString('utf8'));
    answer.on('data', (part: Buffer) => {
      parts.push(part);
      bytes += part.length;
      if (bytes >= limits.bytes) end();
    });
    answer.on('end', end);
    answer.on('error', reject);
    answer.on('aborted', () => reject(new Error('broken off')));
  });
}
