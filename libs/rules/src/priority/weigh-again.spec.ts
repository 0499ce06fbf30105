/** A key that stands already gains or loses a reason, once, and never passes its cap. */
import { defaultPolicy } from '../policy/default-policy.ts';
import { orderKey, type Weighed } from './order-key.ts';
import { judgeUrgency } from './urgency-of.ts';
import { weighAgain } from './weigh-again.ts';

const weighed: Weighed = {
  arrivedAt: '2026-11-22T09:00:00.000Z',
  standard: 'chat',
  urgency: 'critical',
  kind: null,
  isVip: true,
  isSensitive: false,
  isCallBackAfterDrop: false,
  complexity: 0,
  isNearLimit: false,
};
const parts = orderKey(weighed, defaultPolicy);
const { cap } = defaultPolicy.priority;
const sensitive = { add: { because: 'is-sensitive', minutes: 60, words: ['投诉'] } };

test('A9 a sign that comes later weighs as one that was there from the start', () => {
  const later = weighAgain(parts, sensitive, cap);
  const fromTheStart = orderKey({ ...weighed, isSensitive: true, words: { sensitive: ['投诉'] } }, defaultPolicy);
  expect(later.orderKey).toBe(fromTheStart.orderKey);
  expect(later.boostMinutes).toBe(120);
  expect(later.boosts).toContainEqual({ because: 'is-sensitive', minutes: 60, words: ['投诉'] });
});

test('A9 it weighs once, and goes as it came', () => {
  const once = weighAgain(parts, sensitive, cap);
  expect(weighAgain(once, sensitive, cap)).toBe(once);
  expect(weighAgain(once, { drop: 'is-sensitive' }, cap)).toEqual(parts);
  expect(weighAgain(parts, { drop: 'is-sensitive' }, cap)).toBe(parts);
});

test('A9 a queue’s own minutes hold where it names some', () => {
  const queues = defaultPolicy.queues.map((queue) =>
    queue.code === 'mail' ? { ...queue, priority: { sensitive: 5, cap: 30 } } : queue,
  );
  const own = orderKey({ ...weighed, isSensitive: true, queue: 'mail' }, { ...defaultPolicy, queues });
  expect(own.boosts.find(({ because }) => because === 'is-sensitive')?.minutes).toBe(5);
  expect(own.boostMinutes).toBe(30);
});

test('A9 the words that made it urgent are named', () =>
  expect(judgeUrgency({ text: '十萬火急,盡快處理', label: null }, defaultPolicy)).toEqual({
    urgency: 'critical',
    words: ['十万火急'],
  }));
