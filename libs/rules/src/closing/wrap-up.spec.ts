/** A46, A36: who is taken out of routing, what is missing, and what closing needs. */
import type { Conversation, WrapUpField } from '@trunkline/contracts';
import { defaultPolicy } from '../policy/default-policy.ts';
import { mayClose } from './may-close.ts';
import { missingInWrapUp } from './missing-in-wrap-up.ts';
import { wrapUpRule } from './wrap-up-rule.ts';
import { wrapUpSteps } from './wrap-up-steps.ts';

const [first] = defaultPolicy.queues;
const queue = first!.code;
const withOwn = (wrapUp: { seconds: number; requires: WrapUpField[] }) => ({
  ...defaultPolicy,
  queues: [{ ...first!, wrapUp }],
});

test.each<[string, Parameters<typeof wrapUpRule>[1], boolean, number]>([
  ['the default leaves it to the agent', defaultPolicy, false, 60],
  ['a queue with a rule of its own does it unasked', withOwn({ seconds: 30, requires: [] }), true, 30],
  ['a queue whose rule is no time does not', withOwn({ seconds: 0, requires: ['summary'] }), false, 0],
  [
    'where something is required for all, it is unasked',
    { ...defaultPolicy, closing: { ...defaultPolicy.closing, wrapUp: { seconds: 45, requires: ['summary'] } } },
    true,
    45,
  ],
])('A46 %s', (_sentence, policy, isUnasked, seconds) => {
  expect(wrapUpRule(queue, policy)).toMatchObject({ isUnasked, seconds });
});

const empty = { summary: '', result: null, attitude: null, label: null };
const all: WrapUpField[] = ['summary', 'label', 'result', 'attitude'];
test.each<[string, Partial<Parameters<typeof missingInWrapUp>[0]>, WrapUpField[]]>([
  ['of an empty form all that is required', {}, all],
  ['blanks are no summary', { summary: '  \n' }, all],
  ['a label that stands already is not asked again', { label: 'praise' }, ['summary', 'result', 'attitude']],
  ['of a full one nothing', { summary: '已退款', label: 'praise', result: 'solved', attitude: 'calm' }, []],
])('A46 missing is %s', (_sentence, change, missing) => {
  expect(missingInWrapUp({ ...empty, ...change } as never, all)).toEqual(missing);
  expect(missingInWrapUp({ ...empty, ...change } as never, [])).toEqual([]);
});

test.each<[string, ('label' | 'wrap-up')[], string | null, boolean, string]>([
  ['nothing is required by default', [], null, false, 'yes'],
  ['a label where one is', ['label'], null, true, 'close-needs-label'],
  ['the wrap-up where it is', ['label', 'wrap-up'], 'praise', false, 'close-needs-wrap-up'],
  ['with both it closes', ['label', 'wrap-up'], 'praise', true, 'yes'],
])('A36 to close, %s', (_sentence, requires, label, isWrappedUp, expected) => {
  const verdict = mayClose({ label, isWrappedUp }, { closing: { ...defaultPolicy.closing, requires } });
  expect(verdict.ok ? 'yes' : verdict.because).toBe(expected);
});

test.each<[string, Partial<Conversation>, boolean, boolean]>([
  ['solved where nothing is required, nothing is left', { state: 'solved' }, false, false],
  ['solved where it is required, it is left to do', { state: 'solved' }, true, true],
  ['begun, it is to be finished', { state: 'solved', wrapUp: { doneAt: null } as never }, false, true],
  ['done, nothing is left', { state: 'solved', wrapUp: { doneAt: 'x' } as never }, true, false],
  ['while it is talked about, nothing yet', { state: 'assigned' }, true, false],
])('A46 %s', (_sentence, change, isRequired, isLeft) => {
  const policy = isRequired ? withOwn({ seconds: 60, requires: ['summary'] }) : defaultPolicy;
  const steps = wrapUpSteps({ queue, ...change } as Conversation, policy as never);
  expect(steps.map(({ because }) => because.code)).toEqual(isLeft ? ['step-wrap-up'] : []);
});
