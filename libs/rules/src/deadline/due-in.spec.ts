/** What a screen says of deadlines and hours. */
import type { Calendar } from '@trunkline/contracts';
import { dueIn, hoursNow, minutesBetween } from './due-in.ts';

const office: Calendar = {
  tz: 'Asia/Shanghai',
  hours: { mon: [['09:00', '18:00']], tue: [['09:00', '18:00']] },
  holidays: [],
  holidaysYearly: [],
  special: {},
  breaks: {},
};
const wholeDay: [string, string][] = [['00:00', '24:00']];
const always: Calendar = {
  ...office,
  hours: { mon: wholeDay, tue: wholeDay, wed: wholeDay, thu: wholeDay, fri: wholeDay, sat: wholeDay, sun: wholeDay },
};
const at = (time: string) => Date.parse(`2026-11-${time}:00Z`);

test.each([
  ['over the night the open minutes and the elapsed ones part', '23T09:30', '24T01:30', 'due-in', 60, 960],
  ['at the very instant it is due in no time', '23T09:30', '23T09:30', 'due-in', 0, 0],
  ['late by the open minutes since', '24T01:30', '23T09:30', 'late-by', 60, 960],
])('%s', (_sentence, now, due, kind, minutes, elapsedMinutes) =>
  expect(dueIn(office, at(now), at(due))).toEqual({ ok: true, kind, minutes, elapsedMinutes }),
);

test('minutes between leave pauses out, whatever their order, and are rounded towards none', () => {
  const pauses = [
    [at('23T03:00'), at('23T04:00')],
    [at('23T02:00'), at('23T03:30')],
  ] as const;
  expect(minutesBetween(office, at('23T01:00'), at('23T05:00') + 59_000, pauses)).toEqual({ ok: true, value: 120 });
  expect(minutesBetween(office, at('23T05:00') + 59_000, at('23T01:00'), pauses)).toEqual({ ok: true, value: -120 });
});

const once: Calendar = { ...office, hours: {}, special: { '2026-11-20': [['09:00', '18:00']] } };
test.each<[string, Calendar, string, object]>([
  ['open, until closing', office, '23T02:00', { kind: 'open', closesAt: at('23T10:00') }],
  ['closed, until opening', office, '23T10:00', { kind: 'closed', opensAt: at('24T01:00') }],
  ['open for ever', always, '23T10:00', { kind: 'open', closesAt: null }],
  ['closed for good', once, '23T10:00', { kind: 'closed', opensAt: null }],
])('hours now: %s', (_sentence, calendar, now, expected) =>
  expect(hoursNow(calendar, at(now))).toEqual({ ok: true, ...expected }),
);

test('a calendar that never opens says so', () => {
  const never = { ...office, hours: {} };
  const because = 'calendar-never-open';
  expect(hoursNow(never, 0)).toEqual({ ok: false, because });
  expect(dueIn(never, 0, 1)).toEqual({ ok: false, because });
});
