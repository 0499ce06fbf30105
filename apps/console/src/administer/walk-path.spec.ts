/** Places of the policy are found by codes and by numbers, and nothing is made where there is no way. */
import { nameSteps, putAt, valueAt } from './walk-path.ts';

const tree = {
  queues: [
    { code: 'service', widensTo: null, requires: { 'lang-zh': 3 } },
    { code: 'mail', widensTo: 'service' },
  ],
  rules: [{ queue: 'mail' }],
};

test.each([
  ['queues[mail].widensTo', 'service'],
  ['queues[1].widensTo', 'service'],
  ['queues[service].requires.lang-zh', 3],
  ['rules[0].queue', 'mail'],
  ['queues[nobody].widensTo', undefined],
])('%s leads to its value', (path, value) => expect(valueAt(tree, path)).toEqual(value));

test('a value is put at its place, and all beside it stays the same thing', () => {
  const changed = putAt(tree, 'queues[mail].widensTo', null);
  expect(valueAt(changed, 'queues[mail].widensTo')).toBeNull();
  expect(changed.queues[0]).toBe(tree.queues[0]);
  expect(tree.queues[1]?.widensTo).toBe('service');
});

test('nothing put there takes it out, of a list and of a record', () => {
  expect(putAt(tree, 'queues[service]', undefined).queues.map(({ code }) => code)).toEqual(['mail']);
  expect(valueAt(putAt(tree, 'queues[service].requires.lang-zh', undefined), 'queues[service].requires')).toEqual({});
});

test('a way that does not exist changes nothing', () => {
  expect(putAt(tree, 'queues[nobody].widensTo', 'mail')).toEqual(tree);
  expect(putAt(tree, 'signs.words.x', [])).toEqual(tree);
});

test('numbers become codes where there are codes', () => {
  expect(nameSteps(tree, 'queues[1].widensTo')).toBe('queues[mail].widensTo');
  expect(nameSteps(tree, 'rules[0].queue')).toBe('rules[0].queue');
});
