/** A50 question trees, canned answers and macros: which are there, where they lead, and what of them cannot be published. */
import type { Conversation, PolicyV1, QuestionTree } from '@trunkline/contracts';
import { defaultPolicy } from '../policy/default-policy.ts';
import { lintGuides } from '../policy/lint-guides.ts';
import { sayPath, walkTree } from './walk-tree.ts';
import { whichGuides } from './which-guides.ts';

const [payment] = defaultPolicy.trees as [QuestionTree];
const label = defaultPolicy.taxonomy.topics.find(({ code }) => code === 'payment-and-settlement')!.labels[0]!.code;
const page = (rest: Partial<Conversation> = {}) =>
  ({
    label,
    queue: 'service',
    standard: 'chat',
    language: 'en',
    customer: { name: 'Li Wei' },
    ...rest,
  }) as Conversation;
const guides = (rest: Partial<Conversation> = {}, policy: PolicyV1 = defaultPolicy) =>
  whichGuides({ page: page(rest), person: { name: 'Ann', number: '1024' }, ticket: 'T-1042', walks: [] }, policy);

const steps = (...answers: string[]) =>
  answers.map((answer, at) => ({ node: at === 0 ? 'arrived' : 'how-often', answer }));
test.each<[string, { node: string; answer: string }[], object]>([
  ['nothing yet: its first question', [], { kind: 'asks', node: { code: 'arrived' } }],
  ['to the next question', steps('yes'), { kind: 'asks', node: { code: 'how-often' } }],
  ['to a text', steps('no'), { kind: 'ends', end: { kind: 'text' } }],
  ['to a ticket', steps('yes', 'twice'), { kind: 'ends', end: { kind: 'ticket', ticket: { severity: 'high' } } }],
  ['to a transfer', steps('yes', 'once'), { kind: 'ends', end: { kind: 'transfer', queue: 'payments' } }],
  ['an answer that is none', steps('perhaps'), { kind: 'wrong', at: 0 }],
  ['on from an end', [...steps('no'), { node: 'how-often', answer: 'twice' }], { kind: 'wrong', at: 1 }],
  ['a question that was skipped', [{ node: 'how-often', answer: 'twice' }], { kind: 'wrong', at: 0 }],
])('A50 a tree leads %s', (_where, path, expected) => expect(walkTree(payment, path)).toMatchObject(expected));

test('A50 a tree ends in an article, too; its path is kept in words', () => {
  const article = { kind: 'article', title: { en: 'How to', zh: '方法' }, url: 'https://help.test/1' } as const;
  const tree = structuredClone(payment);
  tree.nodes[0]!.answers[1] = { ...tree.nodes[0]!.answers[1]!, end: article };
  expect(walkTree(tree, steps('no'))).toEqual({ kind: 'ends', end: article });
  expect(sayPath(payment, steps('yes', 'twice'), 'en')).toEqual([
    'Has the money left the customer’s account? — Yes',
    'Was it taken more than once? — More than once',
  ]);
});

test('A50 trees are those of the matter; canned answers those of group and channel, filled in the customer’s language', () => {
  expect(guides().trees.map(({ code }) => code)).toEqual(['charged-twice']);
  expect(guides({ label: null }).trees).toEqual([]);
  const text = (rest: Partial<Conversation>, code: string) =>
    guides(rest).canned.find((one) => one.code === code)?.text;
  expect(text({}, 'ticket-number')).toContain('T-1042');
  expect(text({ language: 'zh' }, 'apology')).toContain('我是Ann，工号1024');
  const only = {
    ...defaultPolicy,
    canned: [{ ...defaultPolicy.canned[0]!, queues: ['payments'], standards: ['mail' as const] }],
  };
  expect(
    [guides({}, only), guides({ queue: 'payments', standard: 'mail' }, only)].map(({ canned }) => canned.length),
  ).toEqual([0, 1]);
  expect([guides().macros.length, guides({ queue: 'payments' }).macros.length]).toEqual([1, 0]);
});

const wrong = (change: (policy: PolicyV1) => void) => {
  const policy = structuredClone(defaultPolicy);
  change(policy);
  return lintGuides(policy).map(({ path, because }) => `${path} ${because.code}`);
};
const answer = (to: string | null) => ({ code: 'x', name: { en: 'x', zh: 'x' }, to, end: null });
test.each<[string, (policy: PolicyV1) => void, string[]]>([
  ['what ships', () => {}, []],
  ['a hole that nobody fills', (p) => (p.canned[0]!.text.en = 'Dear {name}'), ['canned[0].text.en no-such-hole']],
  ['a shortcut twice', (p) => (p.canned[1]!.shortcut = 'patience'), ['canned[1].shortcut shortcut-twice']],
  [
    'an answer to nowhere',
    (p) => p.trees[1]!.nodes[0]!.answers.push(answer(null)),
    ['trees[1].nodes[0].answers[2] answer-leads-nowhere'],
  ],
  [
    'an answer to no question',
    (p) => p.trees[1]!.nodes[0]!.answers.push(answer('q')),
    ['trees[1].nodes[0].answers[2].to no-such-question'],
  ],
  ['a ring', (p) => p.trees[0]!.nodes[1]!.answers.push(answer('arrived')), ['trees[0].nodes[0] question-in-a-ring']],
  [
    'a question that is never asked',
    (p) => p.trees[1]!.nodes.push({ ...p.trees[0]!.nodes[1]!, code: 'lost' }),
    ['trees[1].nodes[1] question-never-asked'],
  ],
  [
    'a start that is not there',
    (p) => (p.trees[1]!.start = 'q'),
    ['trees[1].start no-such-question', 'trees[1].nodes[0] question-never-asked'],
  ],
  [
    'a macro into no group',
    (p) => Object.assign(p.macros[0]!.steps[1]!, { queue: 'q' }),
    ['macros[0].steps[1].queue no-such-queue'],
  ],
  [
    'a macro that goes on after its end',
    (p) => p.macros[0]!.steps.reverse(),
    ['macros[0].steps[0] macro-goes-on-after-end'],
  ],
])('A50 before it is published: %s', (_what, change, faults) => expect(wrong(change)).toEqual(faults));
