/** Plays a dry run in a thread of its own: reads the log page by page, and never holds more than one here. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { PolicyV1 } from '@trunkline/contracts';
import type { Span, SpanReplayed } from '@trunkline/rules';
import type { FromDryRun, ToDryRun } from './dry-run-worker.ts';

const heapMiB = 512;

export type Playing = {
  policy: PolicyV1;
  span: Span;
  /** The text of a page; null asks for the first. */
  readPage(cursor: string | null): Promise<string>;
  tell(progress: { inputs: number; at: string }): Promise<void>;
  signal: AbortSignal;
};

/** A thread that grows beyond its bound ends by itself: the span was too long. */
export async function playDryRun({ policy, span, readPage, tell, signal }: Playing): Promise<SpanReplayed> {
  const worker = startWorker();
  const end = () => void worker.terminate();
  signal.addEventListener('abort', end);
  try {
    await ask(worker, { kind: 'begin', span, policy });
    for (let cursor: string | null = null, isFirst = true; isFirst || cursor !== null; isFirst = false) {
      const heard = await ask(worker, { kind: 'page', text: await readPage(cursor) });
      if (heard.kind !== 'heard') throw new Error(`the dry run answered a page with ${heard.kind}`);
      if (heard.because) return { kind: 'refused', because: heard.because };
      await tell(heard);
      cursor = heard.next;
    }
    const played = await ask(worker, { kind: 'play' });
    if (played.kind !== 'played') throw new Error(`the dry run ended with ${played.kind}`);
    return played.ended;
  } catch (error) {
    if ((error as { code?: string }).code !== 'ERR_WORKER_OUT_OF_MEMORY') throw error;
    return { kind: 'refused', because: { code: 'span-too-long', values: { limit: span.most } } };
  } finally {
    signal.removeEventListener('abort', end);
    await worker.terminate();
  }
}

function startWorker(): Worker {
  // Tests run the sources; a thread has no transformer and takes what was built from them.
  const built = import.meta.url.endsWith('.ts') ? '../../dist/settings/dry-run-worker.js' : './dry-run-worker.js';
  return new Worker(new URL(built, import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: heapMiB },
    execArgv: [],
  });
}

async function ask(worker: Worker, message: ToDryRun): Promise<FromDryRun> {
  const over = new AbortController();
  const ended = once(worker, 'exit', { signal: over.signal }).then(() => {
    throw new Error('the dry run was ended');
  });
  ended.catch(() => {}); // whoever answered first has won
  const answered = once(worker, 'message', { signal: over.signal }); // rejects on the thread's error
  worker.postMessage(message);
  try {
    const [answer] = (await Promise.race([answered, ended])) as [FromDryRun];
    return answer;
  } finally {
    over.abort();
  }
}
