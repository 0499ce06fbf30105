/** Days that never were: the same for the same seed, and a change is seen beside them. */
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultPolicy, usualDay } from '@trunkline/rules';
import { callTrunkline } from './call-trunkline.ts';

const simulate = (...words: string[]) => callTrunkline(['simulate', '--seed', '7', ...words]);
const read = (out: string) => {
  const lines = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  return { hours: lines.slice(0, -1), all: lines.at(-1) };
};
const hour = (out: string, of: number) => read(out).hours.find((one) => one.hour === of);

test('the same seed gives the same days', async () => {
  const [one, other] = [await simulate('--json'), await simulate('--json')];
  expect(one).toEqual(other);
  expect(one.code).toBe(0);
  expect(read(one.out).all).toMatchObject({
    seed: 7,
    days: 1,
    after: null,
    before: { stillWaiting: expect.any(Number) },
  });
});

test('two agents fewer over noon: that hour waits longer, the morning does not', async () => {
  const { code, out } = await simulate('--agents-fewer', '2', '--between', '12:00-13:00', '--days', '3', '--json');
  expect(code).toBe(0);
  const [noon, morning] = [hour(out, 12), hour(out, 9)];
  expect(noon.after.mean).toBeGreaterThan(noon.before.mean);
  expect(morning.after).toEqual(morning.before);
  const spoken = await simulate('--agents-fewer', '2', '--between', '12:00-13:00');
  expect(spoken.out).toMatch(/\n12:00 .* → .*\n/);
  expect(spoken.out).toContain('one day, seed 7');
});

test('another policy is simulated on the same days', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'trunkline-'));
  const file = join(folder, 'policy.json');
  const standards = { ...defaultPolicy.standards, chat: { ...defaultPolicy.standards.chat, weight: 3 } };
  await writeFile(file, JSON.stringify({ ...defaultPolicy, standards }));
  const { all } = read((await simulate('--policy', file, '--json')).out);
  expect(all.after.mean).toBeGreaterThan(all.before.mean);
});

test('a profile of one’s own is taken, and what is wrong in it is named', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'trunkline-'));
  const file = join(folder, 'profile.json');
  const profile = { ...usualDay([defaultPolicy]), tz: 'Asia/Shanghai' };
  await writeFile(file, JSON.stringify(profile));
  expect(await simulate('--profile', file, '--json')).toMatchObject({ code: 0 });
  await writeFile(file, JSON.stringify({ ...profile, tz: 'Mars/Base' }));
  expect((await simulate('--profile', file)).complaint).toContain('no such time zone');
  await writeFile(file, JSON.stringify({ ...profile, flows: [{ ...profile.flows[0], perHour: [1] }] }));
  expect(await simulate('--profile', file)).toMatchObject({
    code: 2,
    complaint: expect.stringContaining('flows.0.perHour'),
  });
});

test.each([
  [['--agents-fewer', 'two'], 'whole number'],
  [['--between', '12:00-13:00'], 'goes with --agents-fewer'],
  [['--agents-fewer', '2', '--between', '13:00-12:00'], 'like 12:00-13:00'],
  [['--agents-fewer', '99'], 'are on duty then'],
  [['--days', '0.5'], 'whole number'],
  [['--tz', 'Mars/Base'], 'no time zone'],
])('%j is used wrongly: exit 2', async (words, sentence) => {
  const { code, complaint } = await simulate(...words);
  expect([code, complaint]).toEqual([2, expect.stringContaining(sentence)]);
});
