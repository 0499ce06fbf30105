/** Hears what changed and has the screen fetch it; after a lost connection, everything shown. */

import type { QueryClient, QueryKey } from '@tanstack/react-query';
import type { LiveChange } from '@trunkline/contracts';
import { useSyncExternalStore } from 'react';
import { io } from 'socket.io-client';

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
  socket.on('changed', (changed: LiveChange) => refresh(keysOf(changed, client)));
  socket.on('typing', ({ conversationId, who }: { conversationId: string; who: string }) =>
    change({ typing: new Map(live.typing).set(conversationId, { who, untilMs: Date.now() + 5000 }) }),
  );
  return () => {
    socket.close();
    change({ connected: false, wasConnected: false });
  };
}

/** What a change makes stale: by version, so what is known already is not fetched again. */
function keysOf({ kind, id, version }: LiveChange, client: QueryClient): QueryKey[] {
  if (kind === 'everything') return [[]];
  if (kind === 'deadline') return [['deadlines', id], ['conversations'], ['queues']];
  if (kind === 'agent') return [['agents'], ['colleagues'], ['me']];
  if (kind === 'escalation') return [['escalations']];
  if (kind === 'settings') return [['policy'], ['colleagues'], ['me']];
  const known = client.getQueryData<{ version: number }>(['conversation', id]);
  const own: QueryKey[] = known && known.version >= version ? [] : [['conversation', id]];
  return [...own, ['messages', id], ['explain', id], ['deadlines', id], ['offers'], ['conversations'], ['queues']];
}

/** A busy desk says a hundred things a second: they are gathered and fetched once, the first at once. */
function gather(client: QueryClient): (keys: QueryKey[]) => void {
  const waiting = new Map<string, QueryKey>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    timer = waiting.size > 0 ? setTimeout(flush, 400) : undefined;
    for (const queryKey of waiting.values()) void client.invalidateQueries({ queryKey });
    waiting.clear();
  };
  return (keys) => {
    for (const key of keys) waiting.set(JSON.stringify(key), key);
    timer ??= setTimeout(flush, 40);
  };
}
