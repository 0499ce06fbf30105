/** When it is due, and how that came about. */
import type { Calendar } from '@trunkline/contracts';
import { demoPolicy } from '../policy/demo-policy.ts';
import { addWorkingDays } from './add-working-days.ts';
import { dueAt, warnAt } from './due-at.ts';

const office = demoPolicy.calendars['office-cn'] as Calendar;
const always = demoPolicy.calendars.always as Calendar;
const at = Date.parse;
const iso = (ms: number) => new Date(ms).toISOString();

test('A2 the working adds up to the limit, and names what was skipped', () => {
  const calendar = { ...office, holidays: ['2026-11-24'] };
  const due = dueAt({ calendar, startedAt: at('2026-11-23T09:00:00Z'), limit: { seconds: 4 * 3600 } });
  expect(due).toMatchObject({ ok: true, dueAt: at('2026-11-25T04:00:00Z') });
  if (!due.ok) return;
  expect(due.working.map(({ because, seconds }) => [because, seconds])).toEqual([
    ['open', 3600],
    ['closed', 6 * 3600],
    ['holiday', 24 * 3600],
    ['closed', 9 * 3600],
    ['open', 3 * 3600],
  ]);
  expect(due.working.filter((step) => step.counted).reduce((sum, step) => sum + step.seconds, 0)).toBe(4 * 3600);
});

test('A2 a pause stops the clock, and only while it is open', () => {
  const pauses = [[at('2026-11-23T09:30:00Z'), at('2026-11-24T02:00:00Z')]] as const;
  const due = dueAt({ calendar: office, startedAt: at('2026-11-23T09:00:00Z'), limit: { seconds: 3600 }, pauses });
  expect(due.ok && iso(due.dueAt)).toBe('2026-11-24T02:30:00.000Z');
  expect(due.ok && due.working.map(({ because }) => because)).toEqual(['open', 'paused', 'closed', 'paused', 'open']);
});

test('A2 it is warned of at the share of open time that the policy names', () => {
  const asked = { calendar: office, startedAt: at('2026-11-23T09:00:00Z'), limit: { seconds: 4 * 3600 } };
  const warn = warnAt(asked, 80);
  expect(warn.ok && iso(warn.value)).toBe('2026-11-24T03:12:00.000Z');
});

const monday: Calendar = { ...office, holidays: ['2026-11-23'], special: { '2026-11-28': [['09:00', '18:00']] } };
test.each([
  ['Friday 16:00 with Monday a holiday is Wednesday 16:00', '2026-11-20T08:00:00Z', 2, '2026-11-25T08:00:00.000Z'],
  [
    'Saturday 11:00 is counted from Tuesday’s opening: Wednesday at closing',
    '2026-11-21T03:00:00Z',
    2,
    '2026-11-25T10:00:00.000Z',
  ],
  ['a make-up Saturday is one day', '2026-11-27T08:00:00Z', 1, '2026-11-28T08:00:00.000Z'],
  ['lodged in the early morning the same day counts', '2026-11-25T00:00:00Z', 1, '2026-11-25T10:00:00.000Z'],
  ['no days at all, while open, is now', '2026-11-25T03:00:00Z', 0, '2026-11-25T03:00:00.000Z'],
])('A21 two working days: %s', (_sentence, start, days, due) => {
  const found = addWorkingDays(monday, at(start), days);
  expect(found.ok && iso(found.value)).toBe(due);
});

test('A21 a calendar that is never open has no working days', () =>
  expect(addWorkingDays({ ...office, hours: {} }, 0, 2)).toEqual({ ok: false, because: 'calendar-never-open' }));

test('A2 the four standards of nine o’clock', () => {
  const due = (standard: 'chat' | 'social' | 'sms' | 'mail') => {
    const limit = { seconds: demoPolicy.standards[standard].firstResponseSeconds };
    const found = dueAt({
      calendar: standard === 'mail' ? office : always,
      startedAt: at('2026-11-23T01:00:00Z'),
      limit,
    });
    return found.ok && iso(found.dueAt).slice(11, 19);
  };
  expect([due('chat'), due('social'), due('sms'), due('mail')]).toEqual([
    '01:01:00',
    '01:05:00',
    '01:15:00',
    '05:00:00',
  ]);
});
