/** Call-backs: due in open time, in line, one at a time, three tries, and then another way. */
import type { AgentId, PolicyV1 } from '@trunkline/contracts';
import { defaultPolicy } from '../policy/default-policy.ts';
import { seeded } from '../simulate/seeded.ts';
import { anotherWay, type WayToWrite, whomToCall } from './another-way.ts';
import { type CallBackOrder, type CallBackStand, changeCallBack } from './change-call-back.ts';
import { planCallBack } from './plan-call-back.ts';

const [ann, ben] = ['ann', 'ben'] as AgentId[] as [AgentId, AgentId];
const now = '2026-11-23T10:00:00.000Z';
const later = '2026-11-23T12:00:00.000Z';
const office: PolicyV1 = {
  ...defaultPolicy,
  time: { ...defaultPolicy.time, channelCalendars: { call: 'office-cn' } },
};
const owed = { isFirst: false, queue: 'service', kind: null, isVip: false };

test.each([
  ['in open hours', '2026-11-23T02:00:00.000Z', '2026-11-23T02:30:00.000Z'],
  ['over the evening into the next morning', '2026-11-23T09:50:00.000Z', '2026-11-24T01:20:00.000Z'],
  ['over the weekend', '2026-11-20T12:00:00.000Z', '2026-11-23T01:30:00.000Z'],
])('A44 a call-back is due after the policy’s minutes of open time: %s', (_when, at, due) => {
  expect(planCallBack({ ...owed, at }, office).dueAt).toBe(due);
});

test('A44 one with a time agreed is due then, and stands in line as if it had come just before', () => {
  const agreed = planCallBack({ ...owed, at: now, dueAt: later }, defaultPolicy);
  expect(agreed.dueAt).toBe(later);
  expect(agreed.orderKey).toBeGreaterThan(planCallBack({ ...owed, at: now }, defaultPolicy).orderKey);
  expect(agreed.orderKey).toBe(planCallBack({ ...owed, at: '2026-11-23T11:30:00.000Z' }, defaultPolicy).orderKey);
});

test('A43 after a drop a call-back stands before one that was missed an hour ago; in a complaint before all', () => {
  const key = (isFirst: boolean, at: string, kind: 'complaint-event' | null = null) =>
    planCallBack({ ...owed, isFirst, kind, at }, defaultPolicy).orderKey;
  const dropped = key(true, now);
  expect(dropped).toBeLessThan(key(false, '2026-11-23T09:01:00.000Z'));
  expect(key(true, now, 'complaint-event')).toBeLessThan(dropped);
});

const open: CallBackStand = { dueAt: '2026-11-23T10:30:00.000Z', orderKey: 5, takenBy: null, tries: 0, result: null };
const change = (stand: Partial<CallBackStand>, order: CallBackOrder, leads = false) =>
  changeCallBack({ stand: { ...open, ...stand }, order, by: ann, leads, now }, defaultPolicy);
const tried = (isReached: boolean): CallBackOrder => ({ kind: 'attempt', isReached, dueAt: later });

test.each<[string, Partial<CallBackStand>, CallBackOrder, boolean, object]>([
  ['is taken by one', {}, { kind: 'take' }, false, { stand: { ...open, takenBy: ann } }],
  ['stays with whoever has it', { takenBy: ben }, { kind: 'take' }, false, { because: 'call-back-taken' }],
  ['taken twice by one is taken', { takenBy: ann }, { kind: 'take' }, false, { stand: { takenBy: ann } }],
  ['is given back', { takenBy: ann }, { kind: 'give-back' }, false, { stand: open }],
  ['another’s is not', { takenBy: ben }, { kind: 'give-back' }, false, { because: 'call-back-taken' }],
  ['a supervisor gives back another’s', { takenBy: ben }, { kind: 'give-back' }, true, { stand: open }],
  ['what nobody has is not given back', {}, { kind: 'give-back' }, false, { because: 'call-back-not-yours' }],
  [
    'is moved, in line too',
    {},
    { kind: 'move', dueAt: later },
    false,
    { stand: { dueAt: later, orderKey: 5_400_005 } },
  ],
  ['is not moved into the past', {}, { kind: 'move', dueAt: now }, false, { because: 'due-is-past' }],
  ['reached it is done', {}, tried(true), false, { isGivenUp: false, stand: { result: 'reached', tries: 1 } }],
  ['another tries not', { takenBy: ben }, tried(true), true, { because: 'call-back-taken' }],
  [
    'in vain it goes back into line with the next time',
    { takenBy: ann },
    tried(false),
    false,
    { isGivenUp: false, stand: { takenBy: null, tries: 1, result: null, dueAt: later } },
  ],
  [
    'the third in vain ends it',
    { tries: 2 },
    tried(false),
    false,
    { isGivenUp: true, stand: { result: 'not-reached' } },
  ],
  ['is withdrawn', {}, { kind: 'withdraw' }, false, { isGivenUp: false, stand: { result: 'not-needed' } }],
  ['done it stays done', { result: 'reached' }, { kind: 'take' }, true, { because: 'call-backs-used-up' }],
])('A44 a call-back %s', (_sentence, stand, order, leads, expected) => {
  expect(change(stand, order, leads)).toMatchObject(expected);
});

test('A44 no call-back is lost: in 10,000 random histories each is open under a clock, or done once and for a reason', () => {
  const seed = 20261124;
  const random = seeded(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  let ended = 0;
  for (let history = 0; history < 10_000; history++) {
    let stand = open;
    let [attempts, ends] = [0, 0];
    for (let step = 0; step < 12; step++) {
      const dueAt = new Date(Date.parse(now) + Math.floor(random() * 7_200_000) - 600_000).toISOString();
      const order = pick<CallBackOrder>([
        { kind: 'take' },
        { kind: 'give-back' },
        { kind: 'move', dueAt },
        { kind: 'attempt', isReached: random() < 0.2, dueAt: later },
        { kind: 'withdraw' },
      ]);
      if (order.kind === 'withdraw' && random() < 0.8) continue;
      const asked = { stand, order, by: pick([ann, ben]), leads: random() < 0.3, now };
      const after = changeCallBack(asked, defaultPolicy);
      if (!after.ok) continue;
      if (order.kind === 'attempt') attempts += 1;
      if (after.stand.result !== null) ends += 1;
      const { result, tries, takenBy } = after.stand;
      const isSound =
        tries === attempts &&
        tries <= 3 &&
        ends <= 1 &&
        Number.isFinite(Date.parse(after.stand.dueAt)) &&
        (result === null || takenBy === null) &&
        after.isGivenUp === (result === 'not-reached') &&
        (result !== 'not-reached' || tries === 3) &&
        (order.kind !== 'attempt' || asked.stand.takenBy === null || asked.stand.takenBy === asked.by);
      expect([seed, history, step, isSound]).toEqual([seed, history, step, true]);
      stand = after.stand;
    }
    ended += ends;
  }
  expect([seed, ended > 5_000]).toEqual([seed, true]);
});

const way = (standard: WayToWrite['standard'], address: string, isLive = false): WayToWrite => ({
  channel: standard,
  address,
  standard,
  isLive,
});
const [mail, sms, chat, phone] = [
  way('mail', 'a@x.test'),
  way('sms', '+4915700000001'),
  way('chat', 'v1', true),
  way('call', '+4930123456'),
];

test.each([
  ['mail before SMS', [sms, mail, phone], mail],
  ['SMS to the same number that was called', [phone, way('sms', phone.address)], way('sms', phone.address)],
  ['a chat last', [chat, sms], sms],
  ['a chat where there is nothing else', [chat, phone], chat],
  ['nowhere where only the telephone is known', [phone], null],
])('A44 who does not pick up is written to: %s', (_sentence, ways, expected) => {
  expect(anotherWay(ways, phone)).toEqual(expected);
});

test('A44 never by the way that was in vain', () => {
  expect(anotherWay([sms], sms)).toBeNull();
});

test('A44 the number to call is theirs on any channel that rings; without one it is where they wrote from', () => {
  expect(whomToCall([mail, sms], chat)).toBe(sms);
  expect(whomToCall([mail, way('social', '4915700000001')], chat)).toBe(chat);
});
