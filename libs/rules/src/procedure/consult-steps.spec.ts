/** A15: an instruction is followed by who asked for it, until the customer has been answered. */
import type { Consult, Conversation } from '@trunkline/contracts';
import { consultSteps } from './consult-steps.ts';

const asked = { id: 'c1', wanted: 'May I?', askedBy: 'a1', answeredAt: null, overAt: null, instruction: null };
const answered = { ...asked, answeredAt: '2026-11-23T09:05:00.000Z', instruction: 'Yes.' };
const page = { state: 'assigned', agentId: 'a1', lastFrom: 'customer', lastAt: '2026-11-23T09:00:00.000Z' };
const codes = (change: object, consult: object) =>
  consultSteps({ ...page, consults: [consult as Consult], ...change } as Conversation).map(
    ({ because }) => because.code,
  );

test.each<[string, object, object, string[]]>([
  ['asked, the supervisor answers and the agent waits', {}, asked, ['step-answer-consult', 'step-wait-for-supervisor']],
  ['answered, the agent follows it', {}, answered, ['step-follow-instruction']],
  [
    'a rule asked: whoever has it follows it',
    { agentId: 'a2' },
    { ...answered, askedBy: null },
    ['step-follow-instruction'],
  ],
  ['handed on, it is not the next one’s', { agentId: 'a2' }, answered, []],
  ['the customer was answered since', { lastFrom: 'agent', lastAt: '2026-11-23T09:06:00.000Z' }, answered, []],
  ['an answer from before does not count', { lastFrom: 'agent' }, answered, ['step-follow-instruction']],
  ['over without an answer', {}, { ...asked, overAt: '2026-11-23T09:05:00.000Z' }, []],
  ['solved, nothing is wanted', { state: 'solved' }, asked, []],
])('%s', (_sentence, change, consult, expected) => expect(codes(change, consult)).toEqual(expected));
