/** A ladder on which nobody stands is found before anybody relies on it, with its place and reason. */
import { type AgentId, PolicyV1, type StaffV1 } from '@trunkline/contracts';
import { levelOf, personOf } from '../escalate/desk-for-ladder-specs.ts';
import { defaultPolicy } from './default-policy.ts';
import { lintLadder } from './lint-ladder.ts';

const policyOf = (time: Partial<PolicyV1['time']>) => ({ ...defaultPolicy, time: { ...defaultPolicy.time, ...time } });
const boss = personOf('boss', { role: 'administrator', groups: [] });
const staff: StaffV1[] = [
  personOf('lin'),
  boss,
  personOf('gone', { active: false }),
  personOf('agent', { role: 'agent' }),
  personOf('unbound', { groups: [] }),
];
const found = (policy: PolicyV1, given = {}) =>
  lintLadder(policy, given).map(({ path, severity, because }) => `${severity} ${path} ${because.code}`);
const named = (agentId: string) => levelOf(1, { agentId: agentId as AgentId });

test.each<[string, Partial<PolicyV1['time']>, string[]]>([
  ['the default', {}, []],
  ['a level twice', { ladder: [levelOf(1), levelOf(1)] }, ['error time.ladder[1].level level-is-there-twice']],
  ['levels out of order', { ladder: [levelOf(9), levelOf(3)] }, ['error time.ladder[1].level level-out-of-order']],
  ['somebody who left', { ladder: [named('gone'), levelOf(9)] }, ['error time.ladder[0].agentId level-of-nobody']],
  ['somebody unknown', { ladder: [named('x'), levelOf(9)] }, ['error time.ladder[0].agentId level-of-nobody']],
  [
    'a person without the right',
    { ladder: [named('agent'), levelOf(9)] },
    ['error time.ladder[0].agentId level-may-not-hear'],
  ],
  [
    'a supervisor of no group',
    { ladder: [named('unbound'), levelOf(9)] },
    ['error time.ladder[0].agentId level-may-not-hear'],
  ],
  [
    'a role without the right',
    { ladder: [levelOf(1, { role: 'monitor' }), levelOf(9)] },
    ['error time.ladder[0].role level-may-not-hear'],
  ],
  [
    'a target that is not there',
    { ladder: [levelOf(1, { notify: ['robot', 'mail'] })] },
    ['error time.ladder[0].notify[1] level-notifies-nothing'],
  ],
  [
    'a trigger onto a level that is not there',
    { triggers: { complaint: { level: 4, wakes: false }, publicity: { level: null, wakes: false } } },
    ['error time.triggers.complaint.level no-such-level'],
  ],
])('A29 %s', (_sentence, time, faults) => {
  const policy = policyOf({ triggers: {}, ...time });
  const errors = found(policy, { staff, targets: ['robot'] }).filter((line) => line.startsWith('error'));
  expect(errors).toEqual(faults);
});

test('A29 it warns of a group for which nobody could ever be told', () => {
  const policy = policyOf({ ladder: [levelOf(1)], triggers: {} });
  expect(found(policy, { staff })).toEqual(
    policy.queues.flatMap(({ code }, at) => (code === 'service' ? [] : [`warning queues[${at}] group-nobody-hears`])),
  );
  expect(
    found({ ...policy, time: { ...policy.time, ladder: [levelOf(1, { role: 'administrator' })] } }, { staff }),
  ).toEqual([]);
});

test('who left since it was published does not stand in the way of another change', () => {
  const policy = policyOf({ ladder: [named('gone'), levelOf(9, { role: 'administrator' })], triggers: {} });
  expect(found(policy, { staff, inForce: policy })).toEqual(['warning time.ladder[0].agentId level-of-nobody']);
});

test('without staff and targets it says nothing of them', () =>
  expect(
    found(policyOf({ ladder: [levelOf(1, { agentId: 'x' as AgentId, notify: ['gone'] })], triggers: {} })),
  ).toEqual([]));

test.each([
  ['neither a role nor a person', {}],
  ['both a role and a person', { role: 'supervisor', agentId: '0193b3a0-0000-7000-8000-000000000001' }],
])('A29 a level with %s breaks the schema', (_sentence, who) => {
  const ladder = [{ level: 1, acknowledgeMinutes: 15, pagedWhile: null, notify: [], ...who }];
  const read = PolicyV1.safeParse({ ...defaultPolicy, time: { ...defaultPolicy.time, ladder } });
  expect(read.error?.issues[0]).toMatchObject({ path: ['time', 'ladder', 0], message: 'a role or a person' });
});
