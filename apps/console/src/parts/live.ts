/** Hears what changed and has the screen fetch it; after a lost connection, everything shown. */

import type { QueryClient, QueryKey } from '@tanstack/react-query';
import type { LiveChange } from '@trunkline/contracts';
import { useSyncExternalStore } from 'react';
import { io } from 'socket.io-client';
import { whatIsStale } from './what-is-stale.ts';

type Typing = { who: string; untilMs: number };
type Live = { connected: boolean; wasConnected: boolean; typing: ReadonlyMap<string, Typing> };

let live: Live = { connected: false, wasConnected: false, typing: new Map() };
const listeners = new Set<() => void>();
const change = (next: Partial<Live>) => {
  live = { ...live, ...next };
  for (const listener of listeners) listener();
};
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
export const useLive = () => useSyncExternalStore(subscribe, () => live);

/** Opens the line and returns how to close it. */
export function listenLive(client: QueryClient): () => void {
  const refresh = gather(client);
  const socket = io({ path: '/v1/live', transports: ['websocket'], reconnectionDelayMax: 4000 });
  socket.on('connect', () => {
    if (live.wasConnected) refresh([[]]);
    change({ connected: true, wasConnected: true });
  });
  socket.on('disconnect', () => change({ connected: false }));
  socket.on('changed', (changed: LiveChange) => refresh(whatIsStale(changed, knownVersion(client, changed.id))));
  socket.on('typing', ({ conversationId, who }: { conversationId: string; who: string }) =>
    change({ typing: new Map(live.typing).set(conversationId, { who, untilMs: Date.now() + 5000 }) }),
  );
  return () => {
    socket.close();
    change({ connected: false, wasConnected: false });
  };
}

const knownVersion = (client: QueryClient, id: string) =>
  client.getQueryData<{ version: number }>(['conversation', id])?.version ?? null;

/** A busy desk says a hundred things a second: they are gathered and fetched once, the first at once. */
function gather(client: QueryClient): (keys: QueryKey[]) => void {
  const waiting = new Map<string, QueryKey>();
  let isSet = false;
  const flushIn = (ms: number) => {
    isSet = true;
    setTimeout(flush, ms);
  };
  const flush = () => {
    isSet = false;
    if (waiting.size > 0) flushIn(400);
    for (const queryKey of waiting.values()) void client.invalidateQueries({ queryKey });
    waiting.clear();
  };
  return (keys) => {
    for (const key of keys) waiting.set(JSON.stringify(key), key);
    if (!isSet) flushIn(40);
  };
}
