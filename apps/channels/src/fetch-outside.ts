/** Fetches a file from an address that a stranger named: public hosts only, looked up once and pinned, no redirects. */
import { lookup } from 'node:dns/promises';
import { type IncomingMessage, request as plainRequest } from 'node:http';
import { request as tlsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress } from '@trunkline/platform';

const mostBytes = 25 * 1024 * 1024;
const longestMs = 10_000;

export type Fetched = { kind: 'fetched'; type: string; content: Buffer } | { kind: 'refused'; detail: string };

/** `insideHosts` (host or host:port) are the operator's own and may lie anywhere. Rejects where trying again may help. */
export async function fetchOutside(address: string, { insideHosts = [] as readonly string[] } = {}): Promise<Fetched> {
  const url = new URL(address);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (!['http:', 'https:'].includes(url.protocol) || url.username) return no('only http and https without a password');
  const isAllowed = insideHosts.includes(url.host) || insideHosts.includes(host);
  const places = isIP(host) ? [{ address: host, family: isIP(host) }] : await lookup(host, { all: true });
  // one closed address among several is a trick: the next look-up might give that one
  if (!isAllowed && places.some((place) => !isPublicAddress(place.address))) return no(`${host} is not a public host`);
  const pinned: LookupFunction = (_host, options, tell) =>
    options.all ? tell(null, places) : tell(null, places[0]!.address, places[0]!.family);
  return ask(url, pinned);
}

const no = (detail: string): Fetched => ({ kind: 'refused', detail });

function ask(url: URL, pinned: LookupFunction): Promise<Fetched> {
  const start = url.protocol === 'https:' ? tlsRequest : plainRequest;
  const options = { agent: false, lookup: pinned, signal: AbortSignal.timeout(longestMs), headers: { accept: '*/*' } };
  return new Promise((resolve, reject) => {
    const asked = start(url, options, (answer) => {
      read(answer)
        .then(resolve, reject)
        .finally(() => asked.destroy());
    });
    asked.on('error', reject);
    asked.end();
  });
}

async function read(answer: IncomingMessage): Promise<Fetched> {
  const status = answer.statusCode ?? 0;
  if (status === 429 || status >= 500) throw new Error(`it answered ${status}`);
  if (status !== 200) return no(`it answered ${status}`);
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > mostBytes) return no(`it is longer than ${mostBytes / 1024 / 1024} MiB`);
    chunks.push(chunk);
  }
  return { kind: 'fetched', type: answer.headers['content-type'] ?? '', content: Buffer.concat(chunks) };
}
