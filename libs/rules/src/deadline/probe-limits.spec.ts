/** What would this conversation get? */
import { LimitProbe, type PolicyV1 } from '@trunkline/contracts';
import { defaultPolicy } from '../policy/default-policy.ts';
import { probeLimits } from './probe-limits.ts';

const span = [['09:00', '18:00']] as [string, string][];
const office = {
  tz: 'Asia/Shanghai',
  hours: { mon: span, tue: span, wed: span, thu: span, fri: span },
  holidays: [],
  holidaysYearly: [],
  special: {},
  breaks: {},
};
const [queue] = defaultPolicy.queues;
const policy: PolicyV1 = {
  ...defaultPolicy,
  calendars: { ...defaultPolicy.calendars, office },
  queues: [{ ...queue!, calendar: 'office' }],
};
const probe = (at: string, more: object = {}) =>
  probeLimits(policy, LimitProbe.parse({ at, standard: 'chat', queue: queue!.code, ...more }));
const first = (at: string, standard: string) =>
  probe(at, { standard }).items.find(({ clock }) => clock === 'first-response');

test.each([
  ['a chat at 09:00 is due at 09:01', 'chat', '2026-11-23T01:00:00Z', '2026-11-23T01:01:00.000Z'],
  ['a social message at 09:00 is due at 09:05', 'social', '2026-11-23T01:00:00Z', '2026-11-23T01:05:00.000Z'],
  ['an SMS at 09:00 is due at 09:15', 'sms', '2026-11-23T01:00:00Z', '2026-11-23T01:15:00.000Z'],
  ['a mail at 09:00 is due at 13:00', 'mail', '2026-11-23T01:00:00Z', '2026-11-23T05:00:00.000Z'],
  ['a mail at 17:00 is due at 12:00 next day', 'mail', '2026-11-23T09:00:00Z', '2026-11-24T04:00:00.000Z'],
])('A2 %s', (_sentence, standard, at, dueAt) =>
  expect(first(at, standard)).toMatchObject({ dueAt, limit: `standard-${standard}`, calendar: 'office' }),
);

test('A2 a complaint has a quarter of an hour, and the probe names what it goes before', () => {
  const { items } = probe('2026-11-23T01:00:00Z', { standard: 'mail', kind: 'complaint-employee' });
  expect(items.map(({ clock, limit }) => `${clock}: ${limit}`)).toEqual([
    'first-response: complaint-employee-first',
    'next-response: standard-mail',
    'resolution: standard-mail',
    'promise: promise-to-complainant',
    'follow-up: visit-after-complaint',
    'auto-close: silence-mail',
  ]);
  expect(items[0]?.others).toEqual([{ limit: 'standard-mail', dueAt: '2026-11-23T05:00:00.000Z' }]);
  expect(items[3]).toMatchObject({ workingDays: 2, seconds: null, dueAt: '2026-11-25T01:00:00.000Z' });
});

test('what comes to its end is not warned of; what may be missed is, at four fifths', () => {
  const items = probe('2026-11-23T01:00:00Z').items;
  expect(items.find(({ clock }) => clock === 'auto-close')?.warnAt).toBeNull();
  expect(items.find(({ clock }) => clock === 'first-response')?.warnAt).toBe('2026-11-23T01:00:48.000Z');
});
