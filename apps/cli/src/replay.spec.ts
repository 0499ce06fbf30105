/** A saved log is replayed without a gateway: the same decisions, or the first that is otherwise. */
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RecordedStep } from '@trunkline/contracts';
import { defaultPolicy, drawScript, PlayScript, seeded, usualDay } from '@trunkline/rules';
import { callTrunkline } from './call-trunkline.ts';

const startsAt = Date.parse('2026-03-02T00:00:00.000Z');
let folder: string;
let steps: RecordedStep[];
let snapshot: object;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trunkline-'));
  const profile = usualDay([defaultPolicy]);
  const script = drawScript({ profile, policy: defaultPolicy, startsAt, days: 1, random: seeded(3) });
  snapshot = { ...script.start, policyVersion: 0 };
  steps = [];
  new PlayScript(script, defaultPolicy, ({ input, outcomes }) => {
    const decisions = outcomes.flatMap((one) => ('decision' in one ? [one.decision] : []));
    steps.push(structuredClone({ input, outcome: { kind: 'heard' }, isParked: false, decisions }) as RecordedStep);
  }).playUntil(startsAt + 11 * 3_600_000);
});

async function save(name: string, lines: unknown[]): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'));
  return file;
}

test('the same log gives the same decisions: exit 0', async () => {
  const log = await save('log.ndjson', [{ snapshot }, ...steps]);
  const { code, out } = await callTrunkline(['replay', '--log', log]);
  expect([code, out]).toEqual([0, expect.stringMatching(/^\d+ inputs, \d+ decisions: all as they were recorded\n$/)]);
  const json = await callTrunkline(['replay', '--log', log, '--json']);
  const decisions = steps.reduce((sum, step) => sum + step.decisions.length, 0);
  expect(JSON.parse(json.out)).toEqual({ inputs: steps.length, decisions, same: true, difference: null });
});

test('a decision that comes out otherwise is shown with its step: exit 1', async () => {
  const at = steps.findIndex((step, place) => place > 40 && step.decisions.length > 0);
  const changed = structuredClone(steps);
  changed[at]!.decisions[0]!.because.code = 'best-friend';
  const { code, out } = await callTrunkline([
    'replay',
    '--log',
    await save('changed.ndjson', [{ snapshot }, ...changed]),
  ]);
  expect(code).toBe(1);
  expect(out).toContain(`the first difference is at step ${steps[at]!.input.step}`);
  expect(out).toContain('best-friend');
});

test('another policy is tried on it: what was, what would have been, who waited otherwise', async () => {
  const log = await save('tried.ndjson', [{ snapshot }, ...steps]);
  const heavy = { ...defaultPolicy.standards, chat: { ...defaultPolicy.standards.chat, weight: 3 } };
  const policy = await save('heavy.json', [{ ...defaultPolicy, standards: heavy }]);
  const { code, out } = await callTrunkline(['replay', '--log', log, '--policy', policy, '--json']);
  const [first, ...others] = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(code).toBe(0);
  expect(first.report.waits.after.mean).toBeGreaterThan(first.report.waits.before.mean);
  expect(others.length).toBe(Math.min(500, first.report.differing));
  const spoken = await callTrunkline(['replay', '--log', log, '--policy', policy]);
  expect(spoken.out).toMatch(/decisions: \d+ recorded, \d+ now, \d+ otherwise/);
});

test('the policy it was decided by changes nothing', async () => {
  const log = await save('same.ndjson', [{ snapshot }, ...steps]);
  const policy = await save('same.json', [defaultPolicy]);
  const { out } = await callTrunkline(['replay', '--log', log, '--policy', policy, '--json']);
  expect(JSON.parse(out).report).toMatchObject({ differing: 0, decisions: { changed: 0 } });
});

test.each<[string, () => unknown[], string]>([
  ['a line that is no JSON', () => [{ snapshot }, '{'], 'log-2.ndjson:2 is not JSON'],
  [
    'a line that is something else',
    () => [{ snapshot }, { hello: 1 }],
    'log-2.ndjson:2 is neither a snapshot nor a step',
  ],
  ['no snapshot', () => steps.slice(0, 2), 'begins with its snapshot'],
])('%s is used wrongly: exit 2', async (_what, lines, sentence) => {
  const { code, complaint } = await callTrunkline(['replay', '--log', await save('log-2.ndjson', lines())]);
  expect([code, complaint]).toEqual([2, expect.stringContaining(sentence)]);
});

test.each([
  ['an empty log', ['replay', '--log', '/dev/null'], 1, 'nothing was recorded'],
  ['a file that is not there', ['replay', '--log', 'nowhere.ndjson'], 2, 'there is no file'],
  ['no span', ['replay'], 2, 'from when?'],
  ['a span that is none', ['replay', '--from', 'yesterday'], 2, 'neither an instant'],
  ['a span that ends before it begins', ['replay', '--from', '1h', '--to', '2h'], 2, 'not before'],
  ['a dry run of no span', ['policy', 'dry-run', '-'], 2, 'from when?'],
])('%s is told so', async (_what, words, code, sentence) => {
  const called = await callTrunkline(words as string[]);
  expect([called.code, called.complaint]).toEqual([code, expect.stringContaining(sentence as string)]);
});
