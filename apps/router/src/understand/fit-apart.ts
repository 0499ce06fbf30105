/** Fits a classifier in a thread of its own, with a limit of time and of memory. */
import { Worker } from 'node:worker_threads';
import type { Fitted, ToFit } from './fit-worker.ts';

const limits = { ms: 120_000, heapMiB: 512 };

/** Rejects where the thread took too long or died. */
export function fitApart(toFit: ToFit): Promise<Fitted> {
  // Tests run the sources; a thread has no transformer and takes what was built from them.
  const built = import.meta.url.endsWith('.ts') ? '../../dist/understand/fit-worker.js' : './fit-worker.js';
  const worker = new Worker(new URL(built, import.meta.url), {
    workerData: toFit,
    resourceLimits: { maxOldGenerationSizeMb: limits.heapMiB },
    execArgv: [],
  });
  return new Promise<Fitted>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`not fitted within ${limits.ms / 1000} s`)), limits.ms);
    const settle = (run: () => void) => {
      clearTimeout(timer);
      run();
    };
    worker.once('message', (fitted: Fitted) => settle(() => resolve(fitted)));
    worker.once('error', (error) => settle(() => reject(error)));
    worker.once('exit', (code) => settle(() => reject(new Error(`the thread ended with ${code}`))));
  }).finally(() => worker.terminate());
}
