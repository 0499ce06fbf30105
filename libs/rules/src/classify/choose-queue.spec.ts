/** The first rule that matches gives the queue. */
import { defaultPolicy } from '../policy/default-policy.ts';
import { chooseQueue, type Matter } from './choose-queue.ts';

const chat: Matter = {
  standard: 'chat',
  account: 'site',
  topic: null,
  label: null,
  kind: null,
  language: 'en',
};
test.each<[string, Partial<Matter>, string]>([
  ['what nothing is known of goes to service', {}, 'service'],
  ['a mail goes to mail', { standard: 'mail' }, 'mail'],
  ['payments go to payments on every channel', { standard: 'mail', topic: 'payment-and-settlement' }, 'payments'],
  ['a refund goes to payments', { topic: 'returns-and-refunds', label: 'refund-status' }, 'payments'],
  ['a complaint goes before all', { kind: 'complaint-event', topic: 'payment-and-settlement' }, 'complaints'],
])('%s', (_sentence, change, queue) => expect(chooseQueue({ ...chat, ...change }, defaultPolicy).queue).toBe(queue));

test('a rule with two fields needs both', () => {
  const routing = { rules: [{ standard: 'chat' as const, language: 'zh', queue: 'mail' }], otherwise: 'service' };
  const policy = { ...defaultPolicy, routing };
  expect(chooseQueue({ ...chat, language: 'zh' }, policy)).toEqual({ queue: 'mail', rule: 0 });
  expect(chooseQueue(chat, policy)).toEqual({ queue: 'service', rule: null });
});
