/** What a change of a profile shows at once, and what its undo sends. */
import type { Customer } from '@trunkline/contracts';
import { shownAs, takeBack } from './shown-as.ts';

const customer = {
  id: 'c',
  version: 4,
  name: 'Lin Mei',
  isVip: false,
  tags: ['gold'],
  fields: { contract: 'A-1', city: 'Shanghai' },
  note: '',
  consent: [{ to: 'news', given: true, at: '2026-01-01T00:00:00.000Z', how: 'form' }],
} as unknown as Customer;

test('one field is changed and the others stay', () => {
  expect(shownAs(customer, { fields: { contract: 'A-2' } }).fields).toEqual({ contract: 'A-2', city: 'Shanghai' });
});

test('what is not named keeps standing', () => {
  const shown = shownAs(customer, { tags: ['gold', 'late'] });
  expect(shown.tags).toEqual(['gold', 'late']);
  expect(shown.name).toBe('Lin Mei');
  expect(shown.consent).toEqual(customer.consent);
});

test('a consent is given anew in place of the earlier word', () => {
  const shown = shownAs(customer, { consent: [{ to: 'news', given: false, how: 'on the phone' }] });
  expect(shown.consent).toHaveLength(1);
  expect(shown.consent[0]).toMatchObject({ to: 'news', given: false, how: 'on the phone' });
});

test('the way back names exactly what was changed', () => {
  expect(takeBack(customer, { name: 'Lin', fields: { contract: 'B', shoe: '42' } })).toEqual({
    name: 'Lin Mei',
    fields: { contract: 'A-1', shoe: '' },
  });
});

test('a consent taken back is what was said before, or not given', () => {
  const change = {
    consent: [
      { to: 'news' as const, given: false, how: 'phone' },
      { to: 'survey' as const, given: true, how: 'phone' },
    ],
  };
  expect(takeBack(customer, change).consent).toEqual([
    { to: 'news', given: true, how: 'form' },
    { to: 'survey', given: false, how: 'phone' },
  ]);
});
