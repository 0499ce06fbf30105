/** The draft: what differs, what is taken back, and what happens when somebody else has published. */
import type { PolicyV1 } from '@trunkline/contracts';
import { applyChange, turnChange } from './apply-change.ts';
import { bringOver } from './bring-over.ts';
import { changesBetween } from './changes-between.ts';
import { putAt, valueAt } from './walk-path.ts';

const base = {
  version: 4,
  queues: [
    { code: 'service', mode: 'even', widensTo: null },
    { code: 'payments', mode: 'by-ability', widensTo: 'service' },
    { code: 'mail', mode: 'even', widensTo: null },
  ],
  routing: { rules: [{ standard: 'mail', queue: 'mail' }], otherwise: 'service' },
  priority: { vip: 15, cap: 120 },
  texts: { greeting: { en: 'Hello', zh: '您好' } },
} as unknown as PolicyV1;
type Step = [path: string, value: unknown];
const edit = (policy: PolicyV1, ...steps: Step[]) =>
  steps.reduce((tree, [path, value]) => putAt(tree, path, value), policy);
const queue = (code: string) => base.queues.find((one) => one.code === code);
const pathsOf = (from: PolicyV1, to: PolicyV1) => changesBetween(from, to).map(({ kind, path }) => `${kind} ${path}`);

const [service, payments, mail] = base.queues;
const kinds: [string, PolicyV1, string[]][] = [
  ['a mode', edit(base, ['queues[mail].mode', 'longest-idle']), ['changed queues[mail].mode']],
  ['a queue taken out', edit(base, ['queues[payments]', undefined]), ['removed queues[payments]']],
  ['a queue put in', edit(base, ['queues[3]', { code: 'new' }]), ['added queues[new]']],
  ['queues in another order', edit(base, ['queues', [mail, service, payments]]), ['moved queues']],
  ['a list without codes', edit(base, ['routing.rules', []]), ['changed routing.rules']],
  ['a text', edit(base, ['texts.greeting.zh', '']), ['changed texts.greeting.zh']],
  ['a field taken out', edit(base, ['priority.vip', undefined]), ['removed priority.vip']],
  ['the version alone', { ...base, version: 9 }, []],
];

test.each(kinds)('%s is one difference', (_what, policy, paths) => expect(pathsOf(base, policy)).toEqual(paths));

test.each(kinds)('%s is taken back, and nothing is left of it', (_what, policy) => {
  const back = changesBetween(base, policy).reduce((tree, one) => applyChange(tree, turnChange(one), base), policy);
  expect(changesBetween(base, back)).toEqual([]);
});

test('one of several is taken back, the others stay', () => {
  const mine = edit(base, ['queues[mail].mode', 'by-ability'], ['priority.vip', 30]);
  const [first] = changesBetween(base, mine);
  expect(pathsOf(base, applyChange(mine, turnChange(first!), base))).toEqual(['changed priority.vip']);
});

test('what others published elsewhere comes in without a question', () => {
  const theirs = edit({ ...base, version: 5 }, ['priority.cap', 90], ['queues[service].mode', 'longest-idle']);
  const mine = edit(base, ['queues[mail].mode', 'by-ability'], ['queues[3]', { code: 'new' }]);
  const over = bringOver({ base, mine, theirs });
  expect(over).toMatchObject({ clashes: [], lost: [] });
  expect(over.policy.version).toBe(5);
  expect(pathsOf(theirs, over.policy)).toEqual(['changed queues[mail].mode', 'added queues[new]']);
});

test('where both changed the same, ours stands, is named, and taking it back gives theirs', () => {
  const theirs = edit(base, ['priority.vip', 20]);
  const over = bringOver({ base, mine: edit(base, ['priority.vip', 30]), theirs });
  expect(over.clashes).toEqual(['priority.vip']);
  const [change] = changesBetween(theirs, over.policy);
  expect(change).toMatchObject({ from: 20, to: 30 });
  expect(valueAt(applyChange(over.policy, turnChange(change!), theirs), 'priority.vip')).toBe(20);
});

test('the same change by both is no clash, and no change any more', () => {
  const both = edit(base, ['priority.vip', 30]);
  const over = bringOver({ base, mine: both, theirs: both });
  expect([over.clashes, changesBetween(both, over.policy)]).toEqual([[], []]);
});

test('a change inside a queue that the others took out is named as lost', () => {
  const over = bringOver({
    base,
    mine: edit(base, ['queues[payments].mode', 'even'], ['priority.vip', 30]),
    theirs: edit(base, ['queues[payments]', undefined]),
  });
  expect(over.lost.map(({ path }) => path)).toEqual(['queues[payments].mode']);
  expect(valueAt(over.policy, 'priority.vip')).toBe(30);
});

test('a queue that we took out and they changed is a clash', () => {
  const theirs = edit(base, ['queues[payments].mode', 'even']);
  const over = bringOver({ base, mine: edit(base, ['queues[payments]', undefined]), theirs });
  expect(over.clashes).toEqual(['queues[payments]']);
});

test('a queue put back stands where it stood', () => {
  const without = edit(base, ['queues[payments]', undefined]);
  const back = applyChange(without, { path: 'queues[payments]', kind: 'added', to: queue('payments') }, base);
  expect(back.queues.map(({ code }) => code)).toEqual(['service', 'payments', 'mail']);
});
