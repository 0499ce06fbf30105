/** Journey: what was routed comes out the same again, and another policy is tried on it before anybody publishes it. */
import { execFile } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { DryRun, PolicyV1 } from '@trunkline/contracts';
import { Visitor } from './customer.ts';
import { changePolicy, type Desk, hire, signInAsAdministrator } from './desk.ts';
import { eventually } from './eventually.ts';
import { type House, startHouse } from './start-house.ts';

const trunkline = resolve(import.meta.dirname, '../apps/cli/bin/trunkline.mjs');
let house: House;
let administrator: Desk;
let desks: Desk[] = [];
let policy: PolicyV1;
const visitors: Visitor[] = [];
const began = new Date().toISOString();

beforeAll(async () => {
  house = await startHouse();
  administrator = await signInAsAdministrator(house);
  policy = await changePolicy(administrator, (known) => ({
    ...known,
    routing: { rules: [], otherwise: 'service' },
    standards: { ...known.standards, chat: { ...known.standards.chat, ringSeconds: 60 } },
  }));
  for (const name of ['Ann', 'Bob']) desks.push(await hire(house, administrator, { name, capacity: 2 }));
  for (const desk of desks) await desk.comeOnline();
}, 180_000);
afterAll(async () => {
  for (const visitor of visitors) visitor.leave();
  for (const desk of desks) await desk.leave();
  desks = [];
  await house?.stop();
}, 60_000);

async function serveOne(text: string): Promise<void> {
  const visitor = await new Visitor(house.run.channels).arrive();
  visitors.push(visitor);
  await visitor.say(text);
  const { desk, id } = await eventually(
    async () => {
      for (const desk of desks) {
        const [offered] = await desk.list('?assignee=me&state=offered');
        if (offered) return { desk, id: offered.id };
      }
      return undefined;
    },
    { what: `“${text}” rings`, withinMs: 90_000 },
  );
  await desk.order(id, 'accept');
  await desk.order(id, 'resolve');
}

async function call(...words: string[]): Promise<{ code: number; out: string }> {
  const env = { TRUNKLINE_URL: house.run.api, TRUNKLINE_TOKEN: administrator.token };
  const { stdout, code } = await promisify(execFile)(process.execPath, [trunkline, ...words], { env }).then(
    (done) => ({ ...done, code: 0 }),
    (failed: { code: number; stdout: string; stderr: string }) => ({
      ...failed,
      stdout: failed.stdout + failed.stderr,
    }),
  );
  return { code, out: stdout };
}

test('what was routed is decided again to the byte', async () => {
  for (const text of ['one: a blue lamp', 'two: a red lamp', 'three: a green lamp']) await serveOne(text);
  const { code, out } = await call('replay', '--from', began, '--json');
  expect({ code, said: JSON.parse(out) }).toMatchObject({ code: 0, said: { same: true, difference: null } });
  expect(JSON.parse(out).decisions).toBeGreaterThanOrEqual(3);
}, 180_000);

test('a saved log says the same without the desk', async () => {
  const log = join(await mkdtemp(join(tmpdir(), 'trunkline-')), 'log.ndjson');
  const asked = await call('replay', '--from', began, '--save', log, '--json');
  const alone = await call('replay', '--log', log, '--json');
  expect({ ...JSON.parse(alone.out) }).toEqual({ ...JSON.parse(asked.out) });
}, 60_000);

test('the same policy changes nothing, another one moves who it names', async () => {
  const dryRun = async (tried: PolicyV1): Promise<DryRun> => {
    const body = { policy: tried, from: began, to: new Date().toISOString() };
    const { id } = await administrator.ask<DryRun>('/policies/dry-run', { method: 'POST', body });
    return eventually(
      async () => {
        const run = await administrator.ask<DryRun>(`/policies/dry-runs/${id}`);
        return run.state === 'running' ? undefined : run;
      },
      { what: 'the dry run', withinMs: 60_000 },
    );
  };
  const same = await dryRun(policy);
  expect(same).toMatchObject({ state: 'done', report: { notJudgedAnew: 0 } });
  expect(same.report!.waits.before.taken).toBe(3);
  expect(same.report!.waits.after.taken).toBe(3);
  const other = await dryRun({ ...policy, routing: { rules: [], otherwise: 'complaints' } });
  expect(other.report!.differing).toBe(3);
  expect(other.report!.queues.find(({ queue }) => queue === 'complaints')).toMatchObject({
    before: { taken: 0 },
    after: { taken: 3 },
  });
}, 120_000);

test('the command line tries it too', async () => {
  const file = join(await mkdtemp(join(tmpdir(), 'trunkline-')), 'policy.json');
  await writeFile(file, JSON.stringify({ ...policy, priority: { ...policy.priority, vip: 33 } }));
  const tried = await call('policy', 'dry-run', file, '--from', began, '--json');
  expect([tried.code, JSON.parse(tried.out.split('\n')[0]!).report.differing]).toEqual([0, 0]);
  expect(await call('policy', 'diff', 'current', file)).toEqual({ code: 1, out: '~ priority.vip  15 → 33\n' });
}, 60_000);
