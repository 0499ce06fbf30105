/** A draft outlives whatever happens to the page. */
import { makeDrafts } from './drafts.ts';

function aStore() {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

test('a draft is read back by conversation and ground', () => {
  const store = aStore();
  makeDrafts(store).keep('c1', 'reply', 'Dear Ms Wang');
  const later = makeDrafts(store);
  expect(later.read('c1', 'reply')).toBe('Dear Ms Wang');
  expect(later.read('c1', 'note')).toBe('');
  expect(later.read('c2', 'reply')).toBe('');
});

test('an emptied draft leaves nothing behind', () => {
  const store = aStore();
  const drafts = makeDrafts(store);
  drafts.keep('c1', 'note', 'x');
  drafts.keep('c1', 'note', '  \n');
  expect(store.kept.size).toBe(0);
});

test('words that came back stand before those written since', () => {
  const drafts = makeDrafts(aStore());
  drafts.keep('c1', 'reply', 'second');
  drafts.giveBack('c1', 'reply', 'first');
  expect(drafts.read('c1', 'reply')).toBe('first\n\nsecond');
});
