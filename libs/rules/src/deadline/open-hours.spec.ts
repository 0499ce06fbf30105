/** Open time by multiplication is what a walk day by day over the language's coming calendar finds. */
import type { Calendar } from '@trunkline/contracts';
import { Temporal } from 'temporal-polyfill';
import { addOpenTime, openSecondsBetween } from './business-time.ts';

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const zones = [
  'Europe/Berlin',
  'America/New_York',
  'Asia/Shanghai',
  'Australia/Lord_Howe',
  'America/Sao_Paulo',
  'Africa/Casablanca',
  'Asia/Tehran',
  'Pacific/Apia',
];
let seed = 7;
const random = () => {
  seed = (seed * 1103515245 + 12345) & 0x7fffffff;
  return seed / 0x7fffffff;
};
const time = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

function anyCalendar(tz: string): Calendar {
  const hours: Calendar['hours'] = {};
  for (const day of weekdays) {
    if (random() < 0.25) continue;
    const from = Math.floor(random() * 24) * 30;
    const to = from + 30 + Math.floor(random() * 20) * 30;
    hours[day] = [[time(from), time(Math.min(to, 1440))]];
    if (to < 1300 && random() < 0.3) hours[day].push([time(to + 60), '24:00']);
  }
  return {
    tz,
    hours,
    holidays: random() < 0.5 ? ['2019-03-31', '2019-11-03'] : [],
    holidaysYearly: random() < 0.5 ? ['10-27', '01-01'] : [],
    special: random() < 0.5 ? { '2019-10-27': [['00:00', '24:00']], '2019-02-17': [['00:00', '05:00']] } : {},
    breaks: {},
  };
}

function walk(calendar: Calendar, start: number, end: number): number {
  const dateOf = (at: number) =>
    Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(calendar.tz).toPlainDate();
  const last = dateOf(end).add({ days: 1 });
  let sum = 0;
  for (let date = dateOf(start).subtract({ days: 1 }); Temporal.PlainDate.compare(date, last) <= 0; ) {
    const next = date.add({ days: 1 });
    const at = (plainTime: string) =>
      plainTime === '24:00'
        ? next.toZonedDateTime({ timeZone: calendar.tz, plainTime: '00:00' }).epochMilliseconds
        : date.toZonedDateTime({ timeZone: calendar.tz, plainTime }).epochMilliseconds;
    for (const [from, to] of spansOn(calendar, date)) {
      sum += Math.max(0, Math.min(at(to), end) - Math.max(at(from), start));
    }
    date = next;
  }
  return sum / 1000;
}

function spansOn(calendar: Calendar, date: Temporal.PlainDate): [string, string][] {
  const key = date.toString();
  if (calendar.holidays.includes(key)) return [];
  const special = calendar.special[key];
  if (special) return special;
  return calendar.holidaysYearly.includes(key.slice(5)) ? [] : (calendar.hours[weekdays[date.dayOfWeek - 1]!] ?? []);
}

test.each(zones)('A2 in %s the clock changes, holidays and make-up days of any calendar count as they elapse', (tz) => {
  for (let turn = 0; turn < 12; turn += 1) {
    const calendar = anyCalendar(tz);
    const start = Date.UTC(2018, 0, 1) + Math.floor(random() * 9e7) * 1000;
    const end = start + Math.floor(random() * 4e7) * 1000;
    const open = walk(calendar, start, end);
    const found = openSecondsBetween(calendar, start, end);
    expect(found).toEqual(found.ok ? { ok: true, value: open } : { ok: false, because: 'calendar-never-open' });
    if (open === 0) continue;
    const due = addOpenTime(calendar, start, open);
    expect(due.ok && due.value <= end && walk(calendar, start, due.value)).toBe(open);
  }
});
