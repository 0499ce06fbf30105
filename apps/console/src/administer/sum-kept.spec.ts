/** Shares of what was kept. */
import { keptShare, sumKept } from './sum-kept.ts';

test('counts are summed over limits', () => {
  expect(
    sumKept([
      { met: 2, missed: 1 },
      { met: 3, missed: 0 },
    ]),
  ).toEqual({ met: 5, missed: 1 });
});
test.each([
  [{ met: 0, missed: 0 }, null],
  [{ met: 7, missed: 0 }, 100],
  [{ met: 999, missed: 1 }, 99],
  [{ met: 1, missed: 2 }, 33],
])('of %p %p percent were kept', (counted, share) => expect(keptShare(counted)).toBe(share));
