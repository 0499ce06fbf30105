/** Lets channels read one recorded item, in a process of its own: no network, no database. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { SaidNo, WrongUse } from './refused.ts';

/** Channels' second entry, as built; `src` and `dist` of both apps stand alike. */
const entry = fileURLToPath(new URL('../../channels/dist/parse-once.js', import.meta.url));
const longestMs = 60_000;

/** What the item says, as one line of JSON. */
export async function runParseOnce(words: readonly string[], item: Buffer): Promise<string> {
  if (!existsSync(entry)) throw new WrongUse('channels is not built yet: run "npm run build"');
  const child = spawn(process.execPath, [entry, ...words], { timeout: longestMs, killSignal: 'SIGKILL' });
  const said: Buffer[] = [];
  const complaint: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => said.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => complaint.push(chunk));
  child.stdin.on('error', () => {}); // it may refuse before it has read all
  child.stdin.end(item);
  const [code] = (await once(child, 'close')) as [number | null];
  if (code === null) throw new SaidNo(`this was not read within ${longestMs / 1000} s`, 'took-too-long');
  if (code !== 0)
    throw new WrongUse(Buffer.concat(complaint).toString('utf8').trim() || `parse-once ended with ${code}`);
  return Buffer.concat(said).toString('utf8').trim();
}
