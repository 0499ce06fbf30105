/** What a desk file makes of a desk: each row a file, and what would be done. */
import { type DeskFile, deskFileSchema, type StaffV1 } from '@trunkline/contracts';
import { defaultPolicy } from '@trunkline/rules';
import { anAgent } from '@trunkline/testing';
import { sayChange } from '../say-change.ts';
import { sayPlace } from './file-steps.ts';
import type { Plan, Present } from './plan.ts';
import { planDesk } from './plan-desk.ts';

const groups = defaultPolicy.queues.map(({ code }) => code);
const ann = anAgent('Ann', { role: 'administrator', groups: [] });
const bob = anAgent('Bob', { groups, skills: { 'lang-en': 5, refunds: 2 } });
const present: Present = {
  policy: { ...defaultPolicy, version: 7 },
  staff: [ann, bob],
  targets: [],
  roster: [],
  asks: ann.id,
};
const emails = [ann, bob].map(({ email }) => ({ email }));

const plan = (file: Omit<DeskFile, 'trunkline'> | object, more: Partial<Present> & { prune?: boolean } = {}): Plan => {
  const { prune = false, ...rest } = more;
  const read = deskFileSchema().parse({ trunkline: 1, ...file });
  return planDesk({ file: read, present: { ...present, ...rest }, prune, refusesPattern: () => null });
};
const changes = (...given: Parameters<typeof plan>) =>
  plan(...given).differences.map((one) => sayChange(one).slice(0, 90));
const problems = (file: object, more = {}) =>
  plan(file, more).problems.flatMap(({ steps, severity, because }) =>
    severity === 'error' ? [`${sayPlace(file, steps)}: ${because}`] : [],
  );
const [service, ...others] = defaultPolicy.queues;
const [office] = Object.keys(defaultPolicy.calendars) as [string];

test('the desk as it is: nothing to change, and a policy without a difference is not published', () => {
  const { version: _, queues, calendars, departments, ...policy } = present.policy;
  const said = plan({ policy, queues, calendars, departments, staff: [ann, bob].map(({ id: _id, ...one }) => one) });
  expect(said).toMatchObject({ differences: [], onlyOnDesk: [], problems: [], policy: null, people: [], days: [] });
});

test.each<[string, object, string[]]>([
  ['an empty file says nothing', {}, []],
  ['a value of a map', { policy: { priority: { vip: 33 } } }, ['~ policy.priority.vip  15 → 33']],
  [
    'one queue of the list: it alone',
    { queues: [{ ...service!, mode: 'even' }] },
    service!.mode === 'even' ? [] : [`~ queues[${service!.code}].mode  "${service!.mode}" → "even"`],
  ],
  [
    'a map’s own key is added, the others stay',
    { calendars: { [office]: { special: { '2026-12-24': [['09:00', '12:00']] } } } },
    [`+ calendars.${office}.special.2026-12-24  [["09:00","12:00"]]`],
  ],
  [
    'a person’s level',
    { staff: [{ email: bob.email, skills: { 'lang-en': 5, refunds: 4 } }] },
    ['~ staff[bob@desk.test].skills  {"lang-en":5,"refunds":2} → {"lang-en":5,"refunds":4}'],
  ],
  ['languages beside the skills that stay', { staff: [{ email: 'BOB@desk.test', languages: { en: 5 } }] }, []],
  ['groups in another order', { staff: [{ email: bob.email, groups: [...groups].reverse() }] }, []],
])('%s', (_what, file, expected) => expect(changes(file)).toEqual(expected));

test('a new queue and who serves it come together, people first: without them it would be refused', () => {
  const taxes = { ...service!, code: 'taxes', requires: { tax: 3 }, widensTo: null };
  const cleo = {
    email: 'cleo@desk.test',
    name: 'Cleo',
    number: '7',
    role: 'agent',
    groups: ['taxes'],
    skills: { tax: 4 },
  };
  expect(problems({ queues: [taxes] })).toEqual(['queues[taxes]: queue-without-agents']);
  const both = plan({ queues: [taxes], staff: [...emails, cleo] });
  expect(both).toMatchObject({ peopleFirst: true, people: [{ kind: 'add', email: 'cleo@desk.test' }] });
  expect(both.policy).toMatchObject({ base: 7, wanted: { version: 7 } });
  expect(both.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(JSON.stringify(both.people)).not.toContain('password');
});

test.each<[string, object, string[]]>([
  [
    'a queue that widens to nowhere',
    { queues: [{ ...service!, widensTo: 'gone' }] },
    [`queues[${service!.code}].widensTo: no-such-queue`],
  ],
  [
    'a group that is no queue',
    { staff: [{ email: bob.email, groups: ['gone'] }] },
    ['staff[bob@desk.test].groups: no-such-queue'],
  ],
  [
    'somebody new without a name',
    { staff: [{ email: 'x@desk.test', number: '1', role: 'agent' }] },
    ['staff[x@desk.test].name: field-is-missing'],
  ],
  [
    'one person twice',
    { staff: [{ email: bob.email }, { email: 'Bob@desk.test' }] },
    ['staff[Bob@desk.test].email: is-there-twice'],
  ],
  [
    'the last administrator demoted',
    { staff: [{ email: ann.email, role: 'agent' }] },
    ['staff[ann@desk.test]: last-administrator'],
  ],
  [
    'a shift of who is not in the group',
    {
      roster: [
        {
          queue: service!.code,
          date: '2026-12-01',
          shifts: [{ person: 'nobody@desk.test', from: '09:00', to: '17:00' }],
        },
      ],
    },
    [`roster[${service!.code} 2026-12-01].shifts[0]: no-such-person`],
  ],
])('%s is refused by its place in the file', (_what, file, expected) => expect(problems(file)).toEqual(expected));

test('who asks does not take their own rights away, though another administrator is there', () => {
  const eve = anAgent('Eve', { role: 'administrator' });
  const file = { staff: [{ email: ann.email, active: false }, { email: eve.email }, { email: bob.email }] };
  expect(problems(file, { staff: [ann, bob, eve] })).toEqual(['staff[ann@desk.test]: is-who-asks']);
});

test('what only the desk has is named and stays; pruned it goes, people by ending their work here, never who asks', () => {
  const file = {
    queues: [service!],
    staff: [{ email: 'cleo@desk.test', name: 'Cleo', number: '7', role: 'agent' as const }],
  };
  const kept = plan(file);
  expect(kept.onlyOnDesk).toEqual([
    { path: 'queues', names: others.map(({ code }) => code) },
    { path: 'staff', names: [ann.email, bob.email] },
  ]);
  expect(kept.people.map(({ kind }) => kind)).toEqual(['add']);
  const pruned = plan({ staff: file.staff }, { prune: true });
  expect(pruned.people).toMatchObject([{ kind: 'add' }, { kind: 'deactivate', email: bob.email }]);
  expect(problems({ queues: [service!] }, { prune: true })).toContainEqual(expect.stringContaining('no-such-queue'));
  const names = (said: Plan) => said.policy!.wanted.calendars[office]!.special;
  const special = { '2026-12-24': [], '2026-12-31': [] };
  const policy = {
    ...present.policy,
    calendars: { ...present.policy.calendars, [office]: { ...present.policy.calendars[office]!, special } },
  };
  const one = {
    calendars: Object.fromEntries(
      Object.keys(policy.calendars).map((code) => [
        code,
        code === office ? { special: { '2026-12-24': [['10:00', '11:00']] } } : {},
      ]),
    ),
  };
  expect(names(plan(one, { policy: policy as Present['policy'] }))).toEqual({
    ...special,
    '2026-12-24': [['10:00', '11:00']],
  });
  expect(names(plan(one, { policy: policy as Present['policy'], prune: true }))).toEqual({
    '2026-12-24': [['10:00', '11:00']],
  });
});

test('rules keep the file’s order on the places that they have', () => {
  const rule = (label: string) => ({ label, words: [label] });
  const labels = defaultPolicy.taxonomy.topics.flatMap((topic) => topic.labels.map(({ code }) => code));
  const [a, b, c, d] = labels as [string, string, string, string];
  const there = { ...present.policy, taxonomy: { ...present.policy.taxonomy, rules: [a, b, c].map(rule) } };
  const order = (...named: string[]) =>
    plan({ policy: { taxonomy: { rules: named.map(rule) } } }, { policy: there }).policy?.wanted.taxonomy.rules.map(
      ({ label }) => label,
    );
  expect(order(c, a)).toEqual([c, b, a]);
  expect(order(a, d, b)).toEqual([a, d, b, c]);
  expect(order(d, a)).toEqual([d, a, b, c]);
  expect(order(d)).toEqual([a, b, c, d]);
  expect(order(b, c)).toBeUndefined();
});

test('a night shift is the group’s local time, and the same day again is no change', () => {
  const day = {
    queue: service!.code,
    date: '2026-12-01',
    shifts: [{ person: 'Bob@desk.test', from: '22:00', to: '06:00' }],
  };
  const [step] = plan({ roster: [day] }).days;
  expect(Date.parse(step!.shifts[0]!.to) - Date.parse(step!.shifts[0]!.from)).toBe(8 * 3_600_000);
  const { email: _, ...shift } = step!.shifts[0]!;
  const held = {
    queue: day.queue,
    date: day.date,
    version: 3,
    shifts: [{ ...shift, agentId: bob.id as StaffV1['id'] }],
  };
  expect(plan({ roster: [day] }, { roster: [held] }).days).toEqual([]);
});

test.each<[string, object, string]>([
  ['a field that is none', { queues: [{ ...service!, widenTo: 'x' }] }, 'widenTo'],
  ['a password', { staff: [{ email: bob.email, password: 'x' }] }, 'password'],
  ['a part that is none', { queue: [] }, 'queue'],
  ['queues inside the policy', { policy: { queues: [] } }, 'queues'],
  ['a misspelt setting', { policy: { priority: { wip: 1 } } }, 'wip'],
])('%s is refused by the schema', (_what, file, name) => {
  const { error } = deskFileSchema().safeParse({ trunkline: 1, ...file });
  expect(JSON.stringify(error?.issues)).toContain(name);
});
