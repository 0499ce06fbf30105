/** Who is next: arrival, the limit of its standard, and what weighs more. */
import { readFileSync } from 'node:fs';
import { defaultPolicy } from '../policy/default-policy.ts';
import { orderKey, type Weighed } from './order-key.ts';
import { urgencyOf } from './urgency-of.ts';

const plain: Weighed = {
  arrivedAt: '2026-11-22T09:00:00.000Z',
  standard: 'chat',
  urgency: 'low',
  kind: null,
  isVip: false,
  isSensitive: false,
  isCallBackAfterDrop: false,
  complexity: 0,
  isNearLimit: false,
};
const keyOf = (change: Partial<Weighed>) => orderKey({ ...plain, ...change }, defaultPolicy);

test.each<[string, Partial<Weighed>, number]>([
  ['a plain one', {}, 0],
  ['normal urgency', { urgency: 'normal' }, 5],
  ['high urgency', { urgency: 'high' }, 20],
  ['critical urgency', { urgency: 'critical' }, 60],
  ['a VIP', { isVip: true }, 15],
  ['a complaint about an event', { kind: 'complaint-event' }, 30],
  ['a complaint about an employee', { kind: 'complaint-employee' }, 30],
  ['a sensitive matter', { isSensitive: true }, 60],
  ['a call-back after a drop', { isCallBackAfterDrop: true }, 60],
  ['a complex matter', { complexity: 7 }, 7],
  ['a limit that is near', { isNearLimit: true }, 15],
  ['all of it, capped', { urgency: 'critical', isSensitive: true, isCallBackAfterDrop: true, isVip: true }, 120],
])('A9 %s weighs as many minutes as domain §2 says: %j → %i', (_sentence, change, minutes) => {
  const parts = keyOf(change);
  expect(parts.boostMinutes).toBe(minutes);
  expect(parts.orderKey).toBe(Date.parse(plain.arrivedAt) + 60_000 - minutes * 60_000);
});

test('A9 the limit of the standard counts: a chat goes before a mail that came with it', () =>
  expect(keyOf({}).orderKey).toBeLessThan(keyOf({ standard: 'mail' }).orderKey));

test('A9 whoever waited 120 minutes longer is first, whatever weighs on the other side', () => {
  const heaviest = { urgency: 'critical', isSensitive: true, isCallBackAfterDrop: true, complexity: 10 } as const;
  const later = keyOf({ ...heaviest, arrivedAt: '2026-11-22T11:00:00.001Z' });
  expect(keyOf({}).orderKey).toBeLessThan(later.orderKey);
});

test.each([
  ['the label says how urgent', 'I think I was hacked', 'account-locked', 'critical'],
  ['words raise it', 'Where is it? I need it urgently, it is urgent', 'where-is-my-order', 'high'],
  ['critical words raise it to the top', '再不处理我就报警了', 'where-is-my-order', 'critical'],
  ['words never lower it', 'asap please', 'account-locked', 'critical'],
  ['what is unnamed is normal', 'hm', null, 'normal'],
])('A9 urgency: %s', (_sentence, text, label, urgency) =>
  expect(urgencyOf({ text, label }, defaultPolicy)).toBe(urgency),
);

test('A9 a hundred mixed items are drained in the order that the trade writes down', () => {
  const path = new URL('../../cases/order-of-a-hundred.json', import.meta.url);
  const { items, order } = JSON.parse(readFileSync(path, 'utf8')) as {
    items: (Weighed & { id: string })[];
    order: string[];
  };
  const keys = items.map((item) => ({ id: item.id, key: orderKey(item, defaultPolicy).orderKey }));
  expect(keys.sort((a, b) => a.key - b.key).map(({ id }) => id)).toEqual(order);
});
