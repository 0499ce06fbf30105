/** Short sentences to the person: what was done, what was refused and why. */
import { useSyncExternalStore } from 'react';

export type Telling = { id: number; words: string; tone: 'calm' | 'failed'; act?: { words: string; run: () => void } };

let tellings: Telling[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function change(next: Telling[]): void {
  tellings = next;
  for (const listener of listeners) listener();
}

export function tell(words: string, tone: Telling['tone'] = 'calm', act?: Telling['act']): void {
  lastId += 1;
  const id = lastId;
  const said = tellings.filter((telling) => telling.words !== words).slice(-2);
  change([...said, { id, words, tone, ...(act ? { act } : {}) }]);
  setTimeout(() => untell(id), tone === 'failed' ? 9000 : 5000);
}

export function untell(id: number): void {
  change(tellings.filter((telling) => telling.id !== id));
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useTellings = () => useSyncExternalStore(subscribe, () => tellings);
