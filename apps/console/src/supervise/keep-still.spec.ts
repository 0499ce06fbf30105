/** Nothing jumps while the pointer is over it. */
import { keepStill } from './keep-still.ts';

const row = (id: string, words = '') => ({ id, words });

test('untouched, the list is as fresh as it comes', () => {
  expect(keepStill([row('b'), row('a')], [row('a')], false)).toEqual({ rows: [row('b'), row('a')], waiting: 0 });
});

test('under the pointer rows keep their places, with their newest words, and new ones wait above', () => {
  const still = keepStill([row('new'), row('b', 'seen'), row('a')], [row('a'), row('b')], true);
  expect(still).toEqual({ rows: [row('a'), row('b', 'seen')], waiting: 1 });
});

test('a row that went stays until the pointer leaves', () => {
  expect(keepStill([row('b')], [row('a'), row('b')], true).rows.map(({ id }) => id)).toEqual(['a', 'b']);
});
