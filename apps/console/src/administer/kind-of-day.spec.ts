/** The year view colours each day by what the calendar says of it. */
import type { Calendar } from '@trunkline/contracts';
import { kindOfDay } from './kind-of-day.ts';

const calendar: Calendar = {
  tz: 'Asia/Shanghai',
  hours: { mon: [['09:00', '18:00']], tue: [['09:00', '18:00']], sun: [] },
  holidays: ['2026-11-24'],
  holidaysYearly: ['12-28'],
  special: { '2026-11-22': [['10:00', '12:00']], '2026-11-30': [] },
  breaks: {},
};

test.each([
  ['2026-11-23', 'open'],
  ['2026-11-29', 'closed'],
  ['2026-11-24', 'holiday'],
  ['2026-12-28', 'holiday'],
  ['2026-11-22', 'special'],
  ['2026-11-30', 'holiday'],
])('%s is %s', (date, kind) => expect(kindOfDay(date, calendar)).toBe(kind));
