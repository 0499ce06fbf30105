/** The default policy holds what `domain.md` says, and hangs together. */
import { PolicyV1 } from '@trunkline/contracts';
import { defaultPolicy } from './default-policy.ts';
import { demoPolicy } from './demo-policy.ts';

test.each([
  ['the default', defaultPolicy],
  ['the demo’s', demoPolicy],
])('%s policy keeps its contract', (_name, policy) => expect(PolicyV1.parse(policy)).toEqual(policy));

test.each([
  ['chat', 60, 120, 86_400],
  ['call', 20, 120, 86_400],
  ['social', 300, 600, 86_400],
  ['sms', 900, 1800, 86_400],
  ['mail', 14_400, 28_800, 259_200],
] as const)('A2 %s is answered in %i s, then %i s, and solved in %i s', (standard, first, next, resolution) =>
  expect(defaultPolicy.standards[standard]).toMatchObject({
    firstResponseSeconds: first,
    nextResponseSeconds: next,
    resolutionSeconds: resolution,
  }),
);

test('every queue that is named exists, and so does every calendar', () => {
  const codes = defaultPolicy.queues.map((queue) => queue.code);
  const named = [
    defaultPolicy.routing.otherwise,
    ...defaultPolicy.routing.rules.map((rule) => rule.queue),
    ...defaultPolicy.queues.flatMap((queue) => queue.widensTo ?? []),
  ];
  expect(named.filter((code) => !codes.includes(code))).toEqual([]);
  for (const policy of [defaultPolicy, demoPolicy]) {
    expect(policy.queues.every((queue) => queue.calendar in policy.calendars)).toBe(true);
  }
});

test('eight first-level topics hold three to five labels each, both kinds of complaint among them', () => {
  const { topics } = defaultPolicy.taxonomy;
  expect(topics).toHaveLength(8);
  expect(topics.every(({ labels }) => labels.length >= 3 && labels.length <= 5)).toBe(true);
  const kinds = new Set(topics.flatMap(({ labels }) => labels.map(({ kind }) => kind)));
  expect([...kinds].sort()).toEqual(
    ['complaint-employee', 'complaint-event', 'incident', 'inquiry', 'praise', 'suggestion'].sort(),
  );
});

test('the demo’s mail works office hours in Shanghai, the default always', () => {
  expect(demoPolicy.queues.find(({ code }) => code === 'mail')?.calendar).toBe('office-cn');
  expect(defaultPolicy.queues.every(({ calendar }) => calendar === 'always')).toBe(true);
});
