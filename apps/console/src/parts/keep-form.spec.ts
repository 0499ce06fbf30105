/** A form that was begun comes back as it was left, to the same person, for two weeks. */
import { makeForms, type Store } from './keep-form.ts';

function inMemory(): Store & { all: Map<string, string> } {
  const all = new Map<string, string>();
  return {
    all,
    getItem: (name) => all.get(name) ?? null,
    setItem: (name, value) => void all.set(name, value),
    removeItem: (name) => void all.delete(name),
    key: (at) => [...all.keys()][at] ?? null,
    get length() {
      return all.size;
    },
  };
}
const day = 86_400_000;
const first = { subject: '', note: '' };

test('what was typed is there again, for this person and this thing alone', () => {
  const forms = makeForms(inMemory(), () => 0);
  forms.keep('ann', 'ticket:1', { first, value: { subject: 'Lost', note: '' } });
  expect(forms.read('ann', 'ticket:1', first)).toEqual({ subject: 'Lost', note: '' });
  expect(forms.read('bob', 'ticket:1', first)).toBe(first);
  expect(forms.read('ann', 'ticket:2', first)).toBe(first);
  forms.forget('ann', 'ticket:1');
  expect(forms.read('ann', 'ticket:1', first)).toBe(first);
});

test('what is as it was at first is not kept, and a field that came since has its first value', () => {
  const store = inMemory();
  const forms = makeForms(store, () => 0);
  forms.keep('ann', 'x', { first, value: { ...first, note: 'a' } });
  expect(forms.read('ann', 'x', { ...first, how: 'call' })).toEqual({ subject: '', note: 'a', how: 'call' });
  forms.keep('ann', 'x', { first, value: { ...first } });
  expect(store.all.size).toBe(0);
});

test('after two weeks, and where the storage holds rubbish, one begins anew; sweeping takes it out', () => {
  const store = inMemory();
  let now = 0;
  const forms = makeForms(store, () => now);
  forms.keep('ann', 'x', { first: '', value: 'half a sentence' });
  expect(forms.read('ann', 'x', '')).toBe('half a sentence');
  expect(forms.read('ann', 'x', first)).toBe(first);
  store.setItem('trunkline:form:ann:y', '{not json');
  store.setItem('other', 'stays');
  now = 15 * day;
  expect([forms.read('ann', 'x', ''), forms.read('ann', 'y', '')]).toEqual(['', '']);
  forms.sweep();
  expect([...store.all.keys()]).toEqual(['other']);
});
