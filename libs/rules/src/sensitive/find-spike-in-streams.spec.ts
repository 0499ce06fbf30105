/** A26 over seeded streams of reports: a steady load alone never fires, however high; a real rise is found, once. */
import { defaultPolicy } from '../policy/default-policy.ts';
import type { Random } from '../simulate/draw.ts';
import { seeded } from '../simulate/seeded.ts';
import { findSpike, isSpikeOver, usualWindows } from './find-spike.ts';

const { signs } = defaultPolicy;
const { risingWindows } = signs.spike;
const seed = 20261126;

/** As many as arrive by chance in a window when `mean` are usual. */
function arrivals(random: Random, mean: number): number {
  if (mean > 60) return Math.max(0, Math.round(mean + Math.sqrt(mean) * (random() + random() + random() - 1.5) * 2));
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = random(); product > limit; product *= random()) count += 1;
  return count;
}

/** How often an incident opens over a stream, as the watch does it: one at a time, and over when it is as usual again. */
function opened(counts: number[]): number[] {
  const at: number[] = [];
  let usual: number | null = null;
  for (let now = usualWindows + risingWindows; now <= counts.length; now += 1) {
    const seen = counts.slice(Math.max(0, now - usualWindows - risingWindows), now);
    if (usual !== null) {
      if (isSpikeOver(seen.at(-1)!, usual, signs)) usual = null;
      continue;
    }
    const spike = findSpike(seen, signs);
    if (spike.kind !== 'spike') continue;
    usual = spike.usual;
    at.push(now - 1);
  }
  return at;
}

test.each([8, 12, 20, 40, 100, 400])('A26 %i in every window, day after day, raise nothing', (mean) => {
  const random = seeded(seed + mean);
  const counts = Array.from({ length: 20_000 }, () => arrivals(random, mean));
  expect([seed, mean, opened(counts)]).toEqual([seed, mean, []]);
});

test.each([
  [0.5, 10_000],
  [1, 10_000],
  [2, 500],
  [3, 300],
])('A26 where %d are usual, chance alone opens one in %i windows at most', (mean, windows) => {
  const random = seeded(seed + mean * 10);
  const counts = Array.from({ length: 50_000 }, () => arrivals(random, mean));
  expect([seed, mean, opened(counts).length <= counts.length / windows]).toEqual([seed, mean, true]);
});

test('A26 a rise over three windows is one incident, in a thousand streams of a thousand, and not two while it lasts', () => {
  const random = seeded(seed);
  const missed: number[] = [];
  for (let stream = 0; stream < 1_000; stream += 1) {
    const mean = 1 + random() * 4;
    const calm = Array.from({ length: 20 }, () => Math.round(mean));
    const top = Math.max(signs.spike.atLeast, Math.ceil(mean * signs.spike.timesUsual)) + 2;
    const rise = [Math.ceil(top * 0.5), Math.ceil(top * 0.75), top, top + 3, top + 6, top + 6, top + 9];
    if (opened([...calm, ...rise]).length !== 1) missed.push(stream);
  }
  expect([seed, missed]).toEqual([seed, []]);
});
