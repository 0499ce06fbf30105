/** Asks again and again until a thing is so; gives up when the child has ended or the time is over. */
import { setTimeout as wait } from 'node:timers/promises';

export async function waitFor(check, { child, seconds = 120, every = 40 }) {
  let ended = false;
  child?.exited.then(() => {
    ended = true;
  });
  for (const until = Date.now() + seconds * 1000; Date.now() < until; await wait(every)) {
    if (await check()) return;
    if (ended) throw new Error(`${child.name} ended before it was ready`);
  }
  throw new Error(`${child?.name ?? 'it'} was not ready within ${seconds} s`);
}
