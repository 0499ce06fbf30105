/** A policy is looked through before anybody publishes it. */
import { defaultPolicy } from '@trunkline/rules';
import { callTrunkline } from './call-trunkline.ts';

const lint = (policy: unknown) =>
  callTrunkline(['policy', 'lint', '-', '--json'], {
    input: typeof policy === 'string' ? policy : JSON.stringify(policy),
  });

test('the policy that ships holds, is shown without a gateway, and comes back as it is', async () => {
  const { code, out } = await callTrunkline(['policy', 'show', '--version', '0', '--json']);
  expect({ code, shown: JSON.parse(out) }).toEqual({ code: 0, shown: JSON.parse(JSON.stringify(defaultPolicy)) });
  expect(await lint(out)).toEqual({ code: 0, out: '{"holds":true,"faults":[]}\n', complaint: '' });
});

test('what does not hold is named, in the schema and beyond it: exit 1', async () => {
  const astray = { ...defaultPolicy, routing: { rules: [], otherwise: 'nowhere' } };
  expect(await lint(astray)).toMatchObject({
    code: 1,
    out: expect.stringContaining('routing otherwise leads to nowhere'),
  });
  const { routing: _, ...torn } = defaultPolicy;
  expect(await lint(torn)).toMatchObject({ code: 1, out: expect.stringContaining('routing: Invalid input') });
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
