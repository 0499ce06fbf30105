/** Shifts as they are typed into the week, over midnight and over a change of clocks. */
import type { AgentId } from '@trunkline/contracts';
import { mondayOf, moveShifts, readShifts, sayShifts } from './read-shifts.ts';

const agentId = 'a1' as AgentId;
const shanghai = { date: '2026-11-23', tz: 'Asia/Shanghai', agentId };

test('two spans and the one who supervises', () => {
  expect(readShifts('9-13, 14:30–18 *', shanghai)).toEqual([
    { agentId, from: '2026-11-23T01:00:00.000Z', to: '2026-11-23T05:00:00.000Z', supervises: false },
    { agentId, from: '2026-11-23T06:30:00.000Z', to: '2026-11-23T10:00:00.000Z', supervises: true },
  ]);
});
test('a night shift stands on the day it begins', () => {
  expect(readShifts('22-6', shanghai)).toMatchObject([
    { from: '2026-11-23T14:00:00.000Z', to: '2026-11-23T22:00:00.000Z' },
  ]);
});
test('nothing is a free day', () => expect(readShifts('  ', shanghai)).toEqual([]));
test.each(['9', '9-25', 'nine to five', '14-18, 9-13', '9-13, 12-18', '9-10-11', '9-9:99'])('%s is not taken', (text) =>
  expect(readShifts(text, shanghai)).toBeUndefined(),
);
test.each(['09–13, 14:30–18 *', '22–06', ''])('%p said again is the same', (text) =>
  expect(sayShifts(readShifts(text, shanghai) ?? [], shanghai.tz)).toBe(text),
);
test('last week’s shift keeps its local time over a change of clocks', () => {
  const before = readShifts('9-17', { date: '2026-10-23', tz: 'Europe/Berlin', agentId }) ?? [];
  expect(moveShifts(before, 'Europe/Berlin', '2026-10-30')).toMatchObject([{ from: '2026-10-30T08:00:00.000Z' }]);
});
test('a week begins on Monday', () => {
  expect([mondayOf('2026-11-23'), mondayOf('2026-11-29')]).toEqual(['2026-11-23', '2026-11-23']);
});
