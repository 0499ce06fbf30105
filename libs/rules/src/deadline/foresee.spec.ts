/** When it will be done, by the wait that routing foresees, else by the pace of such clocks. */
import { defaultPolicy } from '../policy/default-policy.ts';
import { type ForeseeAsked, foresee } from './foresee.ts';

const start = Date.parse('2026-11-23T09:00:00Z');
const minutes = (count: number) => start + count * 60_000;
const hours = defaultPolicy.calendars.always!;
const asked: ForeseeAsked = {
  timed: { hours, startedAt: start, pauses: [], limitSeconds: 3600, carried: null },
  now: minutes(30),
  wait: null,
  took: [10, 20, 40, 50, 60, 70, 80].map((each) => each * 60),
};

test.each<[string, Partial<ForeseeAsked>, object]>([
  [
    'one who waits is taken when routing says',
    { wait: { low: 60, high: 180 } },
    { likelyAt: minutes(32), upperAt: minutes(33), by: 'wait' },
  ],
  [
    'of those that took longer than this one has, half take no more than the likely time',
    {},
    { likelyAt: minutes(60), upperAt: minutes(70), by: 'pace' },
  ],
  ['few who took longer say nothing', { now: minutes(45) }, { kind: 'unknown', values: { count: 4 } }],
  ['nobody who finished says nothing', { took: [] }, { kind: 'unknown', because: 'too-few-finished' }],
  [
    'a pause puts it off',
    { timed: { ...asked.timed, pauses: [[minutes(0), minutes(10)]] } },
    { likelyAt: minutes(70), upperAt: minutes(80) },
  ],
  [
    'what was used by an older calendar stays used',
    { timed: { ...asked.timed, carried: { at: minutes(20), usedSeconds: 1200 } } },
    { likelyAt: minutes(60) },
  ],
])('A31 %s', (_sentence, change, expected) => expect(foresee({ ...asked, ...change })).toMatchObject(expected));
