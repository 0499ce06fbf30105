/** A deadline's working holds every moment once, names what it skipped, and stays small. */
import type { Calendar, DeadlineWorking } from '@trunkline/contracts';
import { dueAt } from './due-at.ts';
import { writeInstant } from './write-instant.ts';

const office: [string, string][] = [
  ['09:00', '12:00'],
  ['13:00', '18:00'],
];
const calendar: Calendar = {
  tz: 'Asia/Shanghai',
  hours: { mon: office, tue: office, wed: office, thu: office, fri: office },
  holidays: ['2026-10-01', '2026-10-02', '2026-10-03', '2026-10-05', '2026-10-06'],
  holidaysYearly: ['01-01', '05-01'],
  special: { '2026-10-10': [['09:00', '12:00']] },
  breaks: { '2026-09-30': [['15:00', '16:00']] },
  names: {
    '2026-10-01': '国庆节',
    '2026-10-02': '国庆节',
    '2026-10-03': '国庆节',
    '2026-10-05': '国庆节',
    '2026-10-06': 'Day after',
    '2026-10-10': '国庆节调休',
    '01-01': 'New Year',
  },
};
const hour = 3600;
const working = (seconds: number, change: { start?: string; pauses?: [number, number][] } = {}) => {
  const startedAt = Date.parse(change.start ?? '2026-09-30T06:00:00Z');
  const due = dueAt({ calendar, startedAt, limit: { seconds }, ...(change.pauses && { pauses: change.pauses }) });
  if (!due.ok) throw new Error(due.because);
  return { steps: due.working, elapsed: (due.dueAt - startedAt) / 1000 };
};
const sum = (steps: DeadlineWorking[]) => steps.reduce((all, { seconds }) => all + seconds, 0);
const inShort = ({ because, seconds, name, days }: DeadlineWorking) =>
  [because, seconds / hour, name, days && `${days} days`].filter((part) => part !== undefined).join(' ');

test('A2 breaks, holidays and make-up days stand in the working by their names', () => {
  const { steps } = working(27 * hour);
  expect(steps.map(inShort)).toEqual([
    'open 1',
    'break 1',
    'open 2',
    'closed 6',
    'holiday 72 国庆节 3 days',
    'closed 24',
    'holiday 24 国庆节',
    'holiday 24 Day after',
    'closed 9',
    'open 3',
    'closed 1',
    'open 5',
    'closed 15',
    'open 3',
    'closed 1',
    'open 5',
    'closed 15',
    'open 3',
    'closed 1',
    'open 5',
  ]);
  const saturday = working(28 * hour).steps.at(-1);
  expect(saturday).toMatchObject({ because: 'special', name: '国庆节调休', counted: true, seconds: hour });
});

test('A2 a pause is skipped where it would have counted, and closed is closed', () => {
  const pauses: [number, number][] = [[Date.parse('2026-09-30T09:00:00Z'), Date.parse('2026-10-07T02:00:00Z')]];
  const { steps } = working(3 * hour, { pauses });
  expect(steps.filter(({ because }) => because === 'paused').map(inShort)).toEqual(['paused 1', 'paused 1']);
  expect(sum(steps.filter(({ counted }) => counted))).toBe(3 * hour);
});

test.each([
  ['a month', 21 * 8 * hour],
  ['a year', 261 * 8 * hour],
  ['ten years', 2610 * 8 * hour],
])('A2 the working of %s stays small, and still adds up', (_sentence, seconds) => {
  const { steps, elapsed } = working(seconds);
  expect(steps.length).toBeLessThanOrEqual(130);
  expect(sum(steps)).toBe(elapsed);
  expect(sum(steps.filter(({ counted }) => counted))).toBe(seconds);
});

test('A2 what is summed up says over how many days, and keeps its holidays by name', () => {
  const { steps } = working(261 * 8 * hour);
  const summed = steps.slice(60, -30);
  expect(summed.map(({ because, name }) => [because, name])).toEqual([
    ['closed', undefined],
    ['open', undefined],
    ['holiday', 'New Year'],
    ['holiday', undefined],
  ]);
  const [closed, open] = summed;
  expect(open).toMatchObject({ counted: true, days: expect.any(Number) });
  expect(closed?.days).toBeGreaterThan(open?.days ?? 0);
});

test('A2 hundreds of pauses are summed up too', () => {
  const begin = Date.parse('2026-09-30T06:00:00Z');
  const pauses = Array.from({ length: 500 }, (_, at): [number, number] => [
    begin + at * 120_000,
    begin + at * 120_000 + 60_000,
  ]);
  const { steps, elapsed } = working(4 * hour, { pauses });
  expect(steps.length).toBeLessThanOrEqual(100);
  expect(sum(steps)).toBe(elapsed);
  expect(sum(steps.filter(({ counted }) => counted))).toBe(4 * hour);
});

test.each([0, -1000, 1_764_000_000_000, 1_764_000_000_250, -86_400_000 * 365, Date.UTC(2026, 1, 28, 23, 59, 59)])(
  'the instant %d is written as everywhere',
  (ms) => expect(writeInstant(ms)).toBe(new Date(ms).toISOString()),
);
