/** Which limit counts, for whom, by which calendar. */
import type { PolicyV1, TimeLimit } from '@trunkline/contracts';
import { defaultPolicy } from '../policy/default-policy.ts';
import { chooseLimit, type LimitAsked } from './choose-limit.ts';
import type { TimedMatter } from './matter-of.ts';

const hours = [['09:00', '18:00']] as [string, string][];
const office = {
  tz: 'Asia/Shanghai',
  hours: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours },
  holidays: [],
  holidaysYearly: [],
  special: {},
  breaks: {},
};
const never = { ...office, hours: {} };
const matter: TimedMatter = {
  standard: 'chat',
  queue: 'service',
  account: 'shop',
  topic: 'orders',
  label: 'late-parcel',
  kinds: ['inquiry'],
  urgency: 'normal',
  tiers: [],
};
const monday = Date.parse('2026-11-23T09:00:00+08:00');
const asked: LimitAsked = { clock: 'first-response', matter, startedAt: monday };
const limit = (code: string, more: Partial<TimeLimit>): TimeLimit => ({
  code,
  clock: 'first-response',
  when: {},
  seconds: 30,
  ...more,
});

function given(limits: TimeLimit[], time: Partial<PolicyV1['time']> = {}): PolicyV1 {
  const calendars = { ...defaultPolicy.calendars, office, never };
  return { ...defaultPolicy, calendars, time: { ...defaultPolicy.time, limits, ...time } };
}
const won = (policy: PolicyV1, more: Partial<LimitAsked> = {}) => {
  const chosen = chooseLimit({ ...asked, ...more }, policy);
  return chosen.kind === 'limit' ? chosen.limit : chosen.because;
};

test.each<[string, TimeLimit[], Partial<TimedMatter>, string]>([
  ['without another, the standard counts', [], {}, 'standard-chat'],
  ['a tighter one wins', [limit('thirty', {})], {}, 'thirty'],
  ['a looser one does not', [limit('hour', { seconds: 3600 })], {}, 'standard-chat'],
  ['of two tighter ones the first due', [limit('forty', { seconds: 40 }), limit('ten', { seconds: 10 })], {}, 'ten'],
  ['of two due at once the standard', [limit('same', { seconds: 60 })], {}, 'standard-chat'],
  ['another channel has it not', [limit('mail', { when: { standard: 'mail' } })], {}, 'standard-chat'],
  ['an account may have its own', [limit('shop', { when: { account: 'shop' } })], {}, 'shop'],
  ['a group may have its own', [limit('group', { when: { queue: 'service' } })], {}, 'group'],
  ['a topic may have its own', [limit('topic', { when: { topic: 'orders' } })], {}, 'topic'],
  ['a label may have its own', [limit('label', { when: { label: 'late-parcel' } })], {}, 'label'],
  [
    'a kind may have its own',
    [limit('kind', { when: { kind: 'incident' } })],
    { kinds: ['inquiry', 'incident'] },
    'kind',
  ],
  [
    'severity may have its own',
    [limit('critical', { when: { urgency: 'critical' } })],
    { urgency: 'critical' },
    'critical',
  ],
  ['a customer may have their own', [limit('vip', { when: { tier: 'vip' } })], { tiers: ['vip'] }, 'vip'],
  ['who is no such customer has it not', [limit('vip', { when: { tier: 'vip' } })], {}, 'standard-chat'],
  [
    'all that is named must match',
    [limit('both', { when: { tier: 'vip', queue: 'mail' } })],
    { tiers: ['vip'] },
    'standard-chat',
  ],
  ['of another clock it is none', [limit('silent', { clock: 'agent-silence' })], {}, 'standard-chat'],
])('A2 %s', (_sentence, limits, more, code) =>
  expect(won(given(limits), { matter: { ...matter, ...more } })).toBe(code),
);

test('A2 the tightest is the one that is due first, not the one with the smaller number', () => {
  const policy = given([limit('a-day', { seconds: undefined, workingDays: 1, calendar: 'office' })]);
  expect(won(policy, { clock: 'resolution' })).toBe('standard-chat');
  const friday = Date.parse('2026-11-27T10:00:00+08:00');
  const short = limit('nine-hours', { clock: 'resolution', seconds: 9 * 3600, calendar: 'office' });
  expect(won(given([short]), { clock: 'resolution', startedAt: friday })).toBe('standard-chat'); // Monday 10:00 is later
});

test.each<[string, Partial<PolicyV1['time']>, TimeLimit[], string]>([
  ['the group’s, where nothing else is said', {}, [], 'always'],
  ['the channel’s before the group’s', { channelCalendars: { chat: 'office' } }, [], 'office'],
  ['its own before both', { channelCalendars: { chat: 'always' } }, [limit('own', { calendar: 'office' })], 'office'],
])('A2 the calendar is %s', (_sentence, time, limits, calendar) => {
  const chosen = chooseLimit({ ...asked, matter: { ...matter, queue: 'service' } }, given(limits, time));
  expect(chosen).toMatchObject({ kind: 'limit', calendar });
});

test('A2 what nobody limits has no clock; silence closes after elapsed hours, whatever the calendar', () => {
  expect(won(given([]), { clock: 'survey' })).toBe('no-limit');
  expect(won(given([]), { clock: 'agent-silence' })).toBe('no-limit');
  const silence = chooseLimit({ ...asked, clock: 'auto-close' }, given([], { channelCalendars: { chat: 'office' } }));
  expect(silence).toMatchObject({ limit: 'silence-chat', calendar: 'elapsed', dueAt: monday + 24 * 3_600_000 });
});

test('a calendar that is never open is said with its name', () => {
  const policy = given([limit('own', { calendar: 'never' })]);
  expect(chooseLimit(asked, policy)).toEqual({ kind: 'fault', because: 'calendar-never-open', calendar: 'never' });
});

test('A21 of working days the length is what they come to, and the others that match are named', () => {
  const promise = limit('promise', { clock: 'promise', seconds: undefined, workingDays: 2, calendar: 'office' });
  const week = limit('week', { clock: 'promise', seconds: 604_800 });
  const friday = Date.parse('2026-11-20T16:00:00+08:00');
  const chosen = chooseLimit({ ...asked, clock: 'promise', startedAt: friday }, given([promise, week]));
  expect(chosen).toMatchObject({
    limit: 'promise',
    workingDays: 2,
    seconds: 18 * 3600,
    dueAt: Date.parse('2026-11-24T16:00:00+08:00'),
    others: [{ limit: 'week' }],
  });
});
