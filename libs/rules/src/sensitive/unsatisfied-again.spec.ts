/** The third time that the same matter ends badly is a sign, once. */
import { defaultPolicy } from '../policy/default-policy.ts';
import type { Tie } from './same-matter.ts';
import { isSatisfiedScore, type Outcome, unsatisfiedAgain } from './unsatisfied-again.ts';

let days = 0;
const ended = (satisfied: boolean, rest: Partial<Outcome> = {}): Outcome => {
  days += 1;
  const at = new Date(Date.UTC(2026, 10, days)).toISOString();
  const conversationId = rest.conversationId ?? `c${days}`;
  const text = 'My order A-10023 is still broken';
  return {
    conversationId,
    text,
    label: 'faulty',
    at,
    resolution: 1,
    satisfied,
    outcomeAt: at,
    flagged: false,
    ...rest,
  };
};
beforeEach(() => {
  days = 0;
});
const judge = (outcomes: Outcome[], ties: Tie[] = []) =>
  unsatisfiedAgain({ latest: outcomes.at(-1)!, earlier: outcomes.slice(0, -1), ties, policy: defaultPolicy });
/** What each of them said when it came, one after the other; who raised the sign is remembered. */
const story = (outcomes: Outcome[], ties: Tie[] = []) => {
  const known: Outcome[] = [];
  return outcomes.map((one) => {
    known.push({ ...one });
    const { kind } = judge(known, ties);
    known.at(-1)!.flagged = kind === 'flag';
    return kind;
  });
};

const no = (rest?: Partial<Outcome>) => ended(false, rest);
const yes = (rest?: Partial<Outcome>) => ended(true, rest);

test.each<[string, () => Outcome[], string[]]>([
  ['the third is flagged, once', () => [no(), no(), no(), no(), no()], ['none', 'none', 'flag', 'none', 'none']],
  [
    'a satisfied one in between begins anew',
    () => [no(), no(), yes(), no(), no(), no()],
    ['none', 'none', 'none', 'none', 'none', 'flag'],
  ],
  [
    'one conversation solved and reopened three times is three contacts',
    () => [1, 2, 3].map((resolution) => no({ conversationId: 'c', resolution })),
    ['none', 'none', 'flag'],
  ],
  [
    'a contact judged twice is one contact',
    () => [no(), no({ conversationId: 'c' }), no({ conversationId: 'c' }), no()],
    ['none', 'none', 'none', 'flag'],
  ],
  [
    'a contact that is judged anew after the third does not flag again',
    () => [no(), no(), no({ conversationId: 'c' }), no({ conversationId: 'c' })],
    ['none', 'none', 'flag', 'none'],
  ],
  [
    'another order is another matter',
    () => [no(), no({ text: 'My order B-77777 is broken' }), no()],
    ['none', 'none', 'none'],
  ],
  [
    'without a number, the same label and similar words are proposed as the same',
    () => [1, 2, 3].map((n) => no({ text: `The kettle leaks water again, day ${n}` })),
    ['none', 'none', 'flag'],
  ],
  [
    'other words under the same label are not',
    () => ['The kettle leaks', '洗衣机漏水', 'Screen black'].map((text) => no({ text })),
    ['none', 'none', 'none'],
  ],
])('A25 %s', (_sentence, outcomes, kinds) => expect(story(outcomes())).toEqual(kinds));

test('A25 what an agent ties belongs together, what an agent unties does not', () => {
  const apart = ['a', 'b', 'c'].map((conversationId) =>
    no({ conversationId, text: `about ${conversationId}`, label: null }),
  );
  const tied = [
    { one: 'a', other: 'c', tied: true },
    { one: 'c', other: 'b', tied: true },
  ];
  expect(story(apart).at(-1)).toBe('none');
  expect(judge(apart, tied)).toMatchObject({
    kind: 'flag',
    contacts: ['a', 'b', 'c'],
    how: { because: 'tied-by-agent' },
  });
  expect(judge([no(), no(), no()], [{ one: 'c4', other: 'c6', tied: false }]).kind).toBe('none');
});

test('A25 a tie that makes four of two and two flags them, once', () => {
  const apart = ['a', 'b', 'c', 'd'].map((conversationId) => no({ conversationId, text: conversationId, label: null }));
  const tied = ['a', 'b', 'c'].map((one) => ({ one, other: 'd', tied: true }));
  expect(judge(apart, tied).kind).toBe('flag');
  apart.at(-1)!.flagged = true;
  expect(judge(apart, tied)).toMatchObject({ kind: 'none', because: 'flagged-already', count: 4 });
});

test('A25 after thirty days likeness is forgotten, a number is not', () => {
  const old = (rest: Partial<Outcome>) =>
    no({ at: '2026-01-01T00:00:00Z', outcomeAt: '2026-01-01T00:00:00Z', ...rest });
  expect(judge([old({}), old({ conversationId: 'x' }), no()]).kind).toBe('flag');
  const text = 'The kettle leaks';
  expect(judge([old({ text }), old({ text, conversationId: 'x' }), no({ text })]).kind).toBe('none');
});

test('A25 of five, one and two are a no', () =>
  expect([1, 2, 3, 4, 5].map(isSatisfiedScore)).toEqual([false, false, true, true, true]));
