/** The list stands as the router sorts, and otherwise only by wish. */
import type { ConversationRow } from '@trunkline/contracts';
import { onceEach, type RowOrder, sortRows } from './row-order.ts';

const row = (id: string, orderKey: number, lastAt: string, nextDueAt: string | null, version = 1) =>
  ({
    id,
    orderKey,
    lastAt: `2026-11-22T${lastAt}:00.000Z`,
    nextDueAt: nextDueAt && `2026-11-22T${nextDueAt}:00.000Z`,
    version,
  }) as unknown as ConversationRow;
const rows = [row('a', 300, '09:00', '12:00'), row('b', 100, '08:00', null), row('c', 200, '10:00', '11:00')];

test.each<[string, RowOrder, string]>([
  ['the lowest order key is served first', 'router', 'bca'],
  ['by wish the newest words come first', 'newest', 'cab'],
  ['by wish the nearest limit comes first, those without one last', 'due', 'cab'],
])('%s', (_sentence, order, expected) => {
  expect(
    sortRows(rows, order)
      .map(({ id }) => id as string)
      .join(''),
  ).toBe(expected);
});

test('equal rows keep their places and the given list stays as it was', () => {
  const equal = [row('z', 1, '09:00', null), row('y', 1, '09:00', null)];
  expect(sortRows(equal, 'router').map(({ id }) => id as string)).toEqual(['y', 'z']);
  expect(equal[0]?.id as string).toBe('z');
});

test('a row on two pages is shown once, in its newest version', () => {
  const twice = onceEach([row('a', 1, '09:00', null, 1), row('b', 2, '09:00', null), row('a', 1, '09:05', null, 2)]);
  expect(twice.map(({ id, version }) => `${id}${version}`)).toEqual(['a2', 'b1']);
});
