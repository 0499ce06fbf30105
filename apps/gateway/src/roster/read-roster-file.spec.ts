/** What a roster's file may hold, what is said of each line that cannot be, and that what was written reads as the same. */
import type { AgentId, PolicyV1, Role, StaffV1 } from '@trunkline/contracts';
import { defaultPolicy } from '@trunkline/rules';
import { readCsv } from './read-csv.ts';
import { readRosterFile } from './read-roster-file.ts';
import { writeRosterFile } from './write-roster-file.ts';

const someone = (name: string, number: string, role: Role = 'agent'): StaffV1 => ({
  id: `0193a1b2-0000-7000-8000-0000000${number.padStart(5, '0')}` as AgentId,
  email: `${name}@desk.test`,
  name,
  number,
  role,
  language: 'en',
  groups: ['service'],
  skills: {},
  capacity: 6,
  standards: [],
  active: true,
});
const [lin, wei, chief, twin] = [
  someone('lin', '1024'),
  someone('wei', '1025'),
  someone('chief', '7', 'supervisor'),
  someone('twin', '1025'),
];
const left = { ...someone('left', '1030'), active: false };
const elsewhere = { ...someone('else', '1031'), groups: ['payments'] };
const staff = [lin, wei, chief, twin, left, elsewhere];

function desk(tz: string): PolicyV1 {
  const queue = { ...defaultPolicy.queues[0]!, code: 'service', name: { en: 'Service', zh: '服务' }, calendar: 'here' };
  const always = defaultPolicy.calendars.always!;
  return { ...defaultPolicy, queues: [queue], calendars: { ...defaultPolicy.calendars, here: { ...always, tz } } };
}
const head = 'date,group,person,from,to,supervises';
const read = (lines: string, tz = 'Asia/Shanghai') =>
  readRosterFile(lines, { policy: desk(tz), staff, mayChange: () => true });
const faultsOf = (line: string) => read(`${head}\n${line}`).faults.map(({ line: at, because }) => [at, because.code]);
const spanOf = (line: string, tz: string) =>
  read(`${head}\n${line}`, tz).days[0]?.shifts.map(({ from, to }) => [from, to]);

test.each([
  ['a day', '2027-03-01,service,1024,09:00,17:00,', 'Asia/Shanghai', '2027-03-01T01:00', '2027-03-01T09:00'],
  [
    'a night over midnight',
    '2027-03-01,service,1024,22:00,06:00,',
    'Asia/Shanghai',
    '2027-03-01T14:00',
    '2027-03-01T22:00',
  ],
  [
    'until the day’s end',
    '2027-03-01,service,1024,16:00,24:00,',
    'Asia/Shanghai',
    '2027-03-01T08:00',
    '2027-03-01T16:00',
  ],
  [
    'the night of spring, an hour shorter',
    '2027-03-27,service,1024,22:00,06:00,',
    'Europe/Berlin',
    '2027-03-27T21:00',
    '2027-03-28T04:00',
  ],
  [
    'the night of autumn, an hour longer',
    '2027-10-30,service,1024,22:00,06:00,',
    'Europe/Berlin',
    '2027-10-30T20:00',
    '2027-10-31T05:00',
  ],
  [
    'a time that the clocks skip, by the offset before',
    '2027-03-28,service,1024,02:30,06:00,',
    'Europe/Berlin',
    '2027-03-28T01:30',
    '2027-03-28T04:00',
  ],
  [
    'an instant for the hour that comes twice',
    '2027-10-31,service,1024,2027-10-31T01:30:00Z,06:00,',
    'Europe/Berlin',
    '2027-10-31T01:30',
    '2027-10-31T05:00',
  ],
  [
    'a zone of half hours',
    '2027-03-01,service,1024,09:00,17:30,',
    'Asia/Kathmandu',
    '2027-03-01T03:15',
    '2027-03-01T11:45',
  ],
  [
    'a person by e-mail, a group by its name',
    '2027-03-01,服务,LIN@desk.test,9:00,17:00,no',
    'Asia/Shanghai',
    '2027-03-01T01:00',
    '2027-03-01T09:00',
  ],
])('A45 a shift is read: %s', (_sentence, line, tz, from, to) => {
  expect(spanOf(line, tz)).toEqual([[`${from}:00.000Z`, `${to}:00.000Z`]]);
});

test.each([
  ['no date', '2027-02-30,service,1024,09:00,17:00,', 'no-such-date'],
  ['a date of another form', '01.03.2027,service,1024,09:00,17:00,', 'no-such-date'],
  ['a group that is not there', '2027-03-01,nowhere,1024,09:00,17:00,', 'no-such-queue'],
  ['a person who is not there', '2027-03-01,service,4711,09:00,17:00,', 'no-such-person'],
  ['a person who left', '2027-03-01,service,1030,09:00,17:00,', 'no-such-person'],
  ['a number that two have', '2027-03-01,service,1025,09:00,17:00,', 'person-is-ambiguous'],
  ['a person of another group', '2027-03-01,service,1031,09:00,17:00,', 'not-in-group'],
  ['an agent who supervises', '2027-03-01,service,1024,09:00,17:00,yes', 'cannot-supervise'],
  ['25 o’clock', '2027-03-01,service,1024,25:00,17:00,', 'no-such-time'],
  ['no time', '2027-03-01,service,1024,09:00,,', 'no-such-time'],
  ['neither yes nor no', '2027-03-01,service,1024,09:00,17:00,maybe', 'not-yes-or-no'],
  ['an instant before the begin', '2027-03-01,service,1024,09:00,2027-03-01T00:00:00Z,', 'shift-ends-first'],
  ['two days in a row', '2027-03-01,service,1024,09:00,2027-03-03T00:00:00Z,', 'shift-too-long'],
  [
    'an instant of another day',
    '2027-03-01,service,1024,2027-03-02T09:00:00Z,2027-03-02T10:00:00Z,',
    'shift-begins-elsewhere',
  ],
])('a line is refused by its reason: %s', (_sentence, line, because) => expect(faultsOf(line)).toEqual([[2, because]]));

test('the same person twice at a time is refused, over midnight too, with the line of the later one', () => {
  const lines = [
    '2027-03-01,service,1024,22:00,06:00,',
    '',
    '2027-03-02,service,1024,05:00,13:00,',
    '2027-03-02,service,1024,13:00,14:00,',
  ];
  const { faults, days } = read([head, ...lines].join('\r\n'));
  expect(faults.map(({ line, because }) => [line, because.code])).toEqual([[4, 'shift-overlaps']]);
  expect(days).toEqual([]);
});

test('every fault is named, and a good line beside a bad one is not taken', () => {
  const { faults, days } = read(
    [
      head,
      'x,service,1024,09:00,17:00,',
      '2027-03-01,service,1024,09:00,17:00,',
      '2027-03-01,service,9,09:00,17:00,',
    ].join('\n'),
  );
  expect(faults.map(({ line, because }) => [line, because.code])).toEqual([
    [2, 'no-such-date'],
    [4, 'no-such-person'],
  ]);
  expect(days).toEqual([]);
});

test.each([
  ['an empty file', '', 1],
  ['other columns', 'name,day\nlin,monday', 1],
  ['binary', 'PK\u0003\u0004\u0014\u0000', 1],
])('%s is refused by its columns', (_sentence, text, line) => {
  expect(read(text).faults).toMatchObject([{ line, because: { code: 'wrong-columns' } }]);
});

test('a group that is not one’s own is refused', () => {
  const { faults } = readRosterFile(`${head}\n2027-03-01,service,1024,09:00,17:00,`, {
    policy: desk('UTC'),
    staff,
    mayChange: () => false,
  });
  expect(faults).toMatchObject([{ line: 2, because: { code: 'not-your-group' } }]);
});

test.each([
  [
    'semicolons, a byte order mark, columns in another order',
    '\uFEFFperson;date;group;to;from;supervises\n"lin@desk.test";2027-03-01;service;17:00;09:00;',
  ],
  ['tabs and Chinese columns', '日期\t技能组\t工号\t开始\t结束\t主管\n2027-03-01\t服务\t1024\t09:00\t17:00\t否'],
  ['no column for supervisors', 'date,group,person,from,to\n2027-03-01,service,1024,09:00,17:00'],
])('a file may have %s', (_sentence, text) => {
  expect(read(text)).toMatchObject({ faults: [], days: [{ queue: 'service', shifts: [{ agentId: lin!.id }] }] });
});

test('quotes hold separators, quotes and line breaks, and lines are counted as an editor does', () => {
  expect(readCsv('a,"b ""c"", d"\n"one\ntwo",x\n\n,\nlast,1')).toEqual({
    ok: true,
    rows: [
      { line: 1, cells: ['a', 'b "c", d'] },
      { line: 2, cells: ['one\ntwo', 'x'] },
      { line: 6, cells: ['last', '1'] },
    ],
  });
  expect(readCsv('a,b\n1,"2\n3')).toEqual({ ok: false, line: 2 });
});

const seed = Number(process.env.SEED ?? 20270301);
test.each([
  'Asia/Shanghai',
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'America/Sao_Paulo',
])(`A45 what is written reads as the same days, through a year of %s (seed ${seed})`, (tz) => {
  let state = seed;
  const draw = (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const policy = desk(tz);
  const people = new Map(staff.map((person) => [person.id, person]));
  const lines = Array.from({ length: 365 }, (_none, day) => {
    const date = new Date(Date.UTC(2027, 0, 1 + day)).toISOString().slice(0, 10);
    const clock = () => `${String(draw(24)).padStart(2, '0')}:${String(draw(4) * 15).padStart(2, '0')}`;
    const who = [lin, wei, chief][draw(3)]!;
    return `${date},service,${who.email},${clock()},${clock()},${who.role === 'supervisor' ? 'yes' : ''}`;
  });
  const days = lines.flatMap((line) => read(`${head}\n${line}`, tz).days);
  expect(days.length).toBeGreaterThan(340);
  for (const day of days) {
    const again = readRosterFile(writeRosterFile([day], { policy, people }), { policy, staff, mayChange: () => true });
    expect(again).toEqual({ days: [day], faults: [] });
  }
});

test('an instant that local time cannot say is written whole, and a formula is not one', () => {
  const policy = desk('Europe/Berlin');
  const risky = { ...someone('x', '1'), email: '+1@desk.test' };
  const people = new Map([[risky.id, risky]]);
  const shift = {
    agentId: risky.id,
    from: '2027-10-31T01:30:00.000Z',
    to: '2027-10-31T05:00:00.000Z',
    supervises: false,
  };
  const day = { queue: 'service', date: '2027-10-31', shifts: [shift] };
  const text = writeRosterFile([day], { policy, people });
  expect(text).toContain("'+1@desk.test,2027-10-31T01:30:00.000Z,");
  expect(readRosterFile(text, { policy, staff: [risky], mayChange: () => true })).toEqual({ days: [day], faults: [] });
});

test('a thousand people over fourteen days are read within a second', () => {
  const many = Array.from({ length: 1_000 }, (_none, n) => someone(`p${n}`, String(20_000 + n)));
  const policy = desk('Asia/Shanghai');
  const queues = ['a', 'b'].map((code) => ({ ...policy.queues[0]!, code, name: { en: code, zh: code } }));
  const people = many.map((person, n) => ({ ...person, groups: [n % 2 ? 'a' : 'b'] }));
  const lines = people.flatMap((person, n) =>
    Array.from(
      { length: 14 },
      (_none, day) => `2027-03-${String(day + 1).padStart(2, '0')},${n % 2 ? 'a' : 'b'},${person.number},09:00,17:00,`,
    ),
  );
  const from = performance.now();
  const { days, faults } = readRosterFile([head, ...lines].join('\n'), {
    policy: { ...policy, queues },
    staff: people,
    mayChange: () => true,
  });
  expect(faults).toEqual([]);
  expect(days.flatMap(({ shifts }) => shifts)).toHaveLength(14_000);
  expect(performance.now() - from).toBeLessThan(5_000);
});
