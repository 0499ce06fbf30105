/** One day after another, and a year's holidays at once. */
import type { Calendar } from '@trunkline/contracts';
import { kindOfDay } from './kind-of-day.ts';
import { putHolidays, setDay } from './set-day.ts';

const office: Calendar = {
  tz: 'Asia/Shanghai',
  hours: {
    mon: [
      ['09:00', '12:00'],
      ['13:00', '18:00'],
    ],
    thu: [['09:00', '18:00']],
    sat: [],
  },
  holidays: ['2026-10-02'],
  holidaysYearly: [],
  special: {},
  breaks: {},
};

test('a closed day has its name, and made usual again it is as before', () => {
  const closed = setDay(office, '2026-10-01', { kind: 'closed' }, 'National Day');
  expect(closed).toMatchObject({ holidays: ['2026-10-01', '2026-10-02'], names: { '2026-10-01': 'National Day' } });
  expect(setDay(closed, '2026-10-01', { kind: 'usual' })).toEqual(office);
});
test('a make-up workday works the hours of the first weekday', () => {
  expect(setDay(office, '2026-10-10', { kind: 'work' }).special['2026-10-10']).toEqual(office.hours.mon);
});
test('own hours take the place of a holiday', () => {
  const own = setDay(office, '2026-10-02', { kind: 'hours', spans: [['10:00', '14:00']] });
  expect(own.holidays).toEqual([]);
  expect(kindOfDay('2026-10-02', own)).toBe('special');
});
test('half a day keeps the first half of its hours; where it is closed anyway it is closed', () => {
  const halves = putHolidays(office, [
    { date: '2026-12-24', name: 'Christmas Eve', kind: 'half-day' },
    { date: '2026-12-28', name: 'A Monday', kind: 'half-day' },
    { date: '2026-12-26', name: 'A Saturday', kind: 'half-day' },
  ]);
  expect(halves.special).toEqual({
    '2026-12-24': [['09:00', '13:30']],
    '2026-12-28': [
      ['09:00', '12:00'],
      ['13:00', '14:00'],
    ],
  });
  expect(halves.holidays).toContain('2026-12-26');
});
