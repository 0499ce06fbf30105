/** What a call becomes: answered, over, called back, and who hears of it at once. */
import type { CallState, PolicyV1 } from '@trunkline/contracts';
import { defaultPolicy } from '../policy/default-policy.ts';
import { isHotlineOpen, queueOfCall } from './is-hotline-open.ts';
import { languageOfKey, topicOfKey } from './read-menu.ts';
import { whatFollows } from './what-follows.ts';
import { wordCall } from './word-call.ts';

test.each<[string, CallState | null, CallState, boolean, string[]]>([
  ['the first word of a call opens it', null, 'ringing', false, ['opens']],
  ['somebody answers', 'ringing', 'answered', false, ['is-answered']],
  ['it is heard of only when answered', null, 'answered', false, ['opens', 'is-answered']],
  ['it is heard of only at its end', null, 'ended', false, ['opens', 'is-answered', 'is-over']],
  ['it ends', 'answered', 'ended', true, ['is-over']],
  ['nobody took it', 'ringing', 'missed', false, ['is-called-back']],
  ['it broke off', 'answered', 'dropped', true, ['is-called-back']],
  ['its answer is heard late', 'missed', 'ended', false, ['is-answered', 'was-answered-after-all', 'is-over']],
  ['the same again changes nothing', 'missed', 'missed', false, []],
])('A43 %s', (_sentence, before, after, wasAnswered, expected) => {
  expect(
    whatFollows({ before, after, direction: 'in', wasAnswered, isComplaint: false }).map(({ kind }) => kind),
  ).toEqual(expected);
});

test('a customer who does not pick up is not called back because of it; one whose call breaks off is', () => {
  const ours = { before: 'ringing', direction: 'out', isComplaint: false } as const;
  expect(whatFollows({ ...ours, after: 'missed', wasAnswered: false })).toEqual([{ kind: 'is-over' }]);
  expect(whatFollows({ ...ours, after: 'dropped', wasAnswered: true })).toMatchObject([{ kind: 'is-called-back' }]);
});

test('A43 only a complaint that broke off calls the supervisor at once', () => {
  const dropped = { before: 'answered', after: 'dropped', direction: 'in', wasAnswered: true } as const;
  expect(whatFollows({ ...dropped, isComplaint: true })).toMatchObject([{ alertsSupervisor: true }]);
  expect(whatFollows({ ...dropped, isComplaint: false })).toMatchObject([{ alertsSupervisor: false }]);
});

test('the keys of the menu are the policy’s; another key means nothing', () => {
  const { hotline } = defaultPolicy;
  expect([languageOfKey('1', hotline), languageOfKey('2', hotline), languageOfKey('3', hotline)]).toEqual([
    'zh',
    'en',
    undefined,
  ]);
  expect([topicOfKey('2', hotline), topicOfKey('9', hotline), topicOfKey('', hotline)]).toEqual([
    'payment-and-settlement',
    undefined,
    undefined,
  ]);
});

const office: PolicyV1 = {
  ...defaultPolicy,
  time: { ...defaultPolicy.time, channelCalendars: { call: 'office-cn' } },
};

test('a call goes to the queue of its topic, within its hours', () => {
  const about = { account: '+49', language: 'zh', topic: 'payment-and-settlement' };
  expect(queueOfCall(about, defaultPolicy)).toBe('payments');
  expect(isHotlineOpen(about, defaultPolicy, Date.UTC(2026, 10, 22))).toBe(true);
  expect(isHotlineOpen(about, office, Date.UTC(2026, 10, 22, 3))).toBe(false);
  expect(isHotlineOpen(about, office, Date.UTC(2026, 10, 23, 3))).toBe(true);
});

test('what is said to a caller names the desk and the place, in both languages', () => {
  expect(wordCall('call-place', defaultPolicy, { language: 'en', place: 3 })).toContain('3');
  expect(wordCall('call-welcome', defaultPolicy, { language: 'zh' })).toContain('干线客服台');
});
