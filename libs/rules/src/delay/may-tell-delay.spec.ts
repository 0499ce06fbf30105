/** When the customer is told of a delay, and why not. */
import { type DelayStanding, mayTellDelay } from './may-tell-delay.ts';

const owed: DelayStanding = {
  clock: 'first-response',
  state: 'waiting',
  isAnswered: false,
  isPromiseKept: false,
  isAutomatic: false,
  hasAddress: true,
  isKnownAddress: false,
  wasToldElsewhere: false,
  text: 'It takes longer.',
};
const promise = { ...owed, clock: 'promise' };
const resolution = { ...owed, clock: 'resolution' };

test.each<[string, Partial<DelayStanding>, string]>([
  ['one who waits is told', owed, 'tells'],
  ['whoever was answered meanwhile is not', { isAnswered: true }, 'answered'],
  ['an answer is no solution', { ...resolution, isAnswered: true }, 'tells'],
  ['what is solved is not late any more', { ...resolution, state: 'solved' }, 'solved'],
  ['nor what is closed', { ...resolution, state: 'closed' }, 'closed'],
  ['a promise outlives the solution of the chat', { ...promise, state: 'solved', isAnswered: true }, 'tells'],
  ['a promise that was kept is told of no more', { ...promise, isPromiseKept: true }, 'answered'],
  ['a machine is told nothing', { isAutomatic: true }, 'nobody-has-to-answer'],
  ['who cannot be written to is told nothing', { hasAddress: false }, 'no-address'],
  ['V2 a stranger’s address hears of one conversation a day', { wasToldElsewhere: true }, 'told-lately'],
  ['V2 a customer whom we know hears of each', { wasToldElsewhere: true, isKnownAddress: true }, 'tells'],
  ['an empty text is switched off', { text: '  ' }, 'text-is-switched-off'],
])('A31 %s', (_sentence, change, expected) => {
  const told = mayTellDelay({ ...owed, ...change });
  expect(told.kind === 'tells' ? 'tells' : told.because).toBe(expected);
});
