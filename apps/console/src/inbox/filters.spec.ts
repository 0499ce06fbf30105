/** What each named filter asks for, and that search looks everywhere. */
import { askFor, filters, isFilter } from './filters.ts';

test('each filter has its own question', () => {
  expect(new Set(filters.map((filter) => askFor(filter, ''))).size).toBe(filters.length);
  expect(askFor('mine', '')).toBe('assignee=me&state=offered,assigned,with-customer');
});

test('search asks for words alone, Chinese too, whatever filter stood before', () => {
  expect(askFor('late', ' 退款 ')).toBe(`q=${encodeURIComponent('退款')}`);
});

test('a name that is no filter is known as such', () => {
  expect([isFilter('waiting'), isFilter('archive')]).toEqual([true, false]);
});
