/** A policy is looked through before anybody publishes it. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultPolicy } from '@trunkline/rules';
import { callTrunkline } from './call-trunkline.ts';

const lint = (policy: unknown) =>
  callTrunkline(['policy', 'lint', '-', '--json'], {
    input: typeof policy === 'string' ? policy : JSON.stringify(policy),
  });

test('the policy that ships holds, is shown without a gateway, and comes back as it is', async () => {
  const { code, out } = await callTrunkline(['policy', 'show', '--version', '0', '--json']);
  expect({ code, shown: JSON.parse(out) }).toEqual({ code: 0, shown: JSON.parse(JSON.stringify(defaultPolicy)) });
  expect(await lint(out)).toEqual({ code: 0, out: '{"holds":true,"problems":[]}\n', complaint: '' });
});

test('what does not hold is named, in the schema and beyond it: exit 1', async () => {
  const astray = { ...defaultPolicy, routing: { rules: [], otherwise: 'nowhere' } };
  expect(await lint(astray)).toMatchObject({
    code: 1,
    out: expect.stringContaining('"path":"routing.otherwise","severity":"error"'),
  });
  const { routing: _, ...torn } = defaultPolicy;
  expect(await lint(torn)).toMatchObject({ code: 1, out: expect.stringContaining('"path":"routing"') });
});

test('a file that is no JSON is used wrongly: exit 2', async () => {
  expect(await lint('{')).toMatchObject({ code: 2, out: '', complaint: expect.stringContaining('is not JSON') });
});

test('what does not hold is not published: nobody is even asked', async () => {
  const input = JSON.stringify({ ...defaultPolicy, queues: [] });
  const env = { TRUNKLINE_URL: 'http://127.0.0.1:1', TRUNKLINE_TOKEN: 'a token' };
  const { code, complaint } = await callTrunkline(['policy', 'publish', '-', '--note', 'empty'], { input, env });
  expect(code).toBe(1);
  expect(complaint).toContain('queues');
  expect(complaint).not.toContain('does not answer');
});

test.each(['latest', '-1', ''])('the version "%s" is none: exit 2', async (version) => {
  expect(await callTrunkline(['policy', 'show', `--version=${version}`])).toMatchObject({ code: 2 });
});

test('with the staff’s records a queue that nobody could be given from is found', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'trunkline-'));
  const [policyFile, staffFile] = [join(folder, 'policy.json'), join(folder, 'staff.json')];
  const taxes = { ...defaultPolicy.queues[0]!, code: 'taxes', requires: { tax: 3 } };
  await writeFile(policyFile, JSON.stringify({ ...defaultPolicy, queues: [...defaultPolicy.queues, taxes] }));
  const person = { email: 'ann@desk.test', name: 'Ann', number: '1', role: 'agent', language: 'en', skills: {} };
  const groups = ['service', 'mail', 'taxes'];
  const ann = { ...person, id: randomUUID(), groups, capacity: 6, standards: [], active: true };
  await writeFile(staffFile, JSON.stringify({ items: [ann] }));
  expect(await callTrunkline(['policy', 'lint', policyFile])).toMatchObject({ code: 0 });
  const { code, out } = await callTrunkline(['policy', 'lint', policyFile, '--staff', staffFile]);
  expect(code).toBe(1);
  expect(out).toContain('error queues[4]: Nobody who may be given from taxes has all the skills that it requires.');
  await writeFile(staffFile, '{}');
  expect(await callTrunkline(['policy', 'lint', policyFile, '--staff', staffFile])).toMatchObject({ code: 2 });
});

test('two policies are compared place by place, without a gateway where both are here', async () => {
  const changed = { ...defaultPolicy, priority: { ...defaultPolicy.priority, vip: 33 } };
  const diff = (...more: string[]) =>
    callTrunkline(['policy', 'diff', '0', '-', ...more], { input: JSON.stringify(changed) });
  expect(await diff()).toEqual({ code: 1, out: '~ priority.vip  15 → 33\n', complaint: '' });
  const change = { path: 'priority.vip', kind: 'changed', from: 15, to: 33 };
  expect(await diff('--json')).toMatchObject({ code: 1, out: `${JSON.stringify(change)}\n` });
  expect(await callTrunkline(['policy', 'diff', '0', '0'])).toMatchObject({
    code: 0,
    out: 'the policies say the same\n',
  });
});
