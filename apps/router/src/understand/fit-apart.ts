/** Fits a classifier in a process of its own, with a limit of time and of memory: what it took goes with it. */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Fitted, ToFit } from './fit-in-process.ts';

const limits = { ms: 120_000, heapMiB: 512 };

/** Rejects where it took too long or died. */
export function fitApart(toFit: ToFit): Promise<Fitted> {
  // Tests run the sources; a process has no transformer and takes what was built from them.
  const built = import.meta.url.endsWith('.ts') ? '../../dist/understand/fit-in-process.js' : './fit-in-process.js';
  const child = fork(fileURLToPath(new URL(built, import.meta.url)), {
    serialization: 'advanced',
    execArgv: [`--max-old-space-size=${limits.heapMiB}`],
    env: {},
    timeout: limits.ms,
    killSignal: 'SIGKILL',
  });
  child.send(toFit);
  return new Promise<Fitted>((resolve, reject) => {
    child.once('message', (fitted: Fitted) => resolve(fitted));
    child.once('error', reject);
    child.once('exit', (code, signal) => reject(new Error(`the fitting process ended with ${signal ?? code}`)));
  });
}
