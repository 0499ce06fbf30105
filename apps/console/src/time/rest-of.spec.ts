/** The pause mark of a row and its reason. */
import type { PolicyV1 } from '@trunkline/contracts';
import { restOf } from './rest-of.ts';

const day = { holidays: [], holidaysYearly: [], special: {}, breaks: {}, tz: 'UTC' };
const policy = {
  queues: [{ code: 'service', calendar: 'office' }],
  calendars: {
    office: { ...day, hours: { mon: [['09:00', '18:00']] } },
    always: { ...day, hours: { mon: [['00:00', '24:00']] } },
  },
  time: { channelCalendars: { chat: 'always' } },
} as unknown as PolicyV1;
const evening = Date.parse('2026-11-23T20:00Z');
const row = { state: 'assigned', standard: 'mail', queue: 'service' } as const;

test('once we have answered, the customer is to speak', () => {
  expect(restOf({ ...row, state: 'with-customer' }, policy, evening)).toEqual({ why: 'with-customer' });
});
test('after hours it rests until the calendar of its queue opens', () => {
  expect(restOf(row, policy, evening)).toEqual({ why: 'closed', opensAt: Date.parse('2026-11-30T09:00Z') });
});
test('the calendar of its channel goes before that of its queue', () => {
  expect(restOf({ ...row, standard: 'chat' }, policy, evening)).toBeNull();
});
test('what is solved does not rest', () => {
  expect(restOf({ ...row, state: 'solved' }, policy, evening)).toBeNull();
});
test('without a policy nothing is said', () => expect(restOf(row, undefined, evening)).toBeNull());
