/** What a calendar file gives, and what it cannot do to the desk. */
import { kindOfEvent } from './kind-of-event.ts';
import { listHolidays } from './list-holidays.ts';
import { readApart } from './read-apart.ts';
import { readCalendarFile } from './read-calendar-file.ts';

const today = '2027-01-15';
const event = (lines: string[]) => ['BEGIN:VEVENT', 'UID:x', ...lines, 'END:VEVENT'].join('\r\n');
const file = (...events: string[][]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//x//y//EN', ...events.map(event), 'END:VCALENDAR', ''].join('\r\n');
const read = (...events: string[][]) => {
  const got = readCalendarFile(file(...events), today);
  return got.ok
    ? {
        items: got.items.map(({ date, kind, name }) => `${date} ${kind} ${name}`),
        faults: got.faults.map(({ code }) => code),
      }
    : got.because.code;
};

test.each<[string, string, string, number, string]>([
  ['国庆节（休）', '', '', 5, 'closed'],
  ['国庆节 补班', '', '', 6, 'work'],
  ['春节(班)', '', '', 0, 'work'],
  ['元旦 休', '', '', 5, 'closed'],
  ['元旦 班', '', '', 6, 'work'],
  ['中秋节 调休上班', '', '', 6, 'work'],
  ['中秋节 调休放假', '', '', 1, 'closed'],
  ['国庆节调休', '', '', 0, 'work'],
  ['国庆节调休', '', '', 3, 'closed'],
  ['國慶節 補班', '', '', 6, 'work'],
  ['春节', '', 'WORK-HOLIDAY', 6, 'closed'],
  ['春节', '', 'ALTERNATE-WORKDAY', 6, 'work'],
  ['Christmas Day', 'Public holiday', '', 6, 'closed'],
  ['Valentine’s Day', 'Observance\nTo hide observances, go to Settings', '', 0, 'observance'],
  ['Make-up workday', '', '', 6, 'work'],
])('%s %s%s on weekday %i is %s', (summary, description, special, weekday, kind) => {
  expect(kindOfEvent({ summary, description, special, weekday })).toBe(kind);
});

test('days of a whole holiday, its make-up workdays and half a day are told apart', () => {
  expect(
    read(
      ['SUMMARY:国庆节 休', 'DTSTART;VALUE=DATE:20271001', 'DTEND;VALUE=DATE:20271004'],
      ['SUMMARY:国庆节 补班', 'DTSTART;VALUE=DATE:20271009'],
      ['SUMMARY:Team day', 'DTSTART:20270305T120000', 'DTEND:20270305T180000'],
      ['SUMMARY:Called off', 'STATUS:CANCELLED', 'DTSTART;VALUE=DATE:20270401'],
    ),
  ).toEqual({
    items: [
      '2027-03-05 half-day Team day',
      '2027-10-01 closed 国庆节 休',
      '2027-10-02 closed 国庆节 休',
      '2027-10-03 closed 国庆节 休',
      '2027-10-09 work 国庆节 补班',
    ],
    faults: [],
  });
});

test('what recurs is taken from last year to two years on', () => {
  const got = read(['SUMMARY:Christmas', 'DTSTART;VALUE=DATE:19701225', 'RRULE:FREQ=YEARLY']);
  expect(got).toEqual({
    items: ['2026', '2027', '2028', '2029'].map((year) => `${year}-12-25 closed Christmas`),
    faults: [],
  });
});

test('a day that was moved stands where it was moved to, and one that was taken out is not there', () => {
  const got = read(
    ['SUMMARY:Day', 'DTSTART;VALUE=DATE:20270301', 'RRULE:FREQ=YEARLY;COUNT=3', 'EXDATE;VALUE=DATE:20290301'],
    ['SUMMARY:Day', 'RECURRENCE-ID;VALUE=DATE:20280301', 'DTSTART;VALUE=DATE:20280302'],
  );
  expect(got).toEqual({ items: ['2027-03-01 closed Day', '2028-03-02 closed Day'], faults: [] });
});

test('what would recur without an end is cut and told', () => {
  const from = performance.now();
  const got = read(
    ['SUMMARY:Bomb', 'DTSTART:19700101T000000', 'RRULE:FREQ=SECONDLY'],
    ['SUMMARY:Good', 'DTSTART;VALUE=DATE:20270501'],
  );
  expect(got).toEqual({ items: ['2027-05-01 closed Good'], faults: ['event-recurs-on'] });
  expect(performance.now() - from).toBeLessThan(5_000);
});

test('an event without a day or of half a year is left out by name, the others are taken', () => {
  const got = read(
    ['SUMMARY:No day'],
    ['SUMMARY:Long', 'DTSTART;VALUE=DATE:20270101', 'DTEND;VALUE=DATE:20270701'],
    ['SUMMARY:Good', 'DTSTART;VALUE=DATE:20270501'],
  );
  expect(got).toEqual({ items: ['2027-05-01 closed Good'], faults: ['event-without-day', 'event-too-long'] });
});

test.each([
  ['plain text', 'hello'],
  ['a web page', '<!doctype html><html></html>'],
  ['a spreadsheet', 'PK\u0003\u0004'],
  ['half a calendar', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:x'],
])('%s is refused as no calendar', (_sentence, text) => {
  expect(readCalendarFile(text, today)).toMatchObject({ ok: false, because: { code: 'not-a-calendar' } });
});

test('in its process a file that would take for ever is ended, and the next one is read', async () => {
  const never = ['SUMMARY:Never', 'DTSTART;VALUE=DATE:20270101', 'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30'];
  const good = ['SUMMARY:Good', 'DTSTART;VALUE=DATE:20270501'];
  const [ended, next] = await Promise.all(
    [file(never), file(good)].map((text) => readApart({ kind: 'file', text, today })),
  );
  expect(ended).toEqual({ ok: false, because: { code: 'calendar-too-heavy', values: {} } });
  expect(next).toMatchObject({ ok: true, items: [{ date: '2027-05-01' }] });
}, 60_000);

test('a hundred thousand parts within one another are refused', async () => {
  const deep = `BEGIN:VCALENDAR\r\n${'BEGIN:X\r\n'.repeat(100_000)}`;
  expect(await readApart({ kind: 'file', text: deep, today })).toMatchObject({ ok: false });
}, 60_000);

test('holidays of a country, of its part, in a language; free, half free and only observed', async () => {
  const germany = await listHolidays({ country: 'DE', state: 'BY', year: 2027, language: 'en' });
  if (!germany.ok) throw new Error(germany.because.code);
  const days = germany.items.map(({ date, kind, name }) => `${date} ${kind} ${name}`);
  expect(days).toEqual(
    expect.arrayContaining([
      '2027-03-26 closed Good Friday',
      '2027-12-24 half-day Christmas Eve',
      "2027-02-14 observance Valentine's Day",
    ]),
  );
  expect(germany.places).toContainEqual({ code: 'BY', name: 'Bayern' });
  const china = await listHolidays({ country: 'cn', year: 2027, language: 'zh' });
  expect(china.ok && china.items).toContainEqual({ date: '2027-10-01', name: '国庆节', kind: 'closed' });
  const all = await listHolidays({ year: 2027, language: 'en' });
  expect(all.ok && all.places!.length).toBeGreaterThan(150);
});

test.each([
  ['XX', undefined, 'XX'],
  ['DE', 'ZZ', 'DE-ZZ'],
  ['__', undefined, '__'],
])('no holidays are known for %s %s', async (country, state, named) => {
  const got = await listHolidays({ country, ...(state ? { state } : {}), year: 2027, language: 'en' });
  expect(got).toEqual({ ok: false, because: { code: 'no-such-country', values: { country: named } } });
});
