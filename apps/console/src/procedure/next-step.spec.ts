/** The card names one next step, and why. */
import { nextStep } from './next-step.ts';

const me = 'a1';
type State = Parameters<typeof nextStep>[0]['state'];
test.each<[string, State, string | null, boolean, string | null, string]>([
  ['what rings for me is to be taken', 'offered', 'a1', false, 'accept', 'rings-for-you'],
  ['what rings elsewhere is left alone', 'offered', 'a2', true, null, 'rings-elsewhere'],
  ['what I hold is owed an answer', 'assigned', 'a1', false, 'reply', 'owed-an-answer'],
  ['answered, it is the customer’s turn', 'with-customer', 'a1', false, null, 'customer-is-to-answer'],
  ['a supervisor may take over what another holds', 'assigned', 'a2', true, 'take-over', 'with-another'],
  ['an agent may not', 'assigned', 'a2', false, null, 'with-another'],
  ['a supervisor may take what waits', 'waiting', null, true, 'take-over', 'waits-for-somebody'],
  ['a solved one is to be closed', 'solved', 'a1', false, 'close', 'solved-already'],
  ['a closed one is over', 'closed', null, true, null, 'is-over'],
  ['what the bot answers is left to it', 'bot', null, true, null, 'with-the-bot'],
])('%s', (_sentence, state, agentId, mayDecide, act, because) =>
  expect(nextStep({ state, agentId: agentId as never }, me, mayDecide)).toEqual({ act, because }),
);

test.each([
  ['while we speak there is nothing else to do', 'answered', 'on-the-phone'],
  ['after a call what is left is noted', 'dropped', 'call-is-over'],
] as const)('%s', (_sentence, state, because) =>
  expect(nextStep({ state: 'assigned', agentId: me as never, call: { state } }, me, false)).toEqual({
    act: null,
    because,
  }),
);
