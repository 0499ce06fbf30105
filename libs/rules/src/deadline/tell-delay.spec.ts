/** When the customer hears of a delay before it happens, and what new time they are given (`domain.md` §5). */
import type { Calendar } from '@trunkline/contracts';
import { defaultPolicy } from '../policy/default-policy.ts';
import { type DelayAsked, roundUp, tellDelay } from './tell-delay.ts';

const at = (time: string) => Date.parse(`2026-11-23T${time}+08:00`);
const hours = [['09:00', '18:00']] as [string, string][];
const office: Calendar = {
  tz: 'Asia/Shanghai',
  hours: { mon: hours, tue: hours },
  holidays: [],
  holidaysYearly: [],
  special: {},
  breaks: {},
};
/** Four hours from 09:00, looked at when 80 % are used. */
const asked: DelayAsked = {
  clock: 'first-response',
  limitSeconds: 4 * 3600,
  usedSeconds: 0.8 * 4 * 3600,
  dueAt: at('13:00:00'),
  now: at('12:12:00'),
  hours: office,
  forecast: { kind: 'foreseen', likelyAt: at('13:20:00'), upperAt: at('13:40:00'), by: 'wait' },
  isTold: false,
  notices: 0,
  kinds: ['inquiry'],
};
const inTime: DelayAsked['forecast'] = {
  kind: 'foreseen',
  likelyAt: at('12:40:00'),
  upperAt: at('12:50:00'),
  by: 'pace',
};
const unknown: DelayAsked['forecast'] = { kind: 'unknown', because: 'too-few-finished', values: { count: 0 } };
const nearly = 0.95 * 4 * 3600;

test.each<[string, Partial<DelayAsked>, string]>([
  ['late by forecast at 80 %: they are told', {}, 'tells: late-by-forecast'],
  ['a moment before 80 % not yet', { usedSeconds: 0.7999 * 4 * 3600 }, 'silent: not-yet'],
  ['in time by forecast: they are not', { forecast: inTime }, 'silent: in-time-by-forecast'],
  ['where nobody can say, not yet', { forecast: unknown }, 'silent: in-time-by-forecast'],
  ['at 95 % in any case', { forecast: inTime, usedSeconds: nearly }, 'tells: nearly-used'],
  ['at 95 % also where nobody can say', { forecast: unknown, usedSeconds: nearly }, 'tells: nearly-used'],
  ['once a clock', { isTold: true, usedSeconds: nearly }, 'silent: told-already'],
  ['a limit under 15 minutes is never told of', { limitSeconds: 899, usedSeconds: 890 }, 'silent: limit-too-short'],
  ['one of 15 minutes is', { limitSeconds: 900, usedSeconds: 860 }, 'tells: late-by-forecast'],
  ['the second of a conversation is told', { notices: 1 }, 'tells: late-by-forecast'],
  ['the third is for the supervisor', { notices: 2 }, 'told-enough: delay-told-enough'],
  ['what was missed already is no delay before it happens', { now: at('13:00:00') }, 'silent: missed-already'],
  ['an agent’s silence is the desk’s own', { clock: 'agent-silence' }, 'silent: clock-not-told'],
  ['so is who takes it', { clock: 'accept' }, 'silent: clock-not-told'],
  ['a promised new time has no delay of its own', { clock: 'delay-promise' }, 'silent: clock-not-told'],
  ['a visit to come is none', { clock: 'follow-up' }, 'silent: clock-not-told'],
  ['a complainant’s promise is told of', { clock: 'promise' }, 'tells: late-by-forecast'],
])('A31 %s', (_sentence, change, expected) => {
  const verdict = tellDelay({ ...asked, ...change }, defaultPolicy.time.delays);
  expect(`${verdict.kind}: ${verdict.because}`).toBe(expected);
});

test.each<[string, Partial<DelayAsked>, string | null]>([
  ['the upper forecast, rounded up to a quarter', {}, at('13:45:00').toString()],
  ['never before the limit itself', { forecast: inTime, usedSeconds: nearly }, at('13:15:00').toString()],
  [
    'half of the limit more, where nobody can say',
    { forecast: unknown, usedSeconds: nearly },
    at('15:00:00').toString(),
  ],
  ['none for a complaint about an event', { kinds: ['complaint-event'] }, null],
])('A31 the new time is %s', (_sentence, change, newTime) => {
  const verdict = tellDelay({ ...asked, ...change }, defaultPolicy.time.delays);
  expect(verdict).toMatchObject({ kind: 'tells', newTime: newTime === null ? null : Number(newTime), nth: 1 });
});

test.each([
  ['within the day', '16:05:00', '2026-11-23T16:15:00+08:00'],
  ['a quarter stays a quarter', '16:15:00', '2026-11-23T16:15:00+08:00'],
  ['closing time may be promised', '17:50:00', '2026-11-23T18:00:00+08:00'],
  ['after closing it is a quarter past the next opening', '18:10:00', '2026-11-24T09:15:00+08:00'],
])('A31 rounded up %s', (_sentence, from, to) => expect(roundUp(at(from), 15, office)).toBe(Date.parse(to)));

test('A31 quarters are those of the local clock, in Kathmandu too', () => {
  const kathmandu = { ...office, tz: 'Asia/Kathmandu' };
  expect(roundUp(Date.parse('2026-11-23T10:31:00+05:45'), 60, kathmandu)).toBe(Date.parse('2026-11-23T11:00:00+05:45'));
});
