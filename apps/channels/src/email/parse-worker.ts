/** The thread in which mails are parsed, so that one that blocks or grows blocks nobody else. */
import { parentPort } from 'node:worker_threads';
import { type ParseSettings, parse } from './parse.ts';

export type ToWorker = { raw: Uint8Array; settings: ParseSettings };

parentPort!.on('message', async ({ raw, settings }: ToWorker) => {
  parentPort!.postMessage(await parse(Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength), settings));
});
parentPort!.postMessage('ready');
