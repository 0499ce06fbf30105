/** What a person set for this browser: language, ground, sound, notices, how a reply is sent. */
import { useSyncExternalStore } from 'react';
import type { Language } from './say-time.ts';

export type Preferences = {
  language: Language | null;
  ground: 'auto' | 'light' | 'dark';
  sound: boolean;
  notices: boolean;
  enterSends: boolean;
};

const key = 'trunkline:preferences';
const first: Preferences = { language: null, ground: 'auto', sound: true, notices: false, enterSends: false };
const listeners = new Set<() => void>();
let current = read();

function read(): Preferences {
  try {
    return { ...first, ...(JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Preferences>) };
  } catch {
    return first;
  }
}

export const preferences = () => current;

export function prefer(change: Partial<Preferences>): void {
  current = { ...current, ...change };
  try {
    localStorage.setItem(key, JSON.stringify(current));
  } catch {
    // a browser that stores nothing keeps the choice for this page
  }
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const usePreferences = () => useSyncExternalStore(subscribe, preferences);
