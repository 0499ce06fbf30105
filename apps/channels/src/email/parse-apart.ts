/** Parses a mail in a worker thread with a time limit and a memory limit; one that breaks them is `unreadable`. */
import { Worker } from 'node:worker_threads';
import type { Parsed } from '../channel.ts';
import type { ParseSettings } from './parse.ts';

export const parseLimits = { ms: 10_000, heapMiB: 256 };
/** Its libraries cost memory, so the thread goes when there was no mail for a while. */
const idleMs = 30_000;

export type ParseApart = { parse(raw: Buffer): Promise<Parsed>; stop(): Promise<void> };

/** One thread, one mail at a time: mails of a mailbox are taken in in their order anyway. */
export function openParser(settings: ParseSettings, limits = parseLimits): ParseApart {
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
    worker ??= startWorker(limits.heapMiB);
    const answer = await ask(worker, { raw, settings }, limits.ms);
    if (answer === undefined || answer instanceof Error) {
      await end();
      const detail = answer?.message ?? `not parsed within ${limits.ms / 1000} s`;
      return { kind: 'unreadable', because: 'unreadable-mail', detail };
    }
    idle = setTimeout(() => void end(), idleMs);
    idle.unref();
    return answer;
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

function startWorker(heapMiB: number): Worker {
  // Tests run the sources; a thread has no transformer and takes what was built from them.
  const built = import.meta.url.endsWith('.ts') ? '../../dist/email/parse-worker.js' : './parse-worker.js';
  const worker = new Worker(new URL(built, import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: heapMiB, maxYoungGenerationSizeMb: 16 },
    execArgv: [],
  });
  worker.on('error', () => {}); // one that died of a mail says so to whoever asked
  return worker;
}

/** Undefined when the time is over, the error when the thread died of this mail. */
function ask(worker: Worker, question: unknown, ms: number): Promise<Parsed | Error | undefined> {
  return new Promise((resolve) => {
    const done = (answer: Parsed | Error | undefined) => {
      clearTimeout(timer);
      worker.off('message', onMessage).off('error', done).off('exit', onExit);
      resolve(answer);
    };
    const onMessage = (answer: Parsed) => done(reviveBuffers(answer));
    const onExit = (code: number) => done(new Error(`the parser ended with ${code}`));
    const timer = setTimeout(done, ms, undefined);
    worker.on('message', onMessage).on('error', done).on('exit', onExit);
    worker.postMessage(question);
  });
}

/** A buffer comes out of another thread as a plain array of bytes. */
function reviveBuffers(parsed: Parsed): Parsed {
  if (parsed.kind !== 'message') return parsed;
  const files = parsed.files.map((file) => ({ ...file, content: Buffer.from(file.content) }));
  return { ...parsed, files };
}
