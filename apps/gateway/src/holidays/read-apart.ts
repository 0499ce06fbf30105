/** Asks for holidays in a process of their own, one at a time, with a limit of time and of memory; what it took goes with it. */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Read, ToRead } from './to-read.ts';

/** The lists take a second to load, a calendar of a megabyte two; a rule that never comes true would take for ever. */
const limits = { ms: { list: 15_000, file: 8_000 }, heapMiB: 128 };
const mostKept = 50;
const kept = new Map<string, Read>();
let last: Promise<unknown> = Promise.resolve();

/** Lists of a year do not change while the service runs, and are kept; files are not. */
export async function readApart(asked: ToRead): Promise<Read> {
  if (asked.kind === 'file') return inTurn(asked);
  const key = JSON.stringify(asked);
  const known = kept.get(key);
  if (known) return known;
  const read = await inTurn(asked);
  if (kept.size >= mostKept) kept.delete(kept.keys().next().value as string);
  if (read.ok) kept.set(key, read);
  return read;
}

function inTurn(asked: ToRead): Promise<Read> {
  const turn = last.then(() => readOnce(asked));
  last = turn.catch(() => {});
  return turn;
}

function readOnce(asked: ToRead): Promise<Read> {
  // Tests run the sources; a process has no transformer and takes what was built from them.
  const built = import.meta.url.endsWith('.ts') ? '../../dist/holidays/read-in-process.js' : './read-in-process.js';
  const child = fork(fileURLToPath(new URL(built, import.meta.url)), {
    execArgv: [`--max-old-space-size=${limits.heapMiB}`],
    env: {},
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    timeout: limits.ms[asked.kind],
    killSignal: 'SIGKILL',
  });
  child.send(asked);
  return new Promise<Read>((resolve, reject) => {
    child.once('message', (read: Read) => resolve(read));
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      const tooHeavy: Read = { ok: false, because: { code: 'calendar-too-heavy', values: {} } };
      if (asked.kind === 'file') resolve(tooHeavy);
      else reject(new Error(`the process that reads holidays ended with ${signal ?? code}`));
    });
  });
}
