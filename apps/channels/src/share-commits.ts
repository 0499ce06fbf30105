/** What arrives together shares a commit: everything that waits goes in one batch, in two lanes by key, with no timer. */
import { hash } from 'node:crypto';

const lanes = 2;
const mostAtOnce = 200;

type Waiting<Item, Result> = {
  item: Item;
  resolve(result: Result): void;
  reject(error: unknown): void;
};

/**
 * `run` gets a batch in order of arrival and answers in the same order. Items of one key are never in two batches at
 * once, so they keep their order. When a batch of several fails for good, each is tried alone: one bad item harms none.
 */
export function shareCommits<Item, Result>(options: {
  keyOf(item: Item): string;
  run(batch: Item[]): Promise<Result[]>;
  mayTryApart(error: unknown): boolean;
}): (item: Item) => Promise<Result> {
  const queues = Array.from({ length: lanes }, () => ({ waiting: [] as Waiting<Item, Result>[], busy: false }));

  async function runBatch(batch: Waiting<Item, Result>[]): Promise<void> {
    try {
      const results = await options.run(batch.map(({ item }) => item));
      batch.forEach((one, at) => {
        one.resolve(results[at]!);
      });
    } catch (error) {
      if (batch.length === 1 || !options.mayTryApart(error)) {
        for (const one of batch) one.reject(error);
        return;
      }
      for (const one of batch) await runBatch([one]);
    }
  }

  async function drain(queue: (typeof queues)[number]): Promise<void> {
    if (queue.busy) return;
    queue.busy = true;
    while (queue.waiting.length > 0) await runBatch(queue.waiting.splice(0, mostAtOnce));
    queue.busy = false;
  }

  return (item) =>
    new Promise((resolve, reject) => {
      const queue = queues[laneOf(options.keyOf(item))]!;
      queue.waiting.push({ item, resolve, reject });
      // A turn later, so that what came in the same turn goes along.
      setImmediate(() => void drain(queue));
    });
}

const laneOf = (key: string) => Number.parseInt(hash('sha1', key).slice(0, 2), 16) % lanes;
