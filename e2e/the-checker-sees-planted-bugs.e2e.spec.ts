/** Journey: bugs are planted in the running product, one after the other, and the laws name each of them. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkLaws, EvidenceLedger, type Law } from '@trunkline/testing';
import { collectEvidence } from './collect-evidence.ts';
import { readMailbox, sendMail, Visitor } from './customer.ts';
import { type Desk, hire, signInAsAdministrator } from './desk.ts';
import { eventually } from './eventually.ts';
import { work } from './robots.ts';
import { type House, startHouse } from './start-house.ts';

const folder = mkdtempSync(join(tmpdir(), 'planted-'));
const bugFile = join(folder, 'bug');
const ledger = new EvidenceLedger(join(folder, 'run.jsonl'));
let house: House;
let administrator: Desk;
let isOver = false;
let working: Promise<void>[] = [];

beforeAll(async () => {
  writeFileSync(bugFile, '');
  house = await startHouse({ env: { PLANTED_BUG_FILE: bugFile } });
  administrator = await signInAsAdministrator(house);
  const agents = [await hire(house, administrator), await hire(house, administrator)];
  working = agents.map((desk) => work(desk, ledger, () => isOver));
}, 180_000);
afterAll(async () => {
  isOver = true;
  await Promise.all(working);
  await house?.stop();
}, 60_000);

/** A visitor says three things, one of them twice; a customer sends a mail. */
async function customersWrite(): Promise<void> {
  const visitor = await new Visitor(house.run.channels).arrive();
  const sender = randomUUID();
  for (let line = 0; line < 3; line += 1) {
    const mark = `#c-${randomUUID().slice(0, 13)}#`;
    const txnId = randomUUID();
    ledger.sent({ mark, channel: 'webchat', sender, at: new Date().toISOString(), acknowledgedAt: null });
    await visitor.say(`Where is my parcel? ${mark}`, txnId);
    ledger.acknowledged(mark);
    if (line === 1)
      await visitor.socket.timeout(3_000).emitWithAck('say', { txnId, text: `Where is my parcel? ${mark}` });
  }
  const mark = `#m-${randomUUID().slice(0, 13)}#`;
  ledger.sent({
    mark,
    channel: 'email',
    sender: 'c1@customer.test',
    at: new Date().toISOString(),
    acknowledgedAt: null,
  });
  await sendMail(house.run, {
    from: 'c1@customer.test',
    subject: `A question ${mark}`,
    text: 'When does my refund arrive?',
  });
  visitors.push(visitor);
}
const visitors: Visitor[] = [];

/** Which laws are broken now, each with what shows it. */
async function broken(): Promise<Map<string, Law>> {
  const { sent, replied } = ledger.read();
  const words = visitors.flatMap((visitor) => visitor.lines.map((line) => line.text));
  words.push(...(await readMailbox(house, 'c1@customer.test')).map((mail) => mail.text));
  const got = words.flatMap((text) => [...text.matchAll(/#r-[\w-]+#/g)].map(([mark]) => ({ mark, by: '', at: '' })));
  const evidence = await collectEvidence(house, administrator, { sent, replied, got });
  return new Map(
    checkLaws(evidence, ['email']).flatMap(({ law, broken: all }) => all.map((one) => [`${law} ${one}`, law] as const)),
  );
}

const whole = () =>
  eventually(async () => (await broken()).size === 0, { what: 'every law kept', withinMs: 60_000, everyMs: 500 });

test('without a planted bug every law is kept', async () => {
  await customersWrite();
  await whole();
}, 90_000);

const bugs: [string, Law][] = [
  ['load-not-freed', 'L5'],
  ['outbox-by-cursor', 'L11'],
  ['sent-without-sending', 'L9'],
  ['retry-doubles-mail', 'L9'],
  ['dedupe-off', 'L1'],
  ['cursor-without-receipt', 'L1'],
  ['offset-before-commit', 'L1'],
];

test.each(bugs)(
  'the planted bug %s breaks %s, and stays broken while it is looked at',
  async (bug, law) => {
    const before = await broken();
    writeFileSync(bugFile, bug);
    await customersWrite();
    const sees = async () => {
      const now = [...(await broken())].filter(([shown, broke]) => broke === law && !before.has(shown));
      return now.length > 0 ? now : undefined;
    };
    // what is merely under way looks broken for a moment: it has to be so still a while later
    await eventually(sees, { what: `the law ${law} broken by ${bug}`, withinMs: 30_000, everyMs: 500 });
    await new Promise((next) => setTimeout(next, 3_000));
    const found = await eventually(sees, {
      what: `the law ${law} still broken by ${bug}`,
      withinMs: 15_000,
      everyMs: 500,
    });
    process.stdout.write(`planted ${bug}: ${found[0]?.[0]}\n`);
    writeFileSync(bugFile, '');
  },
  90_000,
);
