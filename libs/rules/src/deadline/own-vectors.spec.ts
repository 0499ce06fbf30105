/** Our own vectors of business time: clock changes, odd spans, dates that differ, working days, pauses, odd lengths. */
import type { Calendar } from '@trunkline/contracts';
import { answerDeadline, type DeadlineQuestion } from './answer-deadline.ts';

type Hours = [string, string][];
type Row = [sentence: string, question: Partial<DeadlineQuestion>, answer: string | number | boolean];
const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const on = (names: string, ...spans: Hours): Calendar['hours'] =>
  Object.fromEntries(days.filter((day) => names === 'all' || names.includes(day)).map((day) => [day, spans]));
const calendar = (tz: string, hours: Calendar['hours'], changes: Partial<Calendar> = {}): Calendar => ({
  tz,
  hours,
  holidays: [],
  holidaysYearly: [],
  special: {},
  breaks: {},
  ...changes,
});
const wholeDays = on('all', ['00:00', '24:00']);
const answer = (question: Partial<DeadlineQuestion>) => {
  const [value] = Object.values(answerDeadline({ op: 'add', start: '', calendar: utc, ...question }));
  return value;
};
const utc = calendar('UTC', on('mon tue wed thu fri', ['09:00', '17:00']));
/** How long a local date lasts that is open all day: from its midnight to the next. */
const whole = (tz: string, start: string, end: string) => ({
  op: 'between',
  calendar: calendar(tz, wholeDays),
  start,
  end,
});

const berlin = (...spans: Hours) => calendar('Europe/Berlin', on('sun', ...spans));
const changesOfClocks: Row[] = [
  [
    'Berlin goes back: six hours of a night that has seven',
    { calendar: berlin(['00:00', '06:00']), start: '2024-10-26T22:00:00Z', seconds: 21_600 },
    '2024-10-27T04:00:00Z',
  ],
  [
    'Berlin goes forward: five hours are all of that night',
    { calendar: berlin(['00:00', '06:00']), start: '2024-03-30T23:00:00Z', seconds: 18_000 },
    '2024-03-31T04:00:00Z',
  ],
  [
    'hours that begin in the hour that is skipped begin when the clocks jump',
    { op: 'next', calendar: berlin(['02:30', '05:00']), start: '2024-03-31T00:00:00Z' },
    '2024-03-31T01:00:00Z',
  ],
  [
    'hours that lie in the hour that is skipped are not there',
    { op: 'next', calendar: berlin(['02:00', '03:00']), start: '2024-03-30T12:00:00Z' },
    '2024-04-07T00:00:00Z',
  ],
  [
    'hours on both sides of the hour that is skipped are one',
    { op: 'close', calendar: berlin(['01:00', '02:00'], ['03:00', '06:00']), start: '2024-03-31T00:30:00Z' },
    '2024-03-31T04:00:00Z',
  ],
  [
    'spans that end in the hour that is skipped are not counted twice',
    {
      op: 'between',
      calendar: berlin(['01:00', '02:30'], ['03:00', '06:00']),
      start: '2024-03-31T00:00:00Z',
      end: '2024-03-31T06:00:00Z',
    },
    14_400,
  ],
  [
    'what the clock shows twice is open twice',
    { op: 'between', calendar: berlin(['01:00', '02:30']), start: '2024-10-26T20:00:00Z', end: '2024-10-27T06:00:00Z' },
    7200,
  ],
  [
    'and closes in between',
    { op: 'close', calendar: berlin(['01:00', '02:30']), start: '2024-10-26T23:00:00Z' },
    '2024-10-27T00:30:00Z',
  ],
  [
    'at the first twenty to three it is closed',
    { op: 'open', calendar: berlin(['01:00', '02:30']), start: '2024-10-27T00:40:00Z' },
    false,
  ],
  [
    'at the second ten past two it is open',
    { op: 'open', calendar: berlin(['01:00', '02:30']), start: '2024-10-27T01:10:00Z' },
    true,
  ],
  ['New York goes forward', whole('America/New_York', '2026-03-08T05:00:00Z', '2026-03-09T04:00:00Z'), 82_800],
  ['New York goes back', whole('America/New_York', '2026-11-01T04:00:00Z', '2026-11-02T05:00:00Z'), 90_000],
  [
    'Lord Howe goes back by half an hour',
    whole('Australia/Lord_Howe', '2026-04-04T13:00:00Z', '2026-04-05T13:30:00Z'),
    88_200,
  ],
  [
    'Lord Howe goes forward by half an hour',
    whole('Australia/Lord_Howe', '2026-10-03T13:30:00Z', '2026-10-04T13:00:00Z'),
    84_600,
  ],
  [
    'two hours of Lord Howe last two and a half',
    {
      calendar: calendar('Australia/Lord_Howe', on('sun', ['01:00', '03:00'])),
      start: '2026-04-04T14:00:00Z',
      seconds: 9000,
    },
    '2026-04-04T16:30:00Z',
  ],
  [
    'Chatham goes back at a quarter to four',
    whole('Pacific/Chatham', '2026-04-04T10:15:00Z', '2026-04-05T11:15:00Z'),
    90_000,
  ],
  [
    'two days from Thursday’s midnight in Apia are Sunday’s',
    whole('Pacific/Apia', '2011-12-29T10:00:00Z', '2011-12-31T10:00:00Z'),
    172_800,
  ],
  [
    'the Friday that Apia left out is no Friday',
    { op: 'next', calendar: calendar('Pacific/Apia', on('fri', ['09:00', '17:00'])), start: '2011-12-29T20:00:00Z' },
    '2012-01-05T19:00:00Z',
  ],
  [
    'from Apia’s last Thursday on it is Saturday',
    {
      calendar: calendar('Pacific/Apia', {
        thu: [['09:00', '17:00']],
        fri: [['09:00', '17:00']],
        sat: [['09:00', '12:00']],
      }),
      start: '2011-12-30T02:00:00Z',
      seconds: 7200,
    },
    '2011-12-30T20:00:00Z',
  ],
  [
    'what is open all day does not close on the day that is not there',
    {
      op: 'close',
      calendar: calendar('Pacific/Apia', on('thu fri sat', ['00:00', '24:00'])),
      start: '2011-12-29T20:00:00Z',
    },
    '2011-12-31T10:00:00Z',
  ],
  [
    'a working day later in Apia is Monday',
    {
      calendar: calendar('Pacific/Apia', on('mon tue wed thu fri', ['09:00', '17:00'])),
      start: '2011-12-29T20:00:00Z',
      workingDays: 1,
    },
    '2012-01-01T20:00:00Z',
  ],
  [
    'Kathmandu is a quarter to six ahead',
    {
      calendar: calendar('Asia/Kathmandu', on('all', ['09:00', '17:00'])),
      start: '2026-01-05T00:00:00Z',
      seconds: 3600,
    },
    '2026-01-05T04:15:00Z',
  ],
  [
    'and was half past five until 1986 began',
    whole('Asia/Kathmandu', '1985-12-31T18:30:00Z', '1986-01-01T18:15:00Z'),
    85_500,
  ],
  [
    'Tehran’s day that begins at one',
    {
      op: 'between',
      calendar: calendar('Asia/Tehran', on('tue', ['00:00', '08:00'])),
      start: '2022-03-21T12:00:00Z',
      end: '2022-03-22T12:00:00Z',
    },
    25_200,
  ],
  [
    'Tehran’s evening that lasts an hour longer',
    { op: 'close', calendar: calendar('Asia/Tehran', on('wed', ['20:00', '24:00'])), start: '2022-09-21T15:30:00Z' },
    '2022-09-21T20:30:00Z',
  ],
  ['Tehran keeps its clocks since 2023', whole('Asia/Tehran', '2023-03-21T20:30:00Z', '2023-03-22T20:30:00Z'), 86_400],
  [
    'São Paulo leaves out midnight',
    {
      calendar: calendar('America/Sao_Paulo', { sat: [['20:00', '24:00']], sun: [['00:00', '04:00']] }),
      start: '2018-11-03T23:00:00Z',
      seconds: 21_600,
    },
    '2018-11-04T05:00:00Z',
  ],
  [
    'São Paulo has the last hour of a day twice',
    {
      op: 'close',
      calendar: calendar('America/Sao_Paulo', on('sat', ['20:00', '24:00'])),
      start: '2018-02-17T22:00:00Z',
    },
    '2018-02-18T03:00:00Z',
  ],
  [
    'the same time next day, where that is left out, is the day’s first',
    {
      calendar: calendar('America/Sao_Paulo', on('sat sun', ['00:00', '04:00'])),
      start: '2018-11-03T03:30:00Z',
      workingDays: 1,
    },
    '2018-11-04T03:00:00Z',
  ],
  [
    'Havana has the first hour of a day twice',
    {
      op: 'between',
      calendar: calendar('America/Havana', on('sun', ['00:00', '00:30'])),
      start: '2026-11-01T04:00:00Z',
      end: '2026-11-01T12:00:00Z',
    },
    3600,
  ],
  [
    'St John’s went back over midnight',
    {
      op: 'between',
      calendar: calendar('America/St_Johns', on('sat', ['20:00', '24:00'])),
      start: '2008-11-01T20:00:00Z',
      end: '2008-11-02T12:00:00Z',
    },
    17_940,
  ],
  [
    'and Sunday’s first minute lay within Saturday',
    {
      op: 'add',
      calendar: calendar('America/St_Johns', on('sun', ['00:00', '01:00'])),
      start: '2008-11-02T00:00:00Z',
      seconds: 120,
    },
    '2008-11-02T03:31:00Z',
  ],
  [
    'Casablanca opens at eight by UTC',
    {
      op: 'next',
      calendar: calendar('Africa/Casablanca', on('all', ['09:00', '17:00'])),
      start: '2026-02-09T00:00:00Z',
    },
    '2026-02-09T08:00:00Z',
  ],
  [
    'and at nine in Ramadan',
    {
      op: 'next',
      calendar: calendar('Africa/Casablanca', on('all', ['09:00', '17:00'])),
      start: '2026-02-16T00:00:00Z',
    },
    '2026-02-16T09:00:00Z',
  ],
  [
    'the Sunday on which Ramadan’s time begins',
    whole('Africa/Casablanca', '2026-02-14T23:00:00Z', '2026-02-16T00:00:00Z'),
    90_000,
  ],
  ['the Sunday on which it ends', whole('Africa/Casablanca', '2026-03-22T00:00:00Z', '2026-03-22T23:00:00Z'), 82_800],
  [
    'an hour a day, thirty days into Ramadan',
    {
      calendar: calendar('Africa/Casablanca', on('all', ['09:00', '10:00'])),
      start: '2026-02-13T08:00:00Z',
      seconds: 108_000,
    },
    '2026-03-14T10:00:00Z',
  ],
  [
    'Troll goes forward by two hours',
    whole('Antarctica/Troll', '2026-03-29T00:00:00Z', '2026-03-29T22:00:00Z'),
    79_200,
  ],
  [
    'Caracas went back by half an hour for good',
    whole('America/Caracas', '2007-12-09T04:00:00Z', '2007-12-10T04:30:00Z'),
    88_200,
  ],
  [
    'Pyongyang’s Friday of 2018 ended at half past eleven',
    whole('Asia/Pyongyang', '2018-05-03T15:30:00Z', '2018-05-04T15:00:00Z'),
    84_600,
  ],
];

const night = calendar('UTC', { fri: [['20:00', '24:00']], sat: [['00:00', '04:00']] });
const friday = '2026-11-27T21:00:00Z';
const spans: Row[] = [
  [
    'a night is one opening: it closes in the morning',
    { op: 'close', calendar: night, start: friday },
    '2026-11-28T04:00:00Z',
  ],
  [
    'a limit over midnight that ends at closing stays there',
    { calendar: night, start: friday, seconds: 25_200 },
    '2026-11-28T04:00:00Z',
  ],
  ['midnight within a night is open', { op: 'open', calendar: night, start: '2026-11-28T00:00:00Z' }, true],
  [
    'midnight within a night is its own last open instant',
    { op: 'prev', calendar: night, start: '2026-11-28T00:00:00Z' },
    '2026-11-28T00:00:00Z',
  ],
  ['as it opens it is open', { op: 'open', calendar: utc, start: '2026-11-23T09:00:00Z' }, true],
  ['as it closes it is closed', { op: 'open', calendar: utc, start: '2026-11-23T17:00:00Z' }, false],
  [
    '24:00 is a closing, and closed',
    { op: 'open', calendar: calendar('UTC', on('fri', ['20:00', '24:00'])), start: '2026-11-28T00:00:00Z' },
    false,
  ],
  [
    'a limit that ends at 24:00 stays there',
    { calendar: calendar('UTC', on('fri', ['20:00', '24:00'])), start: friday, seconds: 10_800 },
    '2026-11-28T00:00:00Z',
  ],
  [
    'backwards over midnight',
    { op: 'sub', calendar: night, start: '2026-11-28T01:00:00Z', seconds: 7200 },
    '2026-11-27T23:00:00Z',
  ],
  [
    'backwards that ends at an opening stays there',
    { op: 'sub', calendar: utc, start: '2026-11-23T17:00:00Z', seconds: 28_800 },
    '2026-11-23T09:00:00Z',
  ],
  [
    'backwards by nothing while open is now',
    { op: 'sub', calendar: utc, start: '2026-11-23T09:00:00Z', seconds: 0 },
    '2026-11-23T09:00:00Z',
  ],
  [
    'backwards by nothing while closed is the closing before',
    { op: 'sub', calendar: utc, start: '2026-11-22T12:00:00Z', seconds: 0 },
    '2026-11-20T17:00:00Z',
  ],
  [
    'spans that touch are one',
    {
      op: 'close',
      calendar: calendar('UTC', on('mon', ['13:00', '17:00'], ['09:00', '13:00'])),
      start: '2026-11-23T10:00:00Z',
    },
    '2026-11-23T17:00:00Z',
  ],
  [
    'a minute of a day',
    {
      op: 'between',
      calendar: calendar('UTC', on('mon', ['23:59', '24:00'])),
      start: '2026-11-01T00:00:00Z',
      end: '2026-12-01T00:00:00Z',
    },
    300,
  ],
];

const brokenUp = calendar('UTC', on('mon tue wed thu fri', ['09:00', '17:00']), {
  holidays: ['2026-11-25', '2026-11-28'],
  holidaysYearly: ['11-26', '02-29', '12-05'],
  special: { '2026-11-28': [['09:00', '17:00']], '2026-12-05': [['10:00', '12:00']], '2026-11-27': [] },
  breaks: {
    '2026-11-23': [
      ['08:00', '10:00'],
      ['12:00', '13:00'],
      ['12:30', '14:00'],
      ['16:59', '20:00'],
    ],
    '2026-11-24': [['00:00', '24:00']],
    '2026-11-30': [['18:00', '19:00']],
    '2026-12-05': [['10:30', '11:00']],
  },
});
const datesThatDiffer: Row[] = [
  [
    'breaks at both ends and two that overlap',
    { op: 'between', calendar: brokenUp, start: '2026-11-23T00:00:00Z', end: '2026-11-24T00:00:00Z' },
    4 * 3600 + 59 * 60,
  ],
  [
    'a break begins: it closes',
    { op: 'close', calendar: brokenUp, start: '2026-11-23T11:00:00Z' },
    '2026-11-23T12:00:00Z',
  ],
  ['within a break it is closed', { op: 'open', calendar: brokenUp, start: '2026-11-23T12:15:00Z' }, false],
  [
    'a break of the whole day, holidays, a closed special day and a holiday on a make-up day',
    { op: 'next', calendar: brokenUp, start: '2026-11-23T17:00:00Z' },
    '2026-11-30T09:00:00Z',
  ],
  [
    'a named holiday goes before make-up hours',
    { op: 'open', calendar: brokenUp, start: '2026-11-28T10:00:00Z' },
    false,
  ],
  [
    'make-up hours go before what is closed each year',
    { op: 'open', calendar: brokenUp, start: '2026-12-05T10:00:00Z' },
    true,
  ],
  [
    'a break is taken out of make-up hours too',
    { op: 'between', calendar: brokenUp, start: '2026-12-05T00:00:00Z', end: '2026-12-06T00:00:00Z' },
    5400,
  ],
  [
    'a break outside the hours changes nothing',
    { op: 'between', calendar: brokenUp, start: '2026-11-30T00:00:00Z', end: '2026-12-01T00:00:00Z' },
    28_800,
  ],
  [
    'closed on 29 February in a leap year',
    { op: 'next', calendar: brokenUp, start: '2028-02-29T00:00:00Z' },
    '2028-03-01T09:00:00Z',
  ],
  [
    'and on no day of another',
    { op: 'between', calendar: brokenUp, start: '2027-02-22T00:00:00Z', end: '2027-03-08T00:00:00Z' },
    288_000,
  ],
  [
    'a year of weekdays without the fixed days',
    { op: 'between', calendar: brokenUp, start: '2027-01-01T00:00:00Z', end: '2028-01-01T00:00:00Z' },
    (261 - 1) * 28_800,
  ],
];

const shanghai = calendar('Asia/Shanghai', on('mon tue wed thu fri', ['09:00', '12:00'], ['13:00', '18:00']), {
  holidays: ['2026-11-23'],
  special: {
    '2026-11-28': [['09:00', '18:00']],
    '2026-12-05': [['09:00', '12:00']],
    '2026-12-12': [['14:00', '18:00']],
  },
});
const wd = (start: string, workingDays: number, change: Partial<DeadlineQuestion> = {}) => ({
  calendar: shanghai,
  start,
  workingDays,
  ...change,
});
const workingDays: Row[] = [
  ['Monday a holiday: Friday 16:00 is Wednesday 16:00', wd('2026-11-20T08:00:00Z', 2), '2026-11-25T08:00:00Z'],
  [
    'Saturday 11:00 is counted from Tuesday’s opening: Wednesday at closing',
    wd('2026-11-21T03:00:00Z', 2),
    '2026-11-25T10:00:00Z',
  ],
  ['a make-up Saturday is one working day', wd('2026-11-27T08:00:00Z', 1), '2026-11-28T08:00:00Z'],
  ['and the Monday after it the second', wd('2026-11-27T08:00:00Z', 2), '2026-11-30T08:00:00Z'],
  ['lodged on the holiday: like Saturday', wd('2026-11-23T03:00:00Z', 2), '2026-11-25T10:00:00Z'],
  ['lodged before the day opens: this day is the first', wd('2026-11-24T00:59:59Z', 2), '2026-11-25T10:00:00Z'],
  ['lodged as it opens: the same time two days later', wd('2026-11-24T01:00:00Z', 2), '2026-11-26T01:00:00Z'],
  ['lodged as it closes: the next opening counts', wd('2026-11-24T10:00:00Z', 2), '2026-11-26T10:00:00Z'],
  ['lodged a second before it closes', wd('2026-11-24T09:59:59Z', 2), '2026-11-26T09:59:59Z'],
  ['lodged over lunch: due when lunch begins', wd('2026-11-24T04:30:00Z', 1), '2026-11-25T04:00:00Z'],
  ['due over lunch of another day', wd('2026-12-05T01:00:00Z', 1), '2026-12-07T01:00:00Z'],
  ['a last day that closes before: at its closing', wd('2026-12-04T08:00:00Z', 1), '2026-12-05T04:00:00Z'],
  ['a last day that opens later: as it opens', wd('2026-12-11T02:00:00Z', 1), '2026-12-12T06:00:00Z'],
  ['no days, while open: now', wd('2026-11-24T03:00:00Z', 0), '2026-11-24T03:00:00Z'],
  ['no days, while closed: the next opening', wd('2026-11-21T03:00:00Z', 0), '2026-11-24T01:00:00Z'],
  [
    'the same local time where the clocks went back over the weekend',
    wd('2024-10-25T14:00:00Z', 1, { calendar: calendar('Europe/Berlin', utc.hours) }),
    '2024-10-28T15:00:00Z',
  ],
  [
    'always open: the same time each day, whatever the day',
    wd('2026-11-21T03:04:05Z', 2, { calendar: calendar('UTC', wholeDays) }),
    '2026-11-23T03:04:05Z',
  ],
  [
    'a night of two dates is two working days: a day after Friday’s evening is Saturday’s closing',
    wd('2026-11-27T21:00:00Z', 1, { calendar: night }),
    '2026-11-28T04:00:00Z',
  ],
  ['two hundred and fifty working days', wd('2026-01-05T10:00:00Z', 250, { calendar: utc }), '2026-12-21T10:00:00Z'],
  ['backwards: Wednesday 16:00 was Friday 16:00', wd('2026-11-25T08:00:00Z', 2, { op: 'sub' }), '2026-11-20T08:00:00Z'],
  [
    'backwards from a closed day: to the opening of the second',
    wd('2026-11-22T03:00:00Z', 2, { op: 'sub' }),
    '2026-11-19T01:00:00Z',
  ],
  ['less than none is backwards', wd('2026-11-25T08:00:00Z', -2), '2026-11-20T08:00:00Z'],
];

const monday = (time: string) => `2026-11-23T${time}:00Z`;
const pausing = (seconds: number, ...pauses: [string, string][]) => ({
  calendar: utc,
  start: monday('10:00'),
  seconds,
  pauses,
});
const pauses: Row[] = [
  ['one', pausing(3600, [monday('10:30'), monday('11:30')]), monday('12:00')],
  [
    'two that overlap stand still once',
    pausing(3600, [monday('10:30'), monday('11:30')], [monday('11:00'), monday('12:00')]),
    monday('12:30'),
  ],
  [
    'one within another',
    pausing(3600, [monday('10:30'), monday('12:00')], [monday('11:00'), monday('11:30')]),
    monday('12:30'),
  ],
  [
    'two that touch',
    pausing(3600, [monday('11:30'), monday('12:00')], [monday('10:30'), monday('11:30')]),
    monday('12:30'),
  ],
  ['begun before it started', pausing(3600, [monday('09:00'), monday('10:30')]), monday('11:30')],
  ['over before it started', pausing(3600, [monday('09:00'), monday('09:30')]), monday('11:00')],
  ['begun as it is due: it is due', pausing(3600, [monday('11:00'), monday('12:00')]), monday('11:00')],
  ['begun after it is due', pausing(3600, [monday('11:30'), monday('12:00')]), monday('11:00')],
  ['begun a minute before it is due, ended after', pausing(3600, [monday('10:59'), monday('14:00')]), monday('14:01')],
  ['of no length', pausing(3600, [monday('10:30'), monday('10:30')]), monday('11:00')],
  ['that ends before it begins', pausing(3600, [monday('11:30'), monday('10:30')]), monday('11:00')],
  ['while it is closed', pausing(25_200 + 3600, [monday('17:00'), '2026-11-24T09:00:00Z']), '2026-11-24T10:00:00Z'],
  ['over the night', pausing(25_200 + 3600, [monday('16:00'), '2026-11-24T10:00:00Z']), '2026-11-24T12:00:00Z'],
  ['that ends while it is closed', pausing(3600, [monday('10:30'), monday('20:00')]), '2026-11-24T09:30:00Z'],
  ['for weeks', pausing(3600, [monday('10:30'), '2027-01-09T00:00:00Z']), '2027-01-11T09:30:00Z'],
  ['and nothing to count', pausing(0, [monday('09:30'), monday('11:00')]), monday('10:00')],
  [
    'and less than nothing to count',
    { ...pausing(-3600, [monday('09:15'), monday('09:45')]), start: monday('10:30') },
    '2026-11-23T09:00:00Z',
  ],
  [
    'backwards',
    { ...pausing(3600, [monday('10:30'), monday('11:30')]), op: 'sub', start: monday('12:00') },
    monday('10:00'),
  ],
  [
    'between',
    {
      op: 'between',
      calendar: utc,
      start: monday('10:00'),
      end: monday('12:00'),
      pauses: [
        [monday('09:00'), monday('10:15')],
        [monday('11:45'), monday('18:00')],
      ],
    },
    5400,
  ],
  [
    'between, backwards',
    {
      op: 'between',
      calendar: utc,
      start: monday('12:00'),
      end: monday('10:00'),
      pauses: [[monday('11:00'), monday('11:30')]],
    },
    -5400,
  ],
  [
    'a working day, while it is closed, leaves the deadline at its closing',
    wd('2026-11-21T03:00:00Z', 2, { pauses: [['2026-11-22T00:00:00Z', '2026-11-23T12:00:00Z']] }),
    '2026-11-25T10:00:00Z',
  ],
  [
    'a working day, for a whole day',
    wd('2026-11-24T02:00:00Z', 1, { pauses: [['2026-11-24T03:00:00Z', '2026-11-25T03:00:00Z']] }),
    '2026-11-26T02:00:00Z',
  ],
  [
    'a working day, begun in the night before it is due at the opening: it is due then',
    wd('2026-11-24T01:00:00Z', 1, { pauses: [['2026-11-24T20:00:00Z', '2026-11-25T03:00:00Z']] }),
    '2026-11-25T01:00:00Z',
  ],
  [
    'a working day, backwards, for a whole day',
    wd('2026-11-26T02:00:00Z', 1, { op: 'sub', pauses: [['2026-11-24T03:00:00Z', '2026-11-25T03:00:00Z']] }),
    '2026-11-24T02:00:00Z',
  ],
  [
    'a working day, begun as it is due',
    wd('2026-11-24T02:00:00Z', 1, { pauses: [['2026-11-25T02:00:00Z', '2026-11-26T02:00:00Z']] }),
    '2026-11-25T02:00:00Z',
  ],
];

const lengths: Row[] = [
  ['nothing, while open', { start: '2026-11-23T10:00:01Z', seconds: 0 }, '2026-11-23T10:00:01Z'],
  ['nothing, at closing: the next opening', { start: '2026-11-23T17:00:00Z', seconds: 0 }, '2026-11-24T09:00:00Z'],
  ['a second before closing', { start: '2026-11-23T16:59:59Z', seconds: 1 }, '2026-11-23T17:00:00Z'],
  ['a second at closing', { start: '2026-11-23T17:00:00Z', seconds: 1 }, '2026-11-24T09:00:01Z'],
  ['less than nothing is backwards', { start: '2026-11-23T09:30:00Z', seconds: -3600 }, '2026-11-20T16:30:00Z'],
  [
    'backwards less than nothing is forwards',
    { op: 'sub', start: '2026-11-20T16:30:00Z', seconds: -3600 },
    '2026-11-23T09:30:00Z',
  ],
  ['part of a second', { start: '2026-11-23T10:00:00.250Z', seconds: 0.5 }, '2026-11-23T10:00:00.750Z'],
  ['an instant with an offset', { start: '2026-11-23T18:00:00+08:00', seconds: 60 }, '2026-11-23T10:01:00Z'],
  ['a year of office time', { start: '2026-01-01T00:00:00Z', seconds: 261 * 28_800 }, '2026-12-31T17:00:00Z'],
  ['a year far ahead', { start: '2093-07-01T12:00:00Z', seconds: 86_400 }, '2093-07-06T12:00:00Z'],
  ['a year long ago', { start: '1931-07-01T12:00:00Z', seconds: 28_800 }, '1931-07-02T12:00:00Z'],
  [
    'a century between',
    { op: 'between', start: '1950-01-02T00:00:00Z', end: '2050-01-03T00:00:00Z' },
    5218 * 5 * 28_800,
  ],
  ['the same instant', { op: 'between', start: '2026-11-23T10:00:00Z', end: '2026-11-23T10:00:00Z' }, 0],
  ['farther than anybody plans', { start: '2026-11-23T10:00:00Z', seconds: 1e10 }, 'too-far-away'],
];

const titled = (rows: Row[]) => rows.map(([sentence, question, expected]) => ({ sentence, question, expected }));
test.each(titled(changesOfClocks))('A2 clocks change: $sentence', ({ question, expected }) =>
  expect(answer(question)).toBe(expected),
);
test.each(titled(spans))('A2 spans: $sentence', ({ question, expected }) => expect(answer(question)).toBe(expected));
test.each(titled(datesThatDiffer))('A2 dates: $sentence', ({ question, expected }) =>
  expect(answer(question)).toBe(expected),
);
test.each(titled(workingDays))('A21 working days: $sentence', ({ question, expected }) =>
  expect(answer(question)).toBe(expected),
);
test.each(titled(pauses))('A2 a pause, $sentence', ({ question, expected }) => expect(answer(question)).toBe(expected));
test.each(titled(lengths))('A2 lengths: $sentence', ({ question, expected }) =>
  expect(answer(question)).toBe(expected),
);
