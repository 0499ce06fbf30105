/** A code is what a name suggests, and stays what it is once something may name it. */
import { followName } from './follow-name.ts';

const named = (code: string, en: string) => ({ code, name: { en } });
const free = { taken: ['lab'], isKnown: false };

test.each<[string, ReturnType<typeof named>, string, typeof free, string]>([
  ['a fresh one takes the name', named('item-1', ''), 'Billing', free, 'billing'],
  ['and goes with it as it is typed', named('billi', 'Billi'), 'Billing & tax', free, 'billing-tax'],
  ['one typed by hand stays', named('money', 'Billing'), 'Billing desk', free, 'money'],
  ['what is published stays', named('billing', 'Billing'), 'Billing desk', { ...free, isKnown: true }, 'billing'],
  ['what another has is not taken', named('item-2', ''), 'Lab', free, 'item-2'],
  ['a name without a letter we can use leaves it', named('item-1', ''), '财务', free, 'item-1'],
])('%s', (_sentence, item, typed, beside, code) => expect(followName(item, typed, beside)).toBe(code));
