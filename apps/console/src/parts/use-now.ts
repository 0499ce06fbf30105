/** One tick a second for every clock on the screen. */
import { useSyncExternalStore } from 'react';
import { now } from './gateway.ts';

let tickedAt = now();
let timer: ReturnType<typeof setInterval> | undefined;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(tick, 1000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

function tick(): void {
  tickedAt = now();
  for (const listener of listeners) listener();
}

function read(): number {
  // the first look after a pause must not show a stale second
  if (!timer && Math.abs(now() - tickedAt) > 1000) tickedAt = now();
  return tickedAt;
}

export const useNow = () => useSyncExternalStore(subscribe, read);
