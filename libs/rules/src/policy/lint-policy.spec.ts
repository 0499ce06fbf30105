/** What cannot work is found before anybody relies on it, with its place and reason. */
import { type Calendar, type PolicyV1, readPolicy, type StaffV1 } from '@trunkline/contracts';
import { staffOf } from '../assign/desk-for-specs.ts';
import { defaultPolicy } from './default-policy.ts';
import { demoPolicy } from './demo-policy.ts';
import { lintPolicy } from './lint-policy.ts';

type Change = (draft: PolicyV1) => void;
const change = (make: Change) => {
  const draft = structuredClone(defaultPolicy);
  make(draft);
  return draft;
};
const found = (policy: PolicyV1, given = {}) =>
  lintPolicy(policy, given).map(({ path, severity, because }) => `${severity} ${path} ${because.code}`);

test.each([
  ['the default', defaultPolicy],
  ['the demo’s', demoPolicy],
])('%s policy has nothing to find', (_name, policy) => expect(lintPolicy(policy)).toEqual([]));

const billing: PolicyV1['departments'][number] = {
  code: 'billing',
  name: { en: 'Billing', zh: '财务部' },
  email: 'billing@company.test',
  answersWithin: { workingDays: 1 },
  calendar: 'office-cn',
};
const carrier: PolicyV1['transfer']['external'][number] = {
  code: 'carrier',
  name: { en: 'The carrier', zh: '快递公司' },
  text: { en: 'Call them.', zh: '请联系快递公司。' },
  when: { topic: 'orders-and-logistics' },
};
const [service, payments] = [0, 1];
const rule = (draft: PolicyV1, at: number, changes: object) => Object.assign(draft.routing.rules[at]!, changes);
const queue = (draft: PolicyV1, at: number, changes: object) => Object.assign(draft.queues[at]!, changes);
const hours = (draft: PolicyV1, changes: Partial<Calendar>) => Object.assign(draft.calendars['office-cn']!, changes);
const everyDay = Array.from({ length: 366 }, (_, at) => new Date(Date.UTC(2024, 0, 1 + at)).toISOString().slice(5, 10));

test.each<[string, string, Change]>([
  ['a rule into nowhere', 'routing.rules[0].queue no-such-queue', (d) => rule(d, 0, { queue: 'gone' })],
  ['a rule for no topic', 'routing.rules[2].topic no-such-topic', (d) => rule(d, 2, { topic: 'gone' })],
  ['a rule for no label', 'routing.rules[3].label no-such-label', (d) => rule(d, 3, { label: 'gone' })],
  ['a last word into nowhere', 'routing.otherwise no-such-queue', (d) => Object.assign(d.routing, { otherwise: 'x' })],
  [
    'a rule into an archived queue',
    'routing.rules[2].queue leads-to-archived-queue',
    (d) => queue(d, 1, { archived: true }),
  ],
  [
    'a last word into an archived queue',
    'routing.otherwise leads-to-archived-queue',
    (d) => queue(d, 0, { archived: true }),
  ],
  [
    'widening into an archived queue',
    'queues[1].widensTo leads-to-archived-queue',
    (d) => queue(d, 0, { archived: true }),
  ],
  [
    'a department twice',
    'departments[1].code is-there-twice',
    (d) => d.departments.push(billing, { ...billing, name: { en: 'Bills', zh: '账单' } }),
  ],
  [
    'a department of no calendar',
    'departments[0].calendar no-such-calendar',
    (d) => d.departments.push({ ...billing, calendar: 'gone' }),
  ],
  [
    'a place outside twice',
    'transfer.external[1].code is-there-twice',
    (d) => d.transfer.external.push(carrier, { ...carrier, when: {} }),
  ],
  [
    'a place outside for a matter that is not there',
    'transfer.external[0].when.topic form-for-nothing',
    (d) => d.transfer.external.push({ ...carrier, when: { topic: 'gone' } }),
  ],
  [
    'a place outside without words for the customer',
    'transfer.external[0].text.zh says-nothing',
    (d) => d.transfer.external.push({ ...carrier, text: { en: 'Call them.', zh: ' ' } }),
  ],
  [
    'an alert for a topic that is not there',
    'brokenOff.alertsTopics[0] no-such-topic',
    (d) => Object.assign(d.brokenOff, { alertsTopics: ['gone'] }),
  ],
  ['call-backs by no queue', 'callBacks.queue no-such-queue', (d) => Object.assign(d.callBacks, { queue: 'gone' })],
  ['a queue twice', 'queues[4].code is-there-twice', (d) => d.queues.push(d.queues[0]!)],
  [
    'a skill twice',
    'skills[1].code is-there-twice',
    (d) => {
      d.skills = [1, 2].map(() => ({ code: 'tax', name: { en: 'Tax', zh: '税务' } }));
    },
  ],
  [
    'a queue that requires no known skill',
    'queues[0].requires.tax no-such-skill',
    (d) => {
      d.skills = [{ code: 'refunds', name: { en: 'Refunds', zh: '退款' } }];
      queue(d, service, { requires: { tax: 2, 'lang-zh': 1 } });
    },
  ],
  ['a queue without its calendar', 'queues[0].calendar no-such-calendar', (d) => queue(d, service, { calendar: 'x' })],
  [
    'a calendar by the name of what every object has',
    'queues[0].calendar no-such-calendar',
    (d) => queue(d, service, { calendar: 'constructor' }),
  ],
  ['widening into nowhere', 'queues[1].widensTo no-such-queue', (d) => queue(d, payments, { widensTo: 'x' })],
  ['a circle of two', 'queues[0].widensTo widens-in-a-circle', (d) => queue(d, service, { widensTo: 'payments' })],
  ['a circle of one', 'queues[0].widensTo widens-in-a-circle', (d) => queue(d, service, { widensTo: 'service' })],
  [
    'a calendar that never opens',
    'calendars.office-cn calendar-never-open',
    (d) => Object.assign(d.calendars['office-cn']!, { hours: {} }),
  ],
  [
    'a zone that is none',
    'calendars.office-cn.tz no-such-zone',
    (d) => Object.assign(d.calendars['office-cn']!, { tz: 'Mars/Base' }),
  ],
  [
    'a span that ends before it begins',
    'calendars.office-cn.hours.mon[0] span-inverted',
    (d) => hours(d, { hours: { mon: [['18:00', '09:00']], tue: [['09:00', '18:00']] } }),
  ],
  [
    'a span that ends as it begins',
    'calendars.office-cn.breaks.2026-11-24[0] span-inverted',
    (d) => hours(d, { breaks: { '2026-11-24': [['12:00', '12:00']] } }),
  ],
  [
    'spans that overlap, in whatever order',
    'calendars.office-cn.special.2026-11-28[1] spans-overlap',
    (d) =>
      hours(d, {
        special: {
          '2026-11-28': [
            ['12:00', '18:00'],
            ['09:00', '12:01'],
          ],
        },
      }),
  ],
  [
    'the thirtieth of February, each year',
    'calendars.office-cn.holidaysYearly[1] date-does-not-exist',
    (d) => hours(d, { holidaysYearly: ['02-29', '02-30'] }),
  ],
  [
    'the thirtieth of February of one year',
    'calendars.office-cn.holidays[0] date-does-not-exist',
    (d) => hours(d, { holidays: ['2026-02-30'] }),
  ],
  [
    'a leap day of no leap year',
    'calendars.office-cn.special.2027-02-29 date-does-not-exist',
    (d) => hours(d, { special: { '2027-02-29': [['09:00', '12:00']] } }),
  ],
  [
    'a name for a day that is not there',
    'calendars.office-cn.names.13-01 date-does-not-exist',
    (d) => hours(d, { names: { '13-01': 'Smarch' } }),
  ],
  [
    'a year with nothing but holidays',
    'calendars.office-cn calendar-never-open',
    (d) => hours(d, { holidaysYearly: everyDay }),
  ],
  [
    'hours of a channel that are not there',
    'time.channelCalendars.chat no-such-calendar',
    (d) => Object.assign(d.time, { channelCalendars: { chat: 'nights' } }),
  ],
  [
    'a limit in hours that are not there',
    'time.limits[0].calendar no-such-calendar',
    (d) => Object.assign(d.time.limits[0]!, { calendar: 'nights' }),
  ],
  [
    'people paged in hours that are not there',
    'time.ladder[1].pagedWhile no-such-calendar',
    (d) => Object.assign(d.time.ladder[1]!, { pagedWhile: 'nights' }),
  ],
  [
    'a limit beyond all patience',
    'time.limits[2] limit-too-long',
    (d) => Object.assign(d.time.limits[2]!, { workingDays: 367 }),
  ],
  [
    'a label twice',
    'taxonomy.topics[1].labels[0].code is-there-twice',
    (d) => {
      d.taxonomy.topics[1]!.labels[0]!.code = d.taxonomy.topics[0]!.labels[0]!.code;
    },
  ],
  [
    'a topic twice',
    'taxonomy.topics[1].code is-there-twice',
    (d) => {
      d.taxonomy.topics[1]!.code = d.taxonomy.topics[0]!.code;
    },
  ],
  [
    'a rule of the taxonomy for no label',
    'taxonomy.rules[0].label no-such-label',
    (d) => d.taxonomy.rules.push({ label: 'x', words: ['x'] }),
  ],
  [
    'to be solved before it is answered',
    'standards.chat.resolutionSeconds limit-out-of-order',
    (d) => Object.assign(d.standards.chat, { resolutionSeconds: 90 }),
  ],
  [
    'a standard that interrupts itself',
    'assignment.interrupts.chat[0] interrupts-itself',
    (d) => {
      d.assignment.interrupts = { chat: ['chat'] };
    },
  ],
  [
    'two that interrupt each other',
    'assignment.interrupts.mail[0] interrupts-each-other',
    (d) => {
      d.assignment.interrupts = { chat: ['mail'], mail: ['chat'] };
    },
  ],
  ['a level twice', 'time.ladder[1].level level-is-there-twice', (d) => Object.assign(d.time.ladder[1]!, { level: 1 })],
  ['levels out of order', 'time.ladder[1].level level-out-of-order', (d) => d.time.ladder.reverse()],
  [
    'a hole that nobody fills',
    'texts.greeting.zh no-such-hole',
    (d) => Object.assign(d.texts.greeting!, { zh: '您好 {weather}' }),
  ],
  ['a word of no letter', 'urgentWords.high[0] empty-word', (d) => Object.assign(d.urgentWords, { high: [' — '] })],
  [
    'a rule’s word of no letter',
    'taxonomy.rules[0].words[0] empty-word',
    (d) => d.taxonomy.rules.push({ label: 'refund-status', words: [' '] }),
  ],
])('error: %s (%s)', (_sentence, line, make) => expect(found(change(make))).toContain(`error ${line}`));

test.each<[string, string, Change]>([
  [
    'a queue that no rule leads to',
    'queues[4] no-way-into-queue',
    (d) => d.queues.push({ ...d.queues[0]!, code: 'spare' }),
  ],
  [
    'a label without a word',
    'taxonomy.topics[0].labels[0] label-without-words',
    (d) => Object.assign(d.taxonomy.topics[0]!.labels[0]!, { code: 'new-label', words: { en: [], zh: [] } }),
  ],
  [
    'ringing longer than the limit',
    'standards.call.ringSeconds rings-beyond-limit',
    (d) => Object.assign(d.standards.call, { ringSeconds: 30 }),
  ],
  [
    'a weight beyond any capacity',
    'standards.call.weight weighs-beyond-capacity',
    (d) => Object.assign(d.standards.call, { weight: 7 }),
  ],
  [
    'urgencies out of order',
    'priority.urgency.high urgency-out-of-order',
    (d) => Object.assign(d.priority.urgency, { high: 1 }),
  ],
  ['a boost above the cap', 'priority.sensitive boost-above-cap', (d) => Object.assign(d.priority, { cap: 50 })],
  [
    'a queue’s own boost above the cap',
    'queues[0].priority.vip boost-above-cap',
    (d) => queue(d, service, { priority: { vip: 500 } }),
  ],
  [
    'a hole that this text does not fill',
    'texts.closing.en hole-stays-empty',
    (d) => Object.assign(d.texts.closing!, { en: 'Bye, {position}' }),
  ],
  [
    'a last word that nothing is left for',
    'routing.otherwise otherwise-never-reached',
    (d) => d.routing.rules.push({ queue: 'service' }),
  ],
])('warning: %s (%s)', (_sentence, line, make) => {
  const all = found(change(make));
  expect(all).toContain(`warning ${line}`);
  expect(all.filter((one) => one.startsWith('error'))).toEqual([]);
});

test('an archived queue needs no way in, and none of its people', () => {
  const policy = change((d) => d.queues.push({ ...d.queues[0]!, code: 'old', archived: true }));
  expect(found(policy, { staff: everybody })).toEqual([]);
});

type Rules = PolicyV1['routing']['rules'];
test.each<[string, Rules, string[]]>([
  ['one that takes all stands first', [{ queue: 'service' }, { standard: 'mail', queue: 'mail' }], ['2 behind 1']],
  [
    'the same again',
    [
      { standard: 'mail', queue: 'mail' },
      { standard: 'mail', queue: 'service' },
    ],
    ['2 behind 1'],
  ],
  [
    'a label behind its topic',
    [
      { topic: 'payment-and-settlement', queue: 'payments' },
      { label: 'refund-not-arrived', queue: 'mail' },
    ],
    [],
  ],
  [
    'two that together take what the third names',
    [
      { standard: 'mail', language: 'en', queue: 'mail' },
      { standard: 'mail', account: 'help@desk.example', queue: 'mail' },
      { standard: 'mail', language: 'en', account: 'help@desk.example', queue: 'service' },
    ],
    ['3 behind 1'],
  ],
  [
    'a narrower one before a wider one',
    [
      { standard: 'mail', language: 'zh', queue: 'mail' },
      { standard: 'mail', queue: 'mail' },
    ],
    [],
  ],
])('A12 rules are tried in their order: %s', (_sentence, rules, unreached) => {
  const policy = change((d) => Object.assign(d.routing, { rules }));
  const shadowed = lintPolicy(policy).flatMap(({ path, because }) =>
    because.code === 'rule-is-shadowed' ? [`${Number(path.match(/\d+/)![0]) + 1} behind ${because.values.by}`] : [],
  );
  expect(shadowed).toEqual(unreached);
});

test('a label stands behind its topic’s rule, and a rule that contradicts itself matches nothing', () => {
  const [topic, other] = defaultPolicy.taxonomy.topics;
  const label = topic!.labels[0]!.code;
  const rules: Rules = [
    { topic: other!.code, label, queue: 'mail' },
    { topic: topic!.code, queue: 'payments' },
    { label, queue: 'mail' },
  ];
  expect(found(change((d) => Object.assign(d.routing, { rules }))).slice(0, 2)).toEqual([
    'error routing.rules[0] rule-matches-nothing',
    'error routing.rules[2] rule-is-shadowed',
  ]);
});

test('rules for each standard leave nothing to a rule behind them, and nothing to the last word', () => {
  const rules: Rules = [
    ...(['chat', 'call', 'social', 'sms', 'mail'] as const).map((standard) => ({ standard, queue: 'service' })),
    { language: 'zh', queue: 'payments' },
  ];
  const faults = lintPolicy(change((d) => Object.assign(d.routing, { rules })));
  expect(faults).toContainEqual({
    path: 'routing.rules[5]',
    severity: 'error',
    because: { code: 'rule-is-shadowed', values: { by: '1, 2, 3, 4, 5' } },
  });
  expect(faults.map(({ because }) => because.code)).toContain('otherwise-never-reached');
});

test('rules without end are not weighed, and that is said: the lint does not stall', () => {
  const rules = Array.from({ length: 6000 }, (_, n) => ({ account: `a${n}`, queue: 'service' }));
  expect(found(change((d) => Object.assign(d.routing, { rules })))).toContain(
    'warning routing.rules rules-not-weighed',
  );
});

test.each<[string, PolicyV1['taxonomy']['rules'], string[]]>([
  [
    'a word inside an earlier rule’s',
    [
      { label: 'a', words: ['refund'] },
      { label: 'b', words: ['my refund'] },
    ],
    ['1'],
  ],
  [
    'the other way round',
    [
      { label: 'a', words: ['my refund'] },
      { label: 'b', words: ['refund'] },
    ],
    [],
  ],
  [
    'Chinese words',
    [
      { label: 'a', words: ['退款'] },
      { label: 'b', words: ['申请退款', '退款進度'] },
    ],
    ['1'],
  ],
  [
    'only some of its words',
    [
      { label: 'a', words: ['refund'] },
      { label: 'b', words: ['my refund', 'bill'] },
    ],
    [],
  ],
  [
    'the same pattern',
    [
      { label: 'a', pattern: 'x+' },
      { label: 'b', pattern: 'x+' },
    ],
    ['1'],
  ],
  [
    'a pattern behind words',
    [
      { label: 'a', words: ['x'] },
      { label: 'b', pattern: 'x' },
    ],
    [],
  ],
])('a rule that names a matter is never reached: %s', (_sentence, rules, expected) => {
  const labels = defaultPolicy.taxonomy.topics[0]!.labels.map(({ code }) => code);
  const known = rules.map((one) => ({ ...one, label: one.label === 'a' ? labels[0]! : labels[1]! }));
  const faults = lintPolicy(change((d) => Object.assign(d.taxonomy, { rules: known })));
  const places = faults.flatMap(({ path, because }) =>
    because.code === 'rule-is-shadowed' ? [path.match(/\d+/)![0]] : [],
  );
  expect(places).toEqual(expected);
});

test('a pattern that its engine refuses is refused with what the engine says', () => {
  const policy = change((d) => d.taxonomy.rules.push({ label: 'refund-status', pattern: '(a)\\1' }));
  const refusesPattern = (pattern: string) => (pattern.includes('\\1') ? 'invalid escape sequence' : null);
  expect(lintPolicy(policy, { refusesPattern })).toEqual([
    {
      path: 'taxonomy.rules[0].pattern',
      severity: 'error',
      because: { code: 'pattern-refused', values: { detail: 'invalid escape sequence' } },
    },
  ]);
  expect(lintPolicy(policy)).toEqual([]);
});

const boss = staffOf('boss', { role: 'administrator', groups: [] });
const everybody: StaffV1[] = [staffOf('ann', { groups: ['service', 'mail'] }), boss];

test.each<[string, Partial<StaffV1>[], Change, string[]]>([
  ['everybody can be served by one', [{ groups: ['service', 'mail'] }], () => {}, []],
  ['nobody reads the mail', [{}], () => {}, ['error queues[2] queue-without-agents']],
  [
    'a supervisor is not given any',
    [{}, { groups: ['mail'], role: 'supervisor' }],
    () => {},
    ['error queues[2] queue-without-agents'],
  ],
  [
    'whoever left serves nobody',
    [{}, { groups: ['mail'], active: false }],
    () => {},
    ['error queues[2] queue-without-agents'],
  ],
  [
    'the skill is nobody’s',
    [{ groups: ['service', 'mail'] }],
    (d) => queue(d, 2, { requires: { tax: 2 } }),
    ['error queues[2] queue-without-skilled-agent'],
  ],
  [
    'the skill is there, the level is not',
    [{ groups: ['service', 'mail'], skills: { tax: 1 } }],
    (d) => queue(d, 2, { requires: { tax: 3 } }),
    ['warning queues[2].requires.tax nobody-at-level'],
  ],
  [
    'two have a skill each, nobody both',
    [
      { groups: ['service', 'mail'], skills: { tax: 5 } },
      { groups: ['mail'], skills: { law: 5 } },
    ],
    (d) => queue(d, 2, { requires: { tax: 1, law: 1 } }),
    ['error queues[2] queue-without-skilled-agent'],
  ],
  [
    'a language that nobody speaks is asked of nobody',
    [{ groups: ['service', 'mail'] }],
    (d) => queue(d, 2, { requires: { 'lang-zh': 1 } }),
    [],
  ],
  [
    'no room for even one',
    [{ groups: ['service'] }, { groups: ['mail'], capacity: 0 }],
    () => {},
    ['error queues[2] queue-without-room'],
  ],
  [
    'no room for the channels they take',
    [{ groups: ['service'] }, { groups: ['mail'], capacity: 5, standards: ['call'] }],
    () => {},
    ['error queues[2] queue-without-room'],
  ],
  [
    'somebody is in a group that is no queue',
    [{ groups: ['service', 'mail', 'vip'] }],
    () => {},
    ['warning queues group-without-queue'],
  ],
  ['nobody works here yet', [], () => {}, [0, 1, 2, 3].map((at) => `warning queues[${at}] queue-without-agents`)],
])('a queue that no agent can serve: %s', (_sentence, people, make, expected) => {
  const staff = [boss, ...people.map((one, at) => staffOf(`p${at}`, one))];
  expect(found(change(make), { staff })).toEqual(expected);
});

test('a queue that lost its people already does not stand in the way of another change', () => {
  const staff = [staffOf('ann'), boss];
  const given = { staff, inForce: defaultPolicy };
  expect(
    found(
      change((d) => Object.assign(d.priority, { vip: 20 })),
      given,
    ),
  ).toEqual(['warning queues[2] queue-without-agents']);
  const another = change((d) => d.queues.push({ ...d.queues[2]!, code: 'tax' }));
  expect(found(another, given)).toContain('error queues[4] queue-without-agents');
});

test('spans that touch, a leap day each year and a holiday said twice are no obstacle', () => {
  const policy = change((d) =>
    hours(d, {
      hours: {
        mon: [
          ['12:00', '24:00'],
          ['09:00', '12:00'],
        ],
      },
      holidaysYearly: ['02-29'],
      holidays: ['2026-10-01', '2026-10-01'],
    }),
  );
  expect(found(policy)).toEqual(['warning calendars.office-cn.holidays[1] is-there-twice']);
});

test.each<[string, string, Change]>([
  [
    'no time at all',
    'standards.chat.firstResponseSeconds',
    (d) => Object.assign(d.standards.chat, { firstResponseSeconds: 0 }),
  ],
  ['less than none', 'time.limits[0].seconds', (d) => Object.assign(d.time.limits[0]!, { seconds: -60 })],
  ['no working day', 'time.limits[2].workingDays', (d) => Object.assign(d.time.limits[2]!, { workingDays: 0 })],
  [
    'silence of no hours',
    'time.closeAfterSilenceHours.chat',
    (d) => Object.assign(d.time.closeAfterSilenceHours, { chat: 0 }),
  ],
])('a limit of %s is refused by the schema, with its place and in both languages', (_sentence, path, make) => {
  const read = readPolicy(change(make));
  expect(read.ok ? [] : read.problems).toEqual([
    {
      path,
      severity: 'error',
      because: expect.anything(),
      en: expect.stringMatching(/Too small/),
      zh: expect.stringMatching(/数值过小/),
    },
  ]);
});

test('two places outside for the same matters are said: the first gets all', () => {
  const policy = change((draft) => draft.transfer.external.push(carrier, { ...carrier, code: 'post' }));
  expect(found(policy, {})).toContain('warning transfer.external[1].when matter-is-there-twice');
});

test('a department that nobody would answer for is said, once the people are known', () => {
  const policy = change((draft) => draft.departments.push({ ...billing, email: null }));
  const member = staffOf('mo', { role: 'department-member', departments: ['billing'] });
  const odd = 'warning departments[0].email department-without-anyone';
  const said = (given: object) => found(policy, given).filter((one) => one.includes('departments'));
  expect([said({}), said({ staff: [] }), said({ staff: [member] })]).toEqual([[], [odd], []]);
  expect(said({ staff: [{ ...member, active: false }] })).toEqual([odd]);
});
