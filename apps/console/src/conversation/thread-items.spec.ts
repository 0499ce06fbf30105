/** A thread reads in order, with its days, its house facts, and the place where one had stopped. */
import type { Message } from '@trunkline/contracts';
import { type HouseFact, threadItems } from './thread-items.ts';

const message = (id: string, at: string, more: Partial<Message> = {}) =>
  ({ id, at, from: 'customer', kind: 'message', authorId: null, ...more }) as Message;
const fact = (what: string, at: string) => ({ what, at, agentId: null, because: null, decisionId: null }) as HouseFact;
const read = (given: Partial<Parameters<typeof threadItems>[0]>) =>
  threadItems({ messages: [], events: [], seenUntil: null, me: null, ...given }).map((item) => {
    if (item.kind === 'message') return `${item.message.id}${item.follows ? '+' : ''}`;
    return item.kind === 'fact' ? item.fact.what : item.kind;
  });

test('messages and facts of the house stand in the order in which they happened', () => {
  const messages = [message('m1', '2026-11-22T09:00:00Z'), message('m2', '2026-11-22T09:10:00Z')];
  expect(read({ messages, events: [fact('offered', '2026-11-22T09:05:00Z')] })).toEqual(['day', 'm1', 'offered', 'm2']);
});

test('a new day begins with its date', () => {
  const messages = [message('m1', '2026-11-20T12:00:00Z'), message('m2', '2026-11-22T12:00:00Z')];
  expect(read({ messages })).toEqual(['day', 'm1', 'day', 'm2']);
});

test('what came since one looked stands under a line, one’s own words never do', () => {
  const messages = [
    message('m1', '2026-11-22T09:00:00Z'),
    message('mine', '2026-11-22T09:05:00Z', { from: 'agent', authorId: 'me' as Message['authorId'] }),
    message('m2', '2026-11-22T09:06:00Z'),
  ];
  expect(read({ messages, seenUntil: '2026-11-22T09:01:00Z', me: 'me' })).toEqual(['day', 'm1', 'mine', 'new', 'm2']);
});

test('at the first look nothing is called new', () => {
  expect(read({ messages: [message('m1', '2026-11-22T09:00:00Z')] })).toEqual(['day', 'm1']);
});

test.each([
  ['words of one voice close together stand under one name', '2026-11-22T09:01:00Z', {}, 'm2+'],
  ['after five minutes the name is said again', '2026-11-22T09:06:00Z', {}, 'm2'],
  ['a note never joins a reply', '2026-11-22T09:01:00Z', { kind: 'note' }, 'm2'],
  ['another voice has its own name', '2026-11-22T09:01:00Z', { from: 'agent' }, 'm2'],
])('%s', (_sentence, at, more, expected) => {
  const messages = [message('m1', '2026-11-22T09:00:00Z'), message('m2', at, more as Partial<Message>)];
  expect(read({ messages }).at(-1)).toBe(expected);
});
