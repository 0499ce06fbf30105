/** Which facts bring a matter onto the ladder, where it begins, what takes it off, and who follows it. */
import type { AgentId, PolicyV1, Trigger } from '@trunkline/contracts';
import { defaultPolicy } from '../policy/default-policy.ts';
import { beginsAt } from './begins-at.ts';
import { beginsMatter, type MatterFact } from './begins-matter.ts';
import { ladderOf, levelOf } from './desk-for-ladder-specs.ts';
import { followerOf } from './follower-of.ts';
import { type MatterStand, matterOver } from './matter-over.ts';

const complaintLabel = defaultPolicy.taxonomy.topics
  .flatMap(({ labels }) => labels)
  .find(({ kind }) => kind.startsWith('complaint'))!.code;
const ticket = { ticketId: 'T', number: 'T-1', kind: 'complaint-event', ticketState: 'open' };

test.each<[string, MatterFact['type'], object, [Trigger, string, string] | null]>([
  ['a complaint that was recorded', 'ticket.opened', ticket, ['complaint', 'T', 'complaint-recorded']],
  [
    'a ticket that turns out to be a complaint',
    'ticket.changed',
    { ...ticket, kind: 'complaint-employee' },
    ['complaint', 'T', 'complaint-recorded'],
  ],
  ['a ticket of another kind', 'ticket.opened', { ...ticket, kind: 'incident' }, null],
  ['a complaint that was solved already', 'ticket.changed', { ...ticket, ticketState: 'solved' }, null],
  [
    'a conversation that was understood as a complaint',
    'conversation.opened',
    { label: complaintLabel, automatic: null },
    ['complaint', `label:${complaintLabel}`, 'complaint-by-label'],
  ],
  ['automatic mail', 'conversation.opened', { label: complaintLabel, automatic: 'bulk' }, null],
  [
    'a label put right',
    'conversation.relabelled',
    { to: complaintLabel },
    ['complaint', `label:${complaintLabel}`, 'complaint-by-label'],
  ],
  ['a label of something else', 'conversation.relabelled', { to: null }, null],
  [
    'the same problem a third time',
    'conversation.flagged',
    { signId: 'S', kind: 'unsatisfied-again' },
    ['repeated', 'S', 'unsatisfied-again'],
  ],
  [
    'somebody of the media',
    'conversation.flagged',
    { signId: 'S', kind: 'in-the-media' },
    ['publicity', 'S', 'in-the-media'],
  ],
  [
    'another sign',
    'conversation.flagged',
    { signId: 'S', kind: 'may-leave', incidentId: null },
    ['sensitive', 'S', 'may-leave'],
  ],
  [
    'one of many, whose incident is the alert',
    'conversation.flagged',
    { signId: 'S', kind: 'many-report-it', incidentId: 'I' },
    null,
  ],
  [
    'beyond competence',
    'conversation.escalated',
    { because: 'beyond-competence' },
    ['beyond-ability', 'F', 'beyond-competence'],
  ],
  [
    'beyond authority',
    'conversation.escalated',
    { because: 'beyond-authority' },
    ['beyond-ability', 'F', 'beyond-authority'],
  ],
  [
    'it may become public',
    'conversation.escalated',
    { because: 'publicity-risk' },
    ['publicity', 'F', 'publicity-risk'],
  ],
])('A29 %s', (_sentence, type, data, expected) => {
  const begun = beginsMatter({ id: 'F', type, data } as unknown as MatterFact, defaultPolicy);
  expect(begun && [begun.trigger, begun.what, begun.because.code]).toEqual(expected);
});

test.each<[string, Trigger, PolicyV1['time']['triggers'], number | 'off']>([
  ['at its level', 'complaint', { complaint: { level: 2, wakes: false } }, 1],
  ['nowhere, where it is off', 'complaint', { complaint: { level: null, wakes: false } }, 'off'],
  ['as it ships, where the policy says nothing', 'complaint', {}, 0],
  ['nowhere, where it ships switched off', 'limit-near', {}, 'off'],
  ['at the highest, where its level is gone', 'publicity', { publicity: { level: 9, wakes: true } }, 1],
])('A29 a trigger begins %s', (_sentence, trigger, triggers, after) => {
  const begins = beginsAt(trigger, ladderOf([levelOf(1), levelOf(2)], { triggers }));
  expect(begins.kind === 'begins' ? begins.after : 'off').toBe(after);
});

const still: MatterStand = {
  trigger: 'limit-missed',
  begunAt: 1000,
  end: null,
  clockStopped: null,
  isTicketDone: false,
  isSignTakenBack: false,
};
const solvedAt = (at: number) => ({ state: 'solved' as const, at });
test.each<[string, Partial<MatterStand>, string | null]>([
  ['a limit that is still missed', {}, null],
  ['an answer', { clockStopped: 'answered' }, 'answered'],
  ['an answer, for a complaint', { trigger: 'complaint', clockStopped: 'answered' }, null],
  ['its end', { trigger: 'complaint', end: solvedAt(2000) }, 'solved'],
  ['the complaint’s own end', { trigger: 'complaint', isTicketDone: true }, 'solved'],
  ['a sign that was taken back', { trigger: 'publicity', isSignTakenBack: true }, 'sign-withdrawn'],
  ['its end, for what an agent cannot do', { trigger: 'beyond-ability', end: solvedAt(2000) }, 'solved'],
  ['an end before it, for the third unsatisfied contact', { trigger: 'repeated', end: solvedAt(900) }, null],
  ['an end before it, for a limit', { end: solvedAt(900) }, 'solved'],
])('A29 over by %s', (_sentence, stand, because) => {
  const verdict = matterOver({ ...still, ...stand });
  expect(verdict.kind === 'over' ? verdict.because : null).toBe(because);
});

type Stands = { left?: string[]; accused?: string[] };
test.each<[string, string[], Stands, string | null]>([
  ['the first who had it', ['lin', 'mei'], {}, 'lin'],
  ['the next, where the first has left the desk', ['lin', 'mei'], { left: ['lin'] }, 'mei'],
  ['the next, where the first is accused in it', ['lin', 'mei'], { accused: ['lin'] }, 'mei'],
  ['nobody, until somebody had it', [], {}, null],
  ['one of whom nobody has heard yet', ['new'], {}, 'new'],
  ['who leads the group, where all have left', ['lin', 'mei'], { left: ['lin', 'mei'] }, 'bo'],
  ['another who leads it, where the first of them is accused', ['lin'], { left: ['lin'], accused: ['bo'] }, 'cy'],
  ['an administrator, where nobody else is left', ['lin'], { left: ['lin', 'bo', 'cy'] }, 'root'],
  ['nobody, where nobody is left at all', ['lin'], { left: ['lin', 'bo', 'cy', 'root'] }, null],
])('A30 it is followed by %s', (_sentence, had, { left = [], accused = [] }, follower) => {
  const seats = ['waiting', ...had].map((state, at) => ({ by: at + 1, at, state: state as AgentId }));
  const person = (id: string, role: 'agent' | 'supervisor' | 'administrator', groups: string[]) =>
    [id as AgentId, { id: id as AgentId, role, groups, number: id, active: !left.includes(id) }] as const;
  const staff = new Map([
    person('root', 'administrator', []),
    person('zoe', 'supervisor', ['mail']),
    person('cy', 'supervisor', ['service']),
    person('bo', 'supervisor', ['service', 'mail']),
    person('lin', 'agent', ['service']),
    person('mei', 'agent', ['service']),
  ]);
  const tickets = [{ hiddenFrom: accused as AgentId[] }] as never;
  expect(followerOf({ seats, tickets, queue: 'service' }, staff)).toBe(follower);
});
