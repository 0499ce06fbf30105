/** Replies on their way out of this browser, and the drafts they fall back to. */
import type { Message } from '@trunkline/contracts';
import { useSyncExternalStore } from 'react';
import { ask } from '../parts/gateway.ts';
import { Refused } from '../parts/refused.ts';
import { makeDrafts, type Store } from './drafts.ts';
import { makeHoldBack, type Unsent } from './hold-back.ts';

const key = 'trunkline:unsent';
const memory = new Map<string, string>();
const inMemory: Store = {
  getItem: (name) => memory.get(name) ?? null,
  setItem: (name, value) => void memory.set(name, value),
  removeItem: (name) => void memory.delete(name),
};

/** Full or forbidden storage: the draft lives at least as long as the page. */
function safeStore(): Store {
  try {
    localStorage.setItem('trunkline:try', '1');
    localStorage.removeItem('trunkline:try');
    return localStorage;
  } catch {
    return inMemory;
  }
}
const store = safeStore();
export const drafts = makeDrafts(store);

let onSent: (message: Message) => void = () => {};
/** The open thread shows what was sent before the next fetch does. */
export const hearSent = (hear: typeof onSent) => {
  onSent = hear;
};
let onGivenBack: (conversationId: string) => void = () => {};
export const hearGivenBack = (hear: typeof onGivenBack) => {
  onGivenBack = hear;
};

export const holdBack = makeHoldBack({
  now: () => Date.now(),
  later: (run, ms) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  send: async ({ id, conversationId, text, seenVersion }) => {
    const body = { text, kind: 'reply', seenVersion };
    onSent(await ask<Message>(`/v1/conversations/${conversationId}/messages`, { body, once: id }));
  },
  isStale: (error) => error instanceof Refused && error.reason === 'read-on-first',
  keep: (all) => store.setItem(key, JSON.stringify(all.map(({ error: _error, ...rest }) => rest))),
  giveBack: ({ conversationId, text }) => {
    drafts.giveBack(conversationId, 'reply', text);
    onGivenBack(conversationId);
  },
});

/** What a reload caught before it was sent becomes a draft again: never lost, never sent behind one's back. */
export function giveBackUnsent(): void {
  try {
    const caught = JSON.parse(store.getItem(key) ?? '[]') as Unsent[];
    const inFlight = new Set(holdBack.all().map(({ id }) => id));
    for (const { id, conversationId, text, state } of caught) {
      if (!inFlight.has(id) && state !== 'sending') drafts.giveBack(conversationId, 'reply', text);
    }
  } catch {
    // unreadable leftovers of another release
  }
  store.setItem(key, JSON.stringify(holdBack.all()));
}

export const useUnsent = () => useSyncExternalStore(holdBack.subscribe, holdBack.all);
