/** Questions about open time through the pipe: a line in, a line out, whatever stands on it. */
import { readFileSync } from 'node:fs';
import { givenCases } from '@trunkline/testing';
import { callTrunkline } from './call-trunkline.ts';

async function askAll(lines: readonly string[]): Promise<Record<string, unknown>[]> {
  const { code, out } = await callTrunkline(['deadline'], { input: `${lines.join('\n')}\n` });
  expect(code).toBe(0);
  return out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

givenCases('business-hours', (folder) => {
  type Given = { id: string; op: string; start: string; end?: string; seconds?: number; expected: unknown };
  test.each(['vectors', 'rulings'])('A2 all of the given %s come out exactly, through the pipe', async (name) => {
    const cases: Given[] = JSON.parse(readFileSync(`${folder}/${name}.json`, 'utf8'));
    const answers = await askAll(
      cases.map(({ op, start, end, seconds, expected: _, ...calendar }) =>
        JSON.stringify({ op, start, end, seconds, calendar }),
      ),
    );
    expect(
      answers.map((answer, at) => [cases[at]?.id, 'error' in answer ? 'error' : Object.values(answer)[0]]),
    ).toEqual(cases.map(({ id, expected }) => [id, expected]));
  });
});

const calendar = { tz: 'UTC', hours: { mon: [['09:00', '10:00']] } };
const question = { op: 'add', calendar, start: '2026-11-22T00:00:00Z', seconds: 60 };

const wholeWeek = Object.fromEntries(
  ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((name) => [name, [['00:00', '24:00']]]),
);

test('a calendar needs no more than its zone and hours, and the answer shows its working', async () => {
  const [answer] = await askAll([JSON.stringify(question)]);
  expect(answer).toEqual({ due: '2026-11-23T09:01:00Z', working: expect.any(Array) });
});

test('each op answers with its own key, and working days count both ways', async () => {
  const ask = (change: object) => JSON.stringify({ ...question, seconds: undefined, ...change });
  const answers = await askAll([
    ask({ op: 'between', end: '2026-11-30T09:30:00Z' }),
    ask({ op: 'open' }),
    ask({ op: 'add', workingDays: 2 }),
    ask({ op: 'sub', workingDays: 2 }),
    ask({ op: 'add', workingDays: -2 }),
    ask({ op: 'prev' }),
    ask({ op: 'close' }),
  ]);
  expect(answers).toEqual([
    { seconds: 5400 },
    { open: false },
    { due: '2026-11-30T10:00:00Z', working: expect.any(Array) },
    { due: '2026-11-09T09:00:00Z', working: expect.any(Array) },
    { due: '2026-11-09T09:00:00Z', working: expect.any(Array) },
    { due: '2026-11-16T10:00:00Z', working: expect.any(Array) },
    { due: '2026-11-23T10:00:00Z', working: expect.any(Array) },
  ]);
});

const oddLines: [string, string | object, string][] = [
  ['no JSON', 'when?', 'bad-request'],
  ['nothing', 'null', 'bad-request'],
  ['a list', '[]', 'bad-request'],
  ['no calendar', { calendar: undefined }, 'bad-request'],
  ['hours that are none', { calendar: { tz: 'UTC', hours: { mon: [['9', 'noon']] } } }, 'bad-request'],
  ['pauses that are none', { pauses: 'lunch' }, 'bad-request'],
  ['an op that every object has', { op: 'toString' }, 'bad-request'],
  ['an instant that is none', { start: 'soon' }, 'bad-request'],
  ['centuries away', { op: 'between', end: '+275760-01-01T00:00:00Z' }, 'bad-request'],
  ['more time than there is', { seconds: 1e300 }, 'bad-request'],
  ['more days than there are', { seconds: undefined, workingDays: 1e12 }, 'bad-request'],
  ['a date that is none', { calendar: { ...calendar, holidays: ['2026-02-30'] } }, 'date-does-not-exist'],
  ['a special date that is none', { calendar: { ...calendar, special: { '2026-13-01': [] } } }, 'date-does-not-exist'],
  ['a yearly date that is none', { calendar: { ...calendar, holidaysYearly: ['02-30'] } }, 'date-does-not-exist'],
  [
    'hours that overlap',
    {
      calendar: {
        tz: 'UTC',
        hours: {
          mon: [
            ['09:00', '12:00'],
            ['11:59', '18:00'],
          ],
        },
      },
    },
    'spans-overlap',
  ],
  ['hours that run backwards', { calendar: { tz: 'UTC', hours: { mon: [['18:00', '09:00']] } } }, 'span-inverted'],
  ['a calendar that is text', { calendar: 'always' }, 'bad-request'],
  ['a start that is a number', { start: 1764000000000 }, 'bad-request'],
  ['no figure', { seconds: undefined }, 'bad-request'],
  ['no end', { op: 'between' }, 'bad-request'],
  ['half a pause', { pauses: [['2026-11-23T09:00:00Z']] }, 'bad-request'],
  ['seconds in words', { seconds: '60' }, 'bad-request'],
  ['half a working day', { seconds: undefined, workingDays: 0.5 }, 'bad-request'],
  ['a number', '42', 'bad-request'],
  ['half a line', JSON.stringify(question).slice(0, -3), 'bad-request'],
  ['bytes that are no text', '\u0000\ufffd', 'bad-request'],
  [
    'ten years of an hour a week',
    { seconds: 10 * 366 * 86_400, calendar: { tz: 'UTC', hours: { mon: [['09:00', '10:00']] } } },
    'too-far-away',
  ],
  [
    'a closing where nothing ever closes',
    { op: 'close', calendar: { tz: 'UTC', hours: wholeWeek } },
    'calendar-never-closes',
  ],
  ['a zone that is none', { calendar: { ...calendar, tz: 'Mars/Olympus' } }, 'no-such-zone'],
  ['a desk that never opens', { calendar: { tz: 'UTC', hours: {} } }, 'calendar-never-open'],
];
test('whatever stands on a line is an answer with a code, and the next line is answered', async () => {
  const lines = oddLines.flatMap(([, change]) => [
    typeof change === 'string' ? change : JSON.stringify({ ...question, ...change }),
    '',
    JSON.stringify(question),
  ]);
  const answers = await askAll(lines);
  expect(answers.filter((_, at) => at % 2 === 0).map((answer, at) => [oddLines[at]?.[0], answer])).toEqual(
    oddLines.map(([what, , error]) => [what, { error }]),
  );
  expect(answers.filter((_, at) => at % 2 === 1)).toEqual(
    oddLines.map(() => expect.objectContaining({ due: '2026-11-23T09:01:00Z' })),
  );
});
