/** The policy that is being written: what differs from the one in force, kept in this browser until it is published. */
import type { PolicyChange, PolicyV1 } from '@trunkline/contracts';
import { useSyncExternalStore } from 'react';
import { applyChange, turnChange } from './apply-change.ts';
import { bringOver } from './bring-over.ts';
import { changesBetween } from './changes-between.ts';
import { fillIn } from './fill-in.ts';
import { putAt } from './walk-path.ts';

export type Draft = {
  person: string;
  /** The version in force when the draft was begun or brought over. */
  base: PolicyV1;
  policy: PolicyV1;
  changes: PolicyChange[];
  /** Paths that somebody else changed too. */
  clashes: string[];
};
type Kept = Pick<Draft, 'base' | 'policy' | 'clashes'>;

let current: Draft | null = null;
let past: { path: string; at: number; policy: PolicyV1 }[] = [];
const listeners = new Set<() => void>();

const keyOf = (person: string) => `trunkline:policy-draft:${person}`;

function hold(next: Draft | null): void {
  current = next;
  if (next) keep(next);
  for (const listener of listeners) listener();
}

function keep({ person, changes, base, policy, clashes }: Draft): void {
  try {
    if (changes.length === 0) localStorage.removeItem(keyOf(person));
    else localStorage.setItem(keyOf(person), JSON.stringify({ base, policy, clashes } satisfies Kept));
  } catch {
    // a browser that stores nothing keeps the draft for this page
  }
}

function read(person: string): Kept | null {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(person)) ?? 'null') as Kept | null;
    if (!kept?.base?.version || !Array.isArray(kept.policy?.queues)) return null;
    return { ...kept, base: fillIn(kept.base), policy: fillIn(kept.policy) };
  } catch {
    return null;
  }
}

/** Takes up the kept draft, or begins one; without changes it follows the version in force. */
export function openDraft(person: string, inForce: PolicyV1): void {
  if (current?.person !== person) {
    past = [];
    const kept = read(person) ?? { base: inForce, policy: inForce, clashes: [] };
    hold({ person, ...kept, changes: changesBetween(kept.base, kept.policy) });
  }
  const open = current as Draft;
  if (open.base.version >= inForce.version || open.changes.length > 0) return;
  past = [];
  hold({ person, base: inForce, policy: inForce, changes: [], clashes: [] });
}

/** Another policy in place of the draft's; one edit after another of the same place is one step back. */
export function write(policy: PolicyV1, path = ''): void {
  if (!current || policy === current.policy) return;
  const now = Date.now();
  const last = past.at(-1);
  if (path !== '' && last?.path === path && now - last.at < 1500) last.at = now;
  else past = [...past.slice(-49), { path, at: now, policy: current.policy }];
  hold({ ...current, policy, changes: changesBetween(current.base, policy) });
}

export const edit = (path: string, value: unknown): void => {
  if (current) write(putAt(current.policy, path, value), path);
};

export function undo(change: PolicyChange): void {
  if (!current) return;
  write(applyChange(current.policy, turnChange(change), current.base));
  if (current) hold({ ...current, clashes: current.clashes.filter((path) => path !== change.path) });
}

/** One step back; false where there is none. */
export function stepBack(): boolean {
  const last = past.pop();
  if (!last || !current) return false;
  hold({ ...current, policy: last.policy, changes: changesBetween(current.base, last.policy) });
  return true;
}

export function throwAway(): void {
  if (current) write(current.base);
}

/** Somebody published: ours on top of theirs. Says what has no place any more. */
export function bringDraftOver(theirs: PolicyV1): PolicyChange[] {
  if (!current) return [];
  const { policy, clashes, lost } = bringOver({ base: current.base, mine: current.policy, theirs });
  past = [];
  hold({ ...current, base: theirs, policy, clashes, changes: changesBetween(theirs, policy) });
  return lost;
}

/** What was published is in force: nothing is left to publish. */
export function settle(published: PolicyV1): void {
  past = [];
  if (current) hold({ ...current, base: published, policy: published, changes: [], clashes: [] });
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
export const useDraft = () => useSyncExternalStore(subscribe, () => current);
