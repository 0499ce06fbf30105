/** One line in, one line out: what `trunkline deadline` says. */
import { readFileSync } from 'node:fs';
import type { Calendar } from '@trunkline/contracts';
import { givenCases } from '@trunkline/testing';
import { answerDeadline, type DeadlineQuestion } from './answer-deadline.ts';

givenCases('business-hours', (path) => {
  type Given = Calendar & Omit<DeadlineQuestion, 'calendar'> & { id: string; name: string; expected: unknown };
  const cases: Given[] = ['vectors', 'rulings'].flatMap((name) =>
    JSON.parse(readFileSync(`${path}/${name}.json`, 'utf8')),
  );
  test.each(cases)('A2 asked in one line, $id: $name', ({ op, start, end, seconds, expected, ...calendar }) => {
    const answer = answerDeadline({
      op,
      calendar,
      start,
      ...(end && { end }),
      ...(seconds !== undefined && { seconds }),
    });
    const [value] = 'error' in answer ? ['error'] : Object.values(answer);
    expect(value).toEqual(expected);
  });
});

const calendar: Calendar = {
  tz: 'Asia/Shanghai',
  hours: { mon: [['09:00', '18:00']], tue: [['09:00', '18:00']] },
  holidays: [],
  holidaysYearly: [],
  special: {},
  breaks: {},
};
const pauses: [string, string][] = [['2026-11-23T02:00:00Z', '2026-11-23T04:00:00Z']];
test.each<[string, Partial<DeadlineQuestion>, object]>([
  ['a pause moves what is due', { op: 'add', seconds: 7200, pauses }, { due: '2026-11-23T05:00:00Z' }],
  [
    'backwards too',
    { op: 'sub', start: '2026-11-23T05:00:00Z', seconds: 7200, pauses },
    { due: '2026-11-23T01:00:00Z' },
  ],
  ['what stood still is not counted', { op: 'between', end: '2026-11-23T05:00:00Z', pauses }, { seconds: 7200 }],
  [
    'backwards it is negative',
    { op: 'between', start: '2026-11-23T05:00:00Z', end: '2026-11-23T01:00:00Z', pauses },
    { seconds: -7200 },
  ],
  [
    'less than nothing is backwards',
    { op: 'add', start: '2026-11-23T05:00:00Z', seconds: -3600 },
    { due: '2026-11-23T04:00:00Z' },
  ],
  ['working days', { op: 'add', workingDays: 1, start: '2026-11-23T03:00:00Z' }, { due: '2026-11-24T03:00:00Z' }],
  ['an unknown question', { op: 'maybe' }, { error: 'bad-request' }],
  ['a question without its figure', { op: 'add' }, { error: 'bad-request' }],
  ['an instant that is none', { op: 'next', start: 'soon' }, { error: 'bad-request' }],
  [
    'a calendar that is never open',
    { op: 'next', calendar: { ...calendar, hours: {} } },
    { error: 'calendar-never-open' },
  ],
])('A2 %s', (_sentence, change, answer) =>
  expect(answerDeadline({ op: 'add', calendar, start: '2026-11-23T01:00:00Z', ...change })).toMatchObject(answer),
);

test.each(['toString', '__proto__', 'constructor', ''])('an operation called %j is no operation', (op) => {
  expect(answerDeadline({ op, calendar, start: '2026-01-05T02:00:00Z', seconds: 60 } as never)).toEqual({
    error: 'bad-request',
  });
});
