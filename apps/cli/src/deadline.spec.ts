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

test('a calendar needs no more than its zone and hours, and the answer shows its working', async () => {
  const [answer] = await askAll([JSON.stringify(question)]);
  expect(answer).toEqual({ due: '2026-11-23T09:01:00Z', working: expect.any(Array) });
});

test.each([
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
  ['a zone that is none', { calendar: { ...calendar, tz: 'Mars/Olympus' } }, 'no-such-zone'],
  ['a desk that never opens', { calendar: { tz: 'UTC', hours: {} } }, 'calendar-never-open'],
])('%s is an answer with a code, and the next line is answered', async (_what, change, error) => {
  const line = typeof change === 'string' ? change : JSON.stringify({ ...question, ...change });
  const answers = await askAll([line, '', JSON.stringify(question)]);
  expect(answers).toEqual([{ error }, expect.objectContaining({ due: '2026-11-23T09:01:00Z' })]);
});
