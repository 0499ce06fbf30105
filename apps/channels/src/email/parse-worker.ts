/** The thread in which mails are parsed and judged, so that one that blocks or grows blocks nobody else. */
import { parentPort } from 'node:worker_threads';
import type { Parsed } from '../channel.ts';
import { openDns } from './ask-dns.ts';
import { judgeSender } from './judge-sender.ts';
import { type ParseSettings, parse } from './parse.ts';

/** `trustedServers`: whose Authentication-Results are taken over; without it nobody is judged. */
export type WorkerSettings = ParseSettings & { trustedServers?: string[] };
export type ToWorker = { raw: Uint8Array; settings: WorkerSettings };

const limitMs = 3_000;
const resolve = openDns();

async function read(raw: Buffer, { trustedServers, ...settings }: WorkerSettings): Promise<Parsed> {
  const parsed = await parse(raw, settings);
  if (parsed.kind !== 'message' || !trustedServers) return parsed;
  return { ...parsed, checks: await judgeSender(raw, { trustedServers, resolve, limitMs }) };
}

parentPort!.on('message', async ({ raw, settings }: ToWorker) => {
  parentPort!.postMessage(await read(Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength), settings));
});
parentPort!.postMessage('ready');
