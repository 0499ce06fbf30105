/** Parses a mail in a worker thread with a time limit and a memory limit; one that breaks them is `unreadable`. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Parsed } from '../channel.ts';
import type { ToWorker, WorkerSettings } from './parse-worker.ts';

export const parseLimits = { ms: 10_000, heapMiB: 256 };
/** Its libraries cost memory, so the thread goes when there was no mail for a while. */
const idleMs = 30_000;

export type ParseApart = { parse(raw: Buffer): Promise<Parsed>; stop(): Promise<void> };

/** One thread, one mail at a time: mails of a mailbox are taken in in their order anyway. */
export function openParser(settings: WorkerSettings, limits = parseLimits): ParseApart {
  let worker: Worker | undefined;
  let idle: NodeJS.Timeout | undefined;
  let last: Promise<unknown> = Promise.resolve();

  async function end(): Promise<void> {
    clearTimeout(idle);
    const ending = worker;
    worker = undefined;
    await ending?.terminate();
  }

  async function run(raw: Buffer): Promise<Parsed> {
    clearTimeout(idle);
    try {
      worker ??= await startWorker(limits.heapMiB);
      const parsed = await ask(worker, { raw, settings }, limits.ms);
      idle = setTimeout(() => void end(), idleMs);
      idle.unref();
      return parsed;
    } catch (error) {
      await end();
      return { kind: 'unreadable', because: 'unreadable-mail', detail: (error as Error).message };
    }
  }

  return {
    parse(raw) {
      const turn = last.then(() => run(raw));
      last = turn.catch(() => {});
      return turn;
    },
    stop: end,
  };
}

/** Ready once its libraries are loaded: the time of a mail is for the mail. */
async function startWorker(heapMiB: number): Promise<Worker> {
  // Tests run the sources; a thread has no transformer and takes what was built from them.
  const built = import.meta.url.endsWith('.ts') ? '../../dist/email/parse-worker.js' : './parse-worker.js';
  const worker = new Worker(new URL(built, import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: heapMiB, maxYoungGenerationSizeMb: 16 },
    execArgv: [],
  });
  await once(worker, 'message');
  worker.on('error', () => {}); // one that died of a mail says so to whoever asked
  return worker;
}

/** Rejects when the time is over, or when the thread died of this mail. */
function ask(worker: Worker, question: ToWorker, ms: number): Promise<Parsed> {
  return new Promise((resolve, reject) => {
    const settle = (run: () => void) => {
      clearTimeout(timer);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      run();
    };
    const onMessage = (answer: Parsed) => settle(() => resolve(reviveBuffers(answer)));
    const onError = (error: Error) => settle(() => reject(error));
    const onExit = (code: number) => settle(() => reject(new Error(`the parser ended with ${code}`)));
    const timer = setTimeout(() => onError(new Error(`not parsed within ${ms / 1000} s`)), ms);
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    worker.postMessage(question);
  });
}

/** A buffer comes out of another thread as a plain array of bytes. */
function reviveBuffers(parsed: Parsed): Parsed {
  if (parsed.kind !== 'message') return parsed;
  const files = parsed.files.map((file) => ({ ...file, content: Buffer.from(file.content) }));
  return { ...parsed, files };
}
