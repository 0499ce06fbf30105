/** The preview says what the router would do with two who arrive. */
import type { PolicyV1 } from '@trunkline/contracts';
import { boostOf, type Example, minutesAhead } from './weigh.ts';

const standard = (firstResponseSeconds: number) => ({ firstResponseSeconds });
const figures = {
  priority: { urgency: { low: 0, normal: 5, high: 20, critical: 60 }, vip: 15, complaint: 30, sensitive: 60, cap: 90 },
  standards: { chat: standard(60), mail: standard(14_400) },
} as unknown as PolicyV1;
const plain: Example = { standard: 'chat', urgency: 'normal', isVip: false, isComplaint: false, isSensitive: false };

test.each<[string, Partial<Example>, Partial<Example>, number]>([
  ['two of a kind stand equal', {}, {}, 0],
  ['a VIP goes before one who came 15 min earlier', { isVip: true }, {}, 15],
  [
    'an urgent VIP in chat goes before a mail that came 269 min earlier',
    { isVip: true, urgency: 'high' },
    { standard: 'mail' },
    269,
  ],
  ['a mail waits behind a chat', { standard: 'mail' }, {}, -239],
])('%s', (_sentence, one, other, minutes) =>
  expect(minutesAhead({ ...plain, ...one }, { ...plain, ...other }, figures)).toBe(minutes),
);

test('together they never exceed the cap', () =>
  expect(boostOf({ ...plain, urgency: 'critical', isSensitive: true, isVip: true }, figures)).toBe(90));
