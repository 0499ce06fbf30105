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

const publish = (policy: object, by = token, more: { baseVersion?: number; headers?: Record<string, string> } = {}) => {
  const { headers = {}, ...rest } = more;
  return gateway.ask('/policies', { method: 'POST', token: by, headers, body: { policy, note: 'a spec', ...rest } });
};
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
  [
    'a queue that is there twice',
    { ...defaultPolicy, queues: [...defaultPolicy.queues, firstQueue!] },
    /: queues\[4\]\.code: service is there twice/,
  ],
  [
    'a queue in a calendar that is not there',
    { ...defaultPolicy, queues: [{ ...firstQueue!, calendar: 'nowhere' }, ...otherQueues] },
    /: queues\[0\]\.calendar: There is no calendar nowhere/,
  ],
  [
    'a queue that widens into itself',
    { ...defaultPolicy, queues: [{ ...firstQueue!, widensTo: firstQueue!.code }, ...otherQueues] },
    /: queues\[0\]\.widensTo: Queues widen in a circle/,
  ],
  [
    'a way out that leads nowhere',
    { ...defaultPolicy, routing: { ...defaultPolicy.routing, otherwise: 'nowhere' } },
    /: routing\.otherwise: There is no queue nowhere/,
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

test('a queue that no agent can serve is refused with its place; one that lost its people before is only warned of', async () => {
  await hire(gateway, { groups: ['service', 'mail'] });
  const skilled = { ...defaultPolicy, queues: [{ ...firstQueue!, requires: { tax: 2 } }, ...otherQueues] };
  const { status, body } = await publish(skilled);
  expect([status, body.reason]).toEqual([422, 'policy-does-not-hold']);
  const values = { queue: 'service' };
  expect(body.issues).toEqual([
    {
      path: 'queues[0]',
      message: expect.stringContaining('has all the skills'),
      because: { code: 'queue-without-skilled-agent', values },
    },
  ]);
});

test('a draft is looked through in both languages before anybody publishes it', async () => {
  const lint = async (policy: object, by = token) =>
    (await gateway.ask('/policies/lint', { method: 'POST', token: by, body: { policy } })).body as unknown as {
      problems: { path: string; en: string; zh: string }[];
    };
  expect(await lint(defaultPolicy)).toEqual({ problems: [] });
  const pattern = { label: 'refund-status', pattern: '(a' };
  const draft = { ...defaultPolicy, taxonomy: { ...defaultPolicy.taxonomy, rules: [pattern] } };
  expect((await lint(draft)).problems).toEqual([
    {
      path: 'taxonomy.rules[0].pattern',
      severity: 'error',
      because: { code: 'pattern-refused', values: { detail: expect.any(String) } },
      en: expect.stringMatching(/^The pattern cannot be used: /),
      zh: expect.stringMatching(/^该表达式无法使用：/),
    },
  ]);
  const { problems } = await lint({ ...defaultPolicy, queues: [{ ...firstQueue!, requires: { tax: -1 } }] });
  expect(problems[0]).toMatchObject({ path: 'queues[0].requires.tax', because: { code: 'breaks-the-schema' } });
  expect(problems[0]!.zh).toMatch(/数值过小/);
});

test('two versions, or a version and a draft, are compared place by place', async () => {
  const { body } = await publish({ ...defaultPolicy, priority: { ...defaultPolicy.priority, vip: 33 } });
  const compare = (from: unknown, to: unknown) =>
    gateway.ask('/policies/compare', { method: 'POST', token, body: { from, to } });
  const vip = { path: 'priority.vip', kind: 'changed', from: 15, to: 33 };
  expect((await compare(1, body.version)).body).toEqual({ changes: [vip] });
  expect((await compare(1, { ...defaultPolicy, version: 99 })).body).toEqual({ changes: [] });
  expect((await compare(1, 999)).body.reason).toBe('not-found');
  const { status, body: refused } = await compare({ version: 1 }, 1);
  expect([status, refused.reason]).toEqual([422, 'policy-does-not-hold']);
});

test('whoever changed an older version is told that it was changed meanwhile', async () => {
  const newest = (await versions()).at(-1)!;
  const stale = await publish(defaultPolicy, token, { baseVersion: newest - 1 });
  expect([stale.status, stale.body.reason]).toEqual([409, 'edited-meanwhile']);
  const staleTag = await publish(defaultPolicy, token, { headers: { 'if-match': `"${newest - 1}"` } });
  expect(staleTag.body.reason).toBe('edited-meanwhile');
  const odd = await publish(defaultPolicy, token, { headers: { 'if-match': 'newest' } });
  expect([odd.status, odd.body.reason]).toEqual([400, 'bad-request']);
  const { headers } = await gateway.ask(`/policies/${newest}`, { token });
  expect(headers.get('etag')).toBe(`"${newest}"`);
  expect((await publish(defaultPolicy, token, { headers: { 'if-match': headers.get('etag')! } })).status).toBe(201);
  const both = await Promise.all([1, 2].map(() => publish(defaultPolicy, token, { baseVersion: newest + 1 })));
  expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  expect((await publish(defaultPolicy, token)).status).toBe(201);
});
