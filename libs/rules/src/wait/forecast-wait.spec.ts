/** A forecast says what it knows: a place, a range that holds as often as it says, or why it has none. */
import { drawExponential } from '../simulate/draw.ts';
import { seeded } from '../simulate/seeded.ts';
import { forecastWait, type Waiting } from './forecast-wait.ts';

const seed = Number(process.env.SEED ?? 1);
const calm: Waiting = { before: 0, others: [], inHand: 10, finished: Array.from({ length: 50 }, () => 600) };
const rangeOf = (change: Partial<Waiting>) => {
  const found = forecastWait({ ...calm, ...change });
  if (found.kind !== 'range') throw new Error(found.because.code);
  return found;
};

test.each<[string, Partial<Waiting>, string]>([
  ['nobody has anything in hand', { inHand: 0 }, 'nobody-serves'],
  ['nothing was finished yet', { finished: [] }, 'too-few-finished'],
  ['too little was finished', { finished: [60, 60, 60, 60] }, 'too-few-finished'],
])('no range, and why: %s', (_sentence, change, code) =>
  expect(forecastWait({ ...calm, before: 3, ...change })).toMatchObject({ kind: 'none', place: 4, because: { code } }),
);

test.each<[string, Partial<Waiting>, Partial<Waiting>]>([
  ['more before it', { before: 1 }, { before: 6 }],
  ['others who ask the same people', {}, { others: [{ count: 4, agents: 10, shared: 10 }] }],
  [
    'others who ask more of the same people',
    { others: [{ count: 4, agents: 10, shared: 2 }] },
    { others: [{ count: 4, agents: 10, shared: 8 }] },
  ],
  ['fewer who work', { inHand: 20 }, { inHand: 5 }],
  ['work that takes longer', { finished: calm.finished.map(() => 300) }, {}],
])('it waits longer with %s', (_sentence, shorter, longer) => {
  expect(rangeOf(shorter).low).toBeLessThanOrEqual(rangeOf(longer).low);
  expect(rangeOf(shorter).high).toBeLessThan(rangeOf(longer).high);
});

test('who asks none of the same people is not before it', () =>
  expect(rangeOf({ others: [{ count: 9, agents: 4, shared: 0 }] })).toEqual(rangeOf({})));

test('the fewer were finished, the wider the range', () => {
  const width = ({ low, high }: { low: number; high: number }) => high - low;
  const few = rangeOf({ before: 9, finished: Array.from({ length: 5 }, () => 600) });
  expect(width(few)).toBeGreaterThan(width(rangeOf({ before: 9 })) * 1.3);
});

test.each([
  [0, 5],
  [0, 50],
  [3, 8],
  [3, 50],
  [20, 50],
  [100, 20],
])(`with %i before it and %i finished the range holds in three of five cases (seed ${seed})`, (before, known) => {
  const random = seeded(seed + before + known);
  const tries = 8_000;
  let held = 0;
  for (let at = 0; at < tries; at += 1) {
    const finished = Array.from({ length: known }, () => drawExponential(random, 6_000));
    const { low, high } = rangeOf({ before, finished });
    let wait = 0;
    for (let turn = 0; turn <= before; turn += 1) wait += drawExponential(random, 6_000 / calm.inHand);
    if (wait >= low && wait <= high) held += 1;
  }
  expect(held / tries).toBeGreaterThan(0.58);
  expect(held / tries).toBeLessThan(0.62);
});
