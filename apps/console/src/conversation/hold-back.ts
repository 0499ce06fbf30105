/** Holds a reply back for some seconds, so that it can be undone; then sends it once and says how that went. */
import type { Attachment } from '@trunkline/contracts';

export type Unsent = {
  id: string;
  conversationId: string;
  text: string;
  attachments?: Attachment[];
  choices?: { code: string; label: string }[];
  seenVersion: number;
  sendsAtMs: number;
  /** `stale`: something new came in since it was written. `refused`: the reason stands beside it. */
  state: 'held' | 'sending' | 'stale' | 'refused';
  error?: unknown;
};
export type Parts = {
  now: () => number;
  /** Calls back after so many ms; returns how to take that back. */
  later: (run: () => void, ms: number) => () => void;
  send: (unsent: Unsent) => Promise<void>;
  isStale: (error: unknown) => boolean;
  keep: (all: Unsent[]) => void;
  giveBack: (unsent: Unsent) => void;
};
export const undoMs = 5000;

export function makeHoldBack(parts: Parts) {
  let all: Unsent[] = [];
  const listeners = new Set<() => void>();
  const takeBacks = new Map<string, () => void>();
  const put = (next: Unsent[]) => {
    all = next;
    parts.keep(all);
    for (const listener of listeners) listener();
  };
  const change = (id: string, to: Partial<Unsent>) => put(all.map((one) => (one.id === id ? { ...one, ...to } : one)));
  const find = (id: string) => all.find((one) => one.id === id);
  const drop = (id: string) => put(all.filter((one) => one.id !== id));
  const stopWaiting = (id: string) => {
    takeBacks.get(id)?.();
    takeBacks.delete(id);
  };

  /** The id is the order's key: however often it is sent, the customer gets it once. */
  async function sendNow(id: string): Promise<void> {
    stopWaiting(id);
    const known = find(id);
    if (!known || known.state === 'sending') return;
    change(id, { state: 'sending', error: undefined });
    try {
      await parts.send(known);
      drop(id);
    } catch (error) {
      change(id, { state: parts.isStale(error) ? 'stale' : 'refused', error });
    }
  }
  return {
    all: () => all,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    hold: (given: Omit<Unsent, 'state' | 'sendsAtMs' | 'error'>) => {
      put([...all, { ...given, state: 'held', sendsAtMs: parts.now() + undoMs }]);
      takeBacks.set(
        given.id,
        parts.later(() => void sendNow(given.id), undoMs),
      );
    },
    sendNow,
    /** Sends although something new came in: the writer has read it. */
    sendAnyway: (id: string, seenVersion: number) => {
      change(id, { seenVersion });
      return sendNow(id);
    },
    undo: (id: string) => {
      const known = find(id);
      if (!known || known.state === 'sending') return;
      stopWaiting(id);
      drop(id);
      parts.giveBack(known);
    },
  };
}
