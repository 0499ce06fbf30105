/** Journey: a thousand messages while every service is killed twice and Kafka's data is deleted; the books balance. */
import { execFile } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { checkLaws, EvidenceLedger, sayVerdicts } from '@trunkline/testing';
import { collectEvidence, countArrived, lookForUnrest } from './collect-evidence.ts';
import { readMailbox, Visitor } from './customer.ts';
import { type Desk, hire, signInAsAdministrator } from './desk.ts';
import { eventually } from './eventually.ts';
import { chatAway, mailAway, seeded, work } from './robots.ts';
import { type House, startHouse } from './start-house.ts';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
const random = seeded(seed);
const visitors = 50;
const linesEach = 14;
const senders = Array.from({ length: 10 }, (_one, at) => `c${at + 1}@customer.test`);
const mailsEach = 30;

let house: House;

beforeAll(async () => {
  house = await startHouse({ own: true, env: { TRUNKLINE_RESTART: 'on' } });
}, 240_000);
afterAll(() => house?.stop(), 60_000);

test('1,000 messages, every service killed twice, Kafka deleted once: 0 lost, 0 doubled, books balanced', async () => {
  const administrator = await signInAsAdministrator(house);
  const agents: Desk[] = [];
  for (let at = 0; at < 10; at += 1) agents.push(await hire(house, administrator));
  const ledger = new EvidenceLedger(join(mkdtempSync(join(tmpdir(), 'ledger-')), 'run.jsonl'));
  let isOver = false;
  const working = agents.map((desk) => work(desk, ledger, () => isOver));
  const crowd = await Promise.all(Array.from({ length: visitors }, () => new Visitor(house.run.channels).arrive()));
  const writing = { ledger, random, pauseMs: 2_000 };
  const said = Promise.all([
    ...crowd.map((visitor) => chatAway(visitor, linesEach, writing)),
    ...senders.map((from) => mailAway(house, from, mailsEach, { ...writing, pauseMs: 1_000 }).then(() => 0)),
  ]);
  const faults = await breakThings();
  const doubles = (await said).reduce((sum, one) => sum + one, 0);

  await allArrived(ledger.read().sent.length);
  await settled(administrator);
  isOver = true;
  await Promise.all(working);
  await settled(administrator);
  for (const visitor of crowd) {
    for (const { text, at } of visitor.lines.filter((line) => line.from === 'agent')) note(ledger, text, at);
  }
  for (const address of senders) for (const mail of await readMailbox(house, address)) note(ledger, mail.text, '');
  const evidence = await collectEvidence(house, administrator, ledger.read());
  const verdicts = checkLaws(evidence, ['email']);
  for (const visitor of crowd) visitor.leave();
  process.stdout.write(
    `${sayVerdicts(verdicts, { faults, seed })}; ${evidence.sent.length} sent, ${doubles} of them twice\n`,
  );
  expect(evidence.sent).toHaveLength(visitors * linesEach + senders.length * mailsEach);
  expect(verdicts.filter((verdict) => verdict.broken.length > 0)).toEqual([]);
}, 420_000);

function note(ledger: EvidenceLedger, text: string, at: string): void {
  for (const [mark] of text.matchAll(/#r-[\w-]+#/g)) ledger.got({ mark, by: '', at });
}

/** Each service twice, in an order of the seed, and Kafka's data in the middle. Gives the number of faults. */
async function breakThings(): Promise<number> {
  const victims = ['channels', 'router', 'sla', 'gateway', 'channels', 'router', 'sla', 'gateway']
    .map((service) => ({ service, turn: random() }))
    .sort((a, b) => a.turn - b.turn)
    .map(({ service }) => service);
  const steps = [...victims.slice(0, 4), 'kafka', ...victims.slice(4)];
  for (const step of steps) {
    if (step === 'kafka') await wipeKafka();
    else await killAndReturn(step);
  }
  return steps.length;
}

async function killAndReturn(service: string): Promise<void> {
  const before = await eventually(async () => house.look().pids[service], { what: `${service}’s pid` });
  process.kill(before, 'SIGKILL');
  await eventually(async () => house.look().pids[service] !== before, { what: `${service} starting again` });
  await new Promise((next) => setTimeout(next, 1_500 + random() * 1_500)); // the next blow falls at a time of the seed
}

async function wipeKafka(): Promise<void> {
  const env = { ...process.env, TRUNKLINE_HOME: house.home };
  await promisify(execFile)(process.execPath, ['tools/stack/stack.mjs', 'restart', 'kafka', '--kill', '--wipe'], {
    cwd: root,
    env,
  });
}

async function allArrived(sent: number): Promise<void> {
  const arrived = async () => (await countArrived(house)) >= sent;
  await eventually(arrived, { what: 'the last of the messages', withinMs: 180_000, everyMs: 500 });
}

/** Nothing waits, nothing is under way: what is wrong now stays wrong, and the laws will say so. */
async function settled(administrator: Desk): Promise<void> {
  let unrest: string[] = [];
  const isQuiet = async () => {
    unrest = await lookForUnrest(house, administrator);
    return unrest.length === 0;
  };
  await eventually(isQuiet, { what: 'coming to rest', withinMs: 120_000, everyMs: 500 }).catch(() => {
    process.stdout.write(`not at rest after 120 s: ${unrest.slice(0, 5).join('; ')}\n`);
  });
}
