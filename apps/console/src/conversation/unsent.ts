/** Replies on their way out of this browser, and the drafts they fall back to. */
import type { Message } from '@trunkline/contracts';
import { useSyncExternalStore } from 'react';
import { ask } from '../parts/gateway.ts';
import { Refused } from '../parts/refused.ts';
import { makeDrafts, type Store } from './drafts.ts';
import { enclosed } from './enclosed.ts';
import { makeHoldBack, type Unsent } from './hold-back.ts';

const key = 'trunkline:unsent';
const memory = new Map<string, string>();
const inMemory: Store = {
  getItem: (name) => memory.get(name) ?? null,
  setItem: (name, value) => void memory.set(name, value),
  removeItem: (name) => void memory.delete(name),
};

/** Full or forbidden storage: the draft lives at least as long as the page. */
function safeStore(open: () => Storage): Store {
  try {
    const store = open();
    store.setItem('trunkline:try', '1');
    store.removeItem('trunkline:try');
    return store;
  } catch {
    return inMemory;
  }
}
export const drafts = makeDrafts(safeStore(() => localStorage));
/** Of this tab alone: another tab must not take back what this one is about to send. */
const store = safeStore(() => sessionStorage);

let onSent: (message: Message) => void = () => {};
/** The open thread shows what was sent before the next fetch does. */
export const hearSent = (hear: typeof onSent) => {
  onSent = hear;
};
let onGivenBack: (conversationId: string) => void = () => {};
export const hearGivenBack = (hear: typeof onGivenBack) => {
  onGivenBack = hear;
};

/** Puts words into the answer that is being written, below what stands there. */
export function giveDraft(conversationId: string, text: string): void {
  const before = drafts.read(conversationId, 'reply').trimEnd();
  drafts.keep(conversationId, 'reply', before === '' ? text : `${before}\n${text}`);
  onGivenBack(conversationId);
}

export const holdBack = makeHoldBack({
  now: () => Date.now(),
  later: (run, ms) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  send: async ({ id, conversationId, text, seenVersion, attachments = [], choices = [] }) => {
    const body = {
      text,
      kind: 'reply',
      seenVersion,
      ...(attachments.length > 0 ? { attachments } : {}),
      ...(choices.length > 0 ? { choices } : {}),
    };
    onSent(await ask<Message>(`/v1/conversations/${conversationId}/messages`, { body, once: id }));
  },
  isStale: (error) => error instanceof Refused && error.reason === 'read-on-first',
  keep: (all) => store.setItem(key, JSON.stringify(all.map(({ error: _error, ...rest }) => rest))),
  giveBack: (unsent) => {
    giveBack(unsent);
    onGivenBack(unsent.conversationId);
  },
});

/** In place of what was being written. */
export function putDraft(conversationId: string, text: string): void {
  drafts.keep(conversationId, 'reply', text);
  onGivenBack(conversationId);
}

function giveBack({ conversationId, text, attachments, choices }: Unsent): void {
  drafts.giveBack(conversationId, 'reply', text);
  enclosed.giveBack(conversationId, { ...(attachments ? { attachments } : {}), ...(choices ? { choices } : {}) });
}

/** A page that goes takes its waiting replies back as drafts: never lost, never sent behind one's back. */
export function giveBackUnsent(): () => void {
  giveBackCaught();
  const giveBackHeld = () => {
    for (const { id, state } of holdBack.all()) if (state !== 'sending') holdBack.undo(id);
  };
  window.addEventListener('pagehide', giveBackHeld);
  return () => window.removeEventListener('pagehide', giveBackHeld);
}

/** What a crash caught before it was sent. */
function giveBackCaught(): void {
  try {
    const caught = JSON.parse(store.getItem(key) ?? '[]') as Unsent[];
    const inFlight = new Set(holdBack.all().map(({ id }) => id));
    for (const unsent of caught) {
      if (!inFlight.has(unsent.id) && unsent.state !== 'sending') giveBack(unsent);
    }
  } catch {
    // unreadable leftovers of another release
  }
  store.setItem(key, JSON.stringify(holdBack.all()));
}

export const useUnsent = () => useSyncExternalStore(holdBack.subscribe, holdBack.all);
