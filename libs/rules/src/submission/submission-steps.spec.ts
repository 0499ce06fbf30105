/** A28 a held result is the first thing at the next contact; then what the customer says, once more, or the end. */
import type { Conversation, Submission } from '@trunkline/contracts';
import { defaultPolicy } from '../policy/default-policy.ts';
import { submissionSteps } from './submission-steps.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 9, minute)).toISOString();
const one = (rest: Partial<Submission>): Submission =>
  ({
    id: 's1',
    ticketId: 't1',
    number: 'T-1001',
    conversationId: 'before',
    department: 'logistics',
    turn: 1,
    submittedAt: at(0),
    resultAt: at(1),
    delivery: 'held',
    toldAt: null,
    toldIn: null,
    satisfied: null,
    ...rest,
  }) as Submission;
const told = { toldAt: at(2), toldIn: 'now' } as Partial<Submission>;
const page = (submissions: Submission[], state: Conversation['state'] = 'assigned') =>
  ({ id: 'now', state, submissions }) as Conversation;
const acts = (submissions: Submission[], policy = defaultPolicy) =>
  submissionSteps(page(submissions), policy).map(({ act, for: who }) => `${act} ${who}`);
const strict = { ...defaultPolicy, complaints: { ...defaultPolicy.complaints, onlySupervisorCloses: true } };

test.each<[string, Submission[], string[]]>([
  ['nothing was submitted', [], []],
  ['a department has it', [one({ resultAt: null })], []],
  ['a held result is told', [one({})], ['tell-result assignee']],
  [
    'of one that just came the supervisor says how it goes out',
    [one({ delivery: null })],
    ['tell-result assignee', 'deliver-result supervisor'],
  ],
  [
    'two are told in their order',
    [one({}), one({ ticketId: 't2' as never })],
    ['tell-result assignee', 'null assignee'],
  ],
  ['told, the customer is heard', [one(told)], ['hear-result assignee']],
  ['satisfied, it is over', [one({ ...told, satisfied: true })], []],
  ['not satisfied, it goes once more', [one({ ...told, satisfied: false })], ['submit-again assignee']],
  [
    'not satisfied again, it ends with the reason',
    [one({ ...told, satisfied: false, submittedAt: at(-9) }), one({ ...told, satisfied: false, turn: 2 })],
    ['end-unsatisfied assignee'],
  ],
  ['told in another conversation is history here', [one({ ...told, toldIn: 'elsewhere' as never })], []],
])('A28 %s', (_sentence, submissions, expected) => expect(acts(submissions)).toEqual(expected));

test('A28 where only supervisors end it, the step is the supervisor’s', () =>
  expect(acts([one({ ...told, satisfied: false, turn: 2 })], strict)).toEqual(['end-unsatisfied supervisor']));

test('a closed conversation wants nothing any more', () =>
  expect(submissionSteps(page([one({})], 'closed'), defaultPolicy)).toEqual([]));
