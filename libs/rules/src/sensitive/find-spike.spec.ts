/** Many report the same, and ever more of them: that is a spike. Much work alone is not. */
import { defaultPolicy } from '../policy/default-policy.ts';
import { findSpike, isSpikeOver } from './find-spike.ts';

const { signs } = defaultPolicy;

test.each<[string, number[], string]>([
  ['two are usual, eight now, and it rose over three windows', [2, 2, 2, 2, 2, 3, 5, 8], 'spike'],
  ['it rose within one window', [2, 2, 2, 2, 2, 2, 2, 8], 'spike'],
  ['nothing at all was usual', [0, 0, 0, 0, 1, 4, 9], 'spike'],
  ['a high load that is as ever', [20, 20, 20, 20, 20, 20, 20, 20], 'as-usual'],
  ['a high load that wavers', [20, 25, 18, 22, 19, 21, 24, 26], 'as-usual'],
  ['seven are too few', [0, 0, 0, 1, 3, 7], 'too-few'],
  ['it is high but falls', [2, 2, 2, 2, 12, 10, 9], 'not-rising'],
  ['it is high and stays', [1, 1, 1, 1, 9, 9, 9], 'not-rising'],
  ['nothing is known', [], 'too-few'],
])('A26 %s: %j', (_sentence, counts, verdict) => {
  const spike = findSpike(counts, signs);
  expect(spike.kind === 'spike' ? 'spike' : spike.because).toBe(verdict);
});

test('A26 what is usual is said with it', () =>
  expect(findSpike([2, 2, 2, 2, 2, 3, 5, 8], signs)).toEqual({ kind: 'spike', count: 8, usual: 2 }));

test('A26 it is over when the window is back at what was usual', () => {
  expect(isSpikeOver(8, 2, signs)).toBe(false);
  expect(isSpikeOver(4, 2, signs)).toBe(true);
  expect(isSpikeOver(18, 20, signs)).toBe(true);
});
