/** Journey: Postgres is gone for some seconds, twice, as in a fail-over; the services recover by themselves and nothing is lost. */
import { execFile } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { checkLaws, EvidenceLedger, sayVerdicts } from '@trunkline/testing';
import { collectEvidence, countArrived, lookForUnrest } from './collect-evidence.ts';
import { Visitor } from './customer.ts';
import { type Desk, hire, signInAsAdministrator } from './desk.ts';
import { eventually } from './eventually.ts';
import { chatAway, seeded, work } from './robots.ts';
import { type House, startHouse } from './start-house.ts';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const services = ['channels', 'router', 'sla', 'gateway'];
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
const visitors = 12;
const ways = [['--kill'], []];

let house: House;

beforeAll(async () => {
  house = await startHouse({ own: true });
}, 240_000);
afterAll(() => house?.stop(), 60_000);

test('Postgres falls over and comes back, twice: no process ends, nobody is ready meanwhile, nothing is lost or doubled', async () => {
  const administrator = await signInAsAdministrator(house);
  const agents: Desk[] = [];
  for (let at = 0; at < 2; at += 1) agents.push(await hire(house, administrator));
  const ledger = new EvidenceLedger(join(mkdtempSync(join(tmpdir(), 'ledger-')), 'run.jsonl'));
  const crowd = await Promise.all(Array.from({ length: visitors }, () => new Visitor(house.run.channels).arrive()));
  const phase = { chatting: true, working: true };
  const working = agents.map((desk) => work(desk, ledger, () => !phase.working));
  const writing = { ledger, random: seeded(seed), pauseMs: 2_500 };
  const chats = crowd.map(async (visitor) => {
    while (phase.chatting) await chatAway(visitor, 1, writing);
  });
  const before = house.look().pids;

  const backAfterMs: number[] = [];
  for (const how of ways) {
    await order(['stop', 'postgres', ...how]);
    for (const service of services) {
      await eventually(async () => (await readiness(service)).status === 503, { what: `${service} not ready` });
      expect((await readiness(service)).said).toMatchObject({
        ready: false,
        parts: { postgres: expect.not.stringMatching(/^ok$/) },
      });
      expect((await fetch(`${house.look().services[service]}/health/live`)).status).toBe(200);
    }
    await order(['start', 'postgres']);
    const began = Date.now();
    for (const service of services)
      await eventually(async () => (await readiness(service)).status === 200, {
        what: `${service} ready again`,
        withinMs: 60_000,
      });
    backAfterMs.push(Date.now() - began);
    const said = ledger.read().sent.length;
    await eventually(async () => ledger.read().sent.length > said + visitors, {
      what: 'new words after it',
      withinMs: 60_000,
    });
  }

  phase.chatting = false;
  await Promise.all(chats);
  await eventually(async () => (await countArrived(house)) >= ledger.read().sent.length, {
    what: 'the last of the messages',
    withinMs: 60_000,
  }).catch(({ message }: Error) => process.stdout.write(`${message}\n`)); // the laws name what is missing
  phase.working = false;
  await Promise.all(working);
  await eventually(async () => (await lookForUnrest(house, administrator)).length === 0, {
    what: 'coming to rest',
    withinMs: 120_000,
    everyMs: 500,
  }).catch(async () => {
    process.stdout.write(`not at rest: ${(await lookForUnrest(house, administrator)).slice(0, 5).join('; ')}\n`);
  });
  for (const visitor of crowd) {
    for (const { text, at } of visitor.lines.filter((line) => line.from === 'agent'))
      for (const [mark] of text.matchAll(/#r-[\w-]+#/g)) ledger.got({ mark, by: '', at });
    visitor.leave();
  }
  const evidence = await collectEvidence(house, administrator, ledger.read());
  const verdicts = checkLaws(evidence, []);
  process.stdout.write(
    `${sayVerdicts(verdicts, { faults: ways.length, seed })}; ${evidence.sent.length} sent; all ready again after ${backAfterMs.join(', ')} ms\n`,
  );
  expect(verdicts.filter((verdict) => verdict.broken.length > 0)).toEqual([]);
  expect(house.look().pids).toMatchObject(Object.fromEntries(services.map((service) => [service, before[service]])));
}, 300_000);

async function readiness(service: string): Promise<{ status: number; said: unknown }> {
  const answer = await fetch(`${house.look().services[service]}/health/ready`, { signal: AbortSignal.timeout(10_000) });
  return { status: answer.status, said: await answer.json() };
}

async function order(what: string[]): Promise<void> {
  const env = { ...process.env, TRUNKLINE_HOME: house.home };
  await promisify(execFile)(process.execPath, ['tools/stack/stack.mjs', ...what], { cwd: root, env });
}
