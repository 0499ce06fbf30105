/** Publishing the policy: what does not hold together is refused, and versions have no gaps. */

import type { PolicyV1 } from '@trunkline/contracts';
import { defaultPolicy } from '@trunkline/rules';
import { freshDatabase, testPasswords } from '@trunkline/testing';
import { administrator, comesTrue, type GatewayForSpecs, hire, openGateway } from '../gateway-for-specs.ts';

let gateway: GatewayForSpecs;
let token: string;

beforeAll(async () => {
  gateway = await openGateway(await freshDatabase(), testPasswords);
  token = await gateway.signIn(administrator);
}, 60_000);
afterAll(() => gateway?.close());

const publish = (policy: object, by = token) =>
  gateway.ask('/policies', { method: 'POST', token: by, body: { policy, note: 'a spec' } });
const versions = async () =>
  (await gateway.postgres.query<{ version: number }>('SELECT version FROM policy_version ORDER BY version')).map(
    (row) => row.version,
  );

test('the default policy is version 1 from the first start', async () => {
  expect(await versions()).toEqual([1]);
  const { body } = await gateway.ask('/policies/1', { token });
  expect(body).toMatchObject({ version: 1 });
});

const [firstQueue, ...otherQueues] = defaultPolicy.queues;
const wrong: [string, PolicyV1, RegExp][] = [
  ['a queue that is there twice', { ...defaultPolicy, queues: [...defaultPolicy.queues, firstQueue!] }, /there twice/],
  [
    'a queue in a calendar that is not there',
    { ...defaultPolicy, queues: [{ ...firstQueue!, calendar: 'nowhere' }, ...otherQueues] },
    /names the calendar nowhere/,
  ],
  [
    'a queue that widens into itself',
    { ...defaultPolicy, queues: [{ ...firstQueue!, widensTo: firstQueue!.code }, ...otherQueues] },
    /in a circle/,
  ],
  [
    'a way out that leads nowhere',
    { ...defaultPolicy, routing: { ...defaultPolicy.routing, otherwise: 'nowhere' } },
    /leads to nowhere/,
  ],
];

test.each(wrong)('a policy with %s is refused with the reason', async (_what, policy, sentence) => {
  const before = await versions();
  const { status, body } = await publish(policy);
  expect([status, body.reason]).toEqual([422, 'policy-does-not-hold']);
  expect((body as unknown as { detail: string }).detail).toMatch(sentence);
  expect(await versions()).toEqual(before);
});

test('twelve who publish at once get twelve versions, none skipped, none doubled', async () => {
  const before = (await versions()).at(-1)!;
  const answers = await Promise.all(Array.from({ length: 12 }, () => publish(defaultPolicy)));
  expect(answers.map(({ status }) => status)).toEqual(Array(12).fill(201));
  expect(await versions()).toEqual(Array.from({ length: before + 12 }, (_, n) => n + 1));
  const newest = (await versions()).at(-1);
  await comesTrue('the newest is in force', async () => {
    const { body } = await gateway.ask('/policies/current', { token });
    return (body as unknown as PolicyV1).version === newest;
  });
});

test('V7 only administrators publish; a version that never was is not found', async () => {
  const supervisor = await hire(gateway, { role: 'supervisor' });
  expect((await publish(defaultPolicy, supervisor.token)).body.reason).toBe('not-allowed');
  for (const version of ['0', '999', '99999999999']) {
    const { status, body } = await gateway.ask(`/policies/${version}`, { token });
    expect([version, status, body.reason]).toEqual([version, 404, 'not-found']);
  }
});
