/** A difference is said where it is, and nothing else is. */
import type { PolicyV1 } from '@trunkline/contracts';
import { comparePolicies } from './compare-policies.ts';
import { defaultPolicy } from './default-policy.ts';

type Change = (draft: PolicyV1) => void;
const compareAfter = (make: Change) => {
  const draft = structuredClone(defaultPolicy);
  make(draft);
  return comparePolicies(defaultPolicy, draft);
};

test.each<[string, Change, object[]]>([
  ['nothing', () => {}, []],
  ['only the version', (d) => Object.assign(d, { version: 7 }), []],
  [
    'the order of keys',
    (d) => Object.assign(d, { desk: { defaultLanguage: 'en', name: { zh: '干线客服台', en: 'Trunkline Desk' } } }),
    [],
  ],
  [
    'a figure',
    (d) => Object.assign(d.priority, { vip: 30 }),
    [{ path: 'priority.vip', kind: 'changed', from: 15, to: 30 }],
  ],
  [
    'a queue’s mode, named by the queue',
    (d) => Object.assign(d.queues[1]!, { mode: 'even' }),
    [{ path: 'queues[payments].mode', kind: 'changed', from: 'by-ability', to: 'even' }],
  ],
  [
    'a queue in front of the others',
    (d) => d.queues.unshift({ ...d.queues[0]!, code: 'vip' }),
    [expect.objectContaining({ path: 'queues[vip]', kind: 'added', to: expect.objectContaining({ code: 'vip' }) })],
  ],
  [
    'a queue that goes',
    (d) => d.queues.splice(2, 1),
    [expect.objectContaining({ path: 'queues[mail]', kind: 'removed' })],
  ],
  [
    'the last queue comes first',
    (d) => d.queues.unshift(d.queues.pop()!),
    [{ path: 'queues[complaints]', kind: 'moved', from: 4, to: 1 }],
  ],
  [
    'a skill that a queue requires',
    (d) => Object.assign(d.queues[0]!.requires, { tax: 2 }),
    [{ path: 'queues[service].requires.tax', kind: 'added', to: 2 }],
  ],
  [
    'a rule leads elsewhere',
    (d) => Object.assign(d.routing.rules[4]!, { queue: 'service' }),
    [{ path: 'routing.rules[standard=mail].queue', kind: 'changed', from: 'mail', to: 'service' }],
  ],
  [
    'two rules change places',
    (d) => d.routing.rules.splice(3, 2, ...d.routing.rules.slice(3).reverse()),
    [{ path: 'routing.rules[standard=mail]', kind: 'moved', from: 5, to: 4 }],
  ],
  [
    'a rule is there twice',
    (d) => d.routing.rules.push({ ...d.routing.rules[4]! }),
    [expect.objectContaining({ path: 'routing.rules[standard=mail #2]', kind: 'added' })],
  ],
  [
    'a word more, one less',
    (d) => d.urgentWords.critical.splice(0, 1, 'mayday'),
    [
      { path: 'urgentWords.critical', kind: 'added', to: 'mayday' },
      { path: 'urgentWords.critical', kind: 'removed', from: 'emergency' },
    ],
  ],
  [
    'a label’s kind',
    (d) => Object.assign(d.taxonomy.topics[4]!.labels[0]!, { complexity: 9 }),
    [
      expect.objectContaining({
        path: expect.stringMatching(/^taxonomy\.topics\[orders-and-logistics]\.labels\[.+]\.complexity$/),
        to: 9,
      }),
    ],
  ],
  [
    'a rule of the taxonomy',
    (d) => d.taxonomy.rules.push({ label: 'refund-status', words: ['refund'] }),
    [{ path: 'taxonomy.rules[refund-status]', kind: 'added', to: { label: 'refund-status', words: ['refund'] } }],
  ],
  [
    'a rung of the ladder',
    (d) => Object.assign(d.time.ladder[1]!, { acknowledgeMinutes: 5 }),
    [{ path: 'time.ladder[level 2].acknowledgeMinutes', kind: 'changed', from: 15, to: 5 }],
  ],
  [
    'opening hours',
    (d) => Object.assign(d.calendars['office-cn']!.hours, { mon: [['10:00', '18:00']] }),
    [{ path: 'calendars.office-cn.hours.mon', kind: 'changed', from: [['09:00', '18:00']], to: [['10:00', '18:00']] }],
  ],
  [
    'a limit where there was none',
    (d) => Object.assign(d.assignment, { fairLimit: { most: 3, seconds: 60 } }),
    [{ path: 'assignment.fairLimit', kind: 'changed', from: null, to: { most: 3, seconds: 60 } }],
  ],
])('changed: %s', (_sentence, make, changes) => expect(compareAfter(make)).toEqual(changes));

test('what is compared is not changed by it', () => {
  const [from, to] = [structuredClone(defaultPolicy), structuredClone(defaultPolicy)];
  comparePolicies(from, to);
  expect([from, to]).toEqual([defaultPolicy, defaultPolicy]);
});
