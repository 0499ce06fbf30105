/** When a clock is looked at before it is due. */
import { defaultPolicy } from '../policy/default-policy.ts';
import { looksOf, nextLook } from './looks-of.ts';

const { time } = defaultPolicy;

test.each<[string, Parameters<typeof looksOf>[0], number, number[]]>([
  ['a short limit once, where it is warned of', 'first-response', 60, [80]],
  ['a long one also where the customer may have to be told', 'first-response', 900, [50, 65, 80, 85, 90, 95]],
  ['what is the desk’s own once, however long', 'agent-silence', 7200, [80]],
  ['a promised new time once', 'delay-promise', 7200, [80]],
  ['what comes to its end never', 'auto-close', 86_400, []],
])('A31 %s', (_sentence, clock, seconds, expected) => expect(looksOf(clock, seconds, time)).toEqual(expected));

const timed = {
  hours: defaultPolicy.calendars.always!,
  startedAt: 0,
  pauses: [[0, 100_000]] as const,
  limitSeconds: 1000,
  carried: null,
};

test.each([
  ['the first', 0, 600_000],
  ['the next one after a look', 600_000, 750_000],
  ['those that an outage passed over are one', 910_000, 950_000],
  ['the last', 1_000_000, 1_050_000],
  ['none is left', 1_050_000, null],
])('A31 %s, pauses put off', (_sentence, after, expected) =>
  expect(nextLook('resolution', timed, { time, after })).toBe(expected),
);
