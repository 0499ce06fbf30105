/** Policy and calendar change while clocks run: what was used stays used. */
import type { Calendar } from '@trunkline/contracts';
import { type CarryAsked, carryOver, dueCarried } from './carry-over.ts';
import { dueAt, type Limit } from './due-at.ts';

const hours = (from: string, to: string, changes: Partial<Calendar> = {}): Calendar => ({
  tz: 'UTC',
  hours: Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, [[from, to]]])),
  holidays: [],
  holidaysYearly: [],
  special: {},
  breaks: {},
  ...changes,
});
const office = hours('09:00', '17:00');
const late = hours('13:00', '21:00');
const at = (time: string) => Date.parse(`2026-11-${time}:00Z`);
const hour = 3600;
const four: Limit = { seconds: 4 * hour };

/** A clock that started on Monday the 23rd at 15:00 in office hours, four hours long: due on Tuesday at 11:00. */
const asked = (changed: Partial<CarryAsked['changed']>, change: Partial<CarryAsked> = {}): CarryAsked => {
  const clock = { startedAt: at('23T15:00'), calendar: office, limit: four, ...change };
  const due = dueAt(clock);
  const inForce = { calendar: clock.calendar, limit: clock.limit, at: at('23T16:00') };
  return { ...clock, dueAt: due.ok ? due.dueAt : 0, ...change, changed: { ...inForce, ...changed } };
};

test.each<[string, CarryAsked, kind: string, due: string, because: string]>([
  ['nothing changed', asked({}), 'stays', '24T11:00', 'nothing-changed'],
  [
    'an equal calendar is no change',
    asked({ calendar: hours('09:00', '17:00') }),
    'stays',
    '24T11:00',
    'nothing-changed',
  ],
  [
    'a longer limit: an hour is used, seven are left',
    asked({ limit: { seconds: 8 * hour } }),
    'moves',
    '24T15:00',
    'limit-changed',
  ],
  ['a shorter limit', asked({ limit: { seconds: 2 * hour } }), 'moves', '23T17:00', 'limit-changed'],
  [
    'a limit that is used up already: due at the change, not before',
    asked({ limit: { seconds: 60 } }),
    'moves',
    '23T16:00',
    'limit-changed',
  ],
  ['exactly used up', asked({ limit: { seconds: hour } }), 'moves', '23T16:00', 'limit-changed'],
  ['other hours: the three hours left run by them', asked({ calendar: late }), 'moves', '23T19:00', 'calendar-changed'],
  [
    'other hours and another limit',
    asked({ calendar: late, limit: { seconds: 7 * hour } }),
    'moves',
    '24T14:00',
    'limit-changed',
  ],
  [
    'a change at night counts what was used until closing',
    asked({ calendar: late, at: at('23T23:00') }),
    'moves',
    '24T15:00',
    'calendar-changed',
  ],
  [
    'a holiday that is named on the day before',
    asked({ calendar: hours('09:00', '17:00', { holidays: ['2026-11-24'] }) }),
    'moves',
    '25T11:00',
    'calendar-changed',
  ],
  [
    'a holiday in another year keeps the time',
    asked({ calendar: hours('09:00', '17:00', { holidays: ['2027-01-01'] }) }),
    'keeps-its-time',
    '24T11:00',
    'calendar-changed',
  ],
  ['as it is due: it is not moved', asked({ calendar: late, at: at('24T11:00') }), 'stays', '24T11:00', 'already-due'],
  [
    'long after: it is not moved',
    asked({ limit: { seconds: 80 * hour }, at: at('26T11:00') }),
    'stays',
    '24T11:00',
    'already-due',
  ],
  [
    'a pause before the change was not used',
    asked({ limit: { seconds: 8 * hour } }, { pauses: [[at('23T15:00'), at('23T15:30')]], dueAt: at('24T11:30') }),
    'moves',
    '24T15:30',
    'limit-changed',
  ],
  [
    'a clock that rests: nothing runs until it goes on',
    asked({ calendar: late }, { pauses: [[at('23T15:30'), at('23T16:00')]], dueAt: at('24T11:30') }),
    'moves',
    '23T19:30',
    'calendar-changed',
  ],
  [
    'working days, in other hours: counted whole, from the start',
    asked({ calendar: late }, { limit: { workingDays: 2 } }),
    'keeps-its-time',
    '25T15:00',
    'calendar-changed',
  ],
  [
    'working days, with a holiday',
    asked({ calendar: hours('09:00', '17:00', { holidays: ['2026-11-25'] }) }, { limit: { workingDays: 2 } }),
    'moves',
    '26T15:00',
    'calendar-changed',
  ],
  [
    'fewer working days than are over: due at the change',
    asked({ limit: { workingDays: 1 }, at: at('25T10:00') }, { limit: { workingDays: 3 } }),
    'moves',
    '25T10:00',
    'limit-changed',
  ],
  ['from seconds to working days: whole', asked({ limit: { workingDays: 2 } }), 'moves', '25T15:00', 'limit-changed'],
  [
    'from working days to seconds: what is used stays used',
    asked({ limit: { seconds: 8 * hour } }, { limit: { workingDays: 2 } }),
    'moves',
    '24T15:00',
    'limit-changed',
  ],
])('A2 carried over: %s', (_sentence, given, kind, due, because) => {
  const carried = carryOver(given);
  expect(carried).toMatchObject({ kind, because });
  expect('dueAt' in carried && new Date(carried.dueAt).toISOString().slice(8, 16)).toBe(due);
});

test('A2 into a calendar that never opens nothing can be carried', () =>
  expect(carryOver(asked({ calendar: { ...office, hours: {} } }))).toEqual({
    kind: 'impossible',
    because: 'calendar-never-open',
  }));

test('A2 the working shows both calendars and adds up to the new limit', () => {
  const carried = carryOver(asked({ calendar: late, limit: { seconds: 7 * hour } }));
  const working = 'working' in carried ? carried.working : [];
  expect(working.map(({ because, seconds }) => [because, seconds / hour])).toEqual([
    ['open', 1],
    ['open', 5],
    ['closed', 16],
    ['open', 1],
  ]);
});

test('A2 a clock carried over twice keeps what it used under each calendar, and goes on after a rest', () => {
  const first = carryOver(asked({ calendar: late }));
  expect(first).toMatchObject({ carried: { at: at('23T16:00'), usedSeconds: hour } });
  if (first.kind !== 'moves') throw new Error(first.kind);
  const again = { ...asked({}), calendar: late, dueAt: first.dueAt, carried: first.carried };
  const second = carryOver({ ...again, changed: { calendar: office, limit: four, at: at('23T18:00') } });
  expect(second).toMatchObject({ kind: 'moves', dueAt: at('24T10:00'), carried: { usedSeconds: 3 * hour } });
  if (second.kind !== 'moves' || !second.carried) throw new Error(second.kind);
  const rested = dueCarried({
    calendar: office,
    limitSeconds: 4 * hour,
    carried: second.carried,
    pauses: [[at('24T09:30'), at('24T12:00')]],
  });
  expect(rested).toMatchObject({ ok: true, dueAt: at('24T12:30') });
});
