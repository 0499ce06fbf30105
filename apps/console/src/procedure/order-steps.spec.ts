/** One act is the first; what is another's is shown and cannot be pressed. */
import type { NextStep } from '@trunkline/contracts';
import { orderSteps } from './order-steps.ts';

const step = (code: string, who: NextStep['for']): NextStep => ({
  because: { code, values: {} },
  act: code,
  for: who,
  isRequired: false,
});
const nextSteps = [step('sup', 'supervisor'), step('mine', 'assignee'), step('all', 'anyone')];
const me = 'a1';
const codes = (steps: NextStep[]) => steps.map(({ act }) => act);
const order = (state: 'assigned' | 'offered' | 'solved', agentId: string | null, mayDecide: boolean) => {
  const { first, mine, others } = orderSteps({ state, agentId: agentId as never, nextSteps }, { id: me, mayDecide });
  return [first?.act ?? null, codes(mine), codes(others)];
};

test.each([
  ['who has it does what is theirs first', order('assigned', me, false), ['mine', ['all'], ['sup']]],
  ['a supervisor beside does what is the supervisor’s', order('assigned', 'a2', true), ['sup', ['all'], ['mine']]],
  ['a colleague beside sees what is the agent’s', order('assigned', 'a2', false), ['all', [], ['sup', 'mine']]],
  ['what rings is taken first', order('offered', me, false), [null, ['mine', 'all'], ['sup']]],
  ['nobody has it', order('solved', null, false), ['all', [], ['sup', 'mine']]],
])('%s', (_sentence, ordered, expected) => expect(ordered).toEqual(expected));

test('without procedures nothing is wanted', () =>
  expect(orderSteps({ state: 'assigned', agentId: me as never }, { id: me, mayDecide: true })).toEqual({
    first: null,
    mine: [],
    others: [],
  }));
