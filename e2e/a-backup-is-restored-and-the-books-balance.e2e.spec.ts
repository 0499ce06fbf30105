/** Journey: a backup under traffic, everything destroyed, the backup put back: nothing of before is lost, doubled or sent twice. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Ticket } from '@trunkline/contracts';
import { checkLaws, EvidenceLedger, sayVerdicts } from '@trunkline/testing';
import { createTransport } from 'nodemailer';
import pg from 'pg';
import { BreakableLine } from './breakable-line.ts';
import { collectEvidence, countArrived, lookForUnrest } from './collect-evidence.ts';
import { readMailbox, Visitor } from './customer.ts';
import { type Desk, hire, signInAsAdministrator } from './desk.ts';
import { eventually } from './eventually.ts';
import { chatAway, mailAway, seeded, work } from './robots.ts';
import { type ApartHouse, startApart } from './start-apart.ts';

const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
const random = seeded(seed);
const senders = Array.from({ length: 5 }, (_one, at) => `c${at + 1}@customer.test`);
const bill = `a bill, 发票 ${randomUUID()}`;
/** The line by which the desk's own mails leave. */
let wayOut: BreakableLine;
let house: ApartHouse;
let folder: string;
let ledger: EvidenceLedger;

beforeAll(async () => {
  wayOut = await BreakableLine.open();
  // where Postgres' own user may read
  folder = join(mkdtempSync('/var/tmp/trunkline-backup-'), 'backup');
  ledger = new EvidenceLedger(join(mkdtempSync(join(tmpdir(), 'ledger-')), 'run.jsonl'));
  house = await startApart((stack) => {
    wayOut.leadTo(stack.SMTP_URL!);
    return { SMTP_URL: `smtp://127.0.0.1:${wayOut.port}`, TRUNKLINE_RESTART: 'on' };
  });
  const { hostname: host, port } = new URL(house.stack.SMTP_URL!);
  house.run.mail.smtp = { host, port: Number(port) };
}, 300_000);
afterAll(async () => {
  await house?.stop();
  await wayOut?.cut();
  if (folder) rmSync(join(folder, '..'), { recursive: true, force: true });
}, 60_000);

async function ask<T>(sql: string, values: unknown[] = []): Promise<T[]> {
  const database = new pg.Client({ connectionString: house.run.postgres });
  await database.connect();
  try {
    return (await database.query(sql, values)).rows;
  } finally {
    await database.end();
  }
}

async function writeMail(from: string, mark: string, attachments: object[] = []): Promise<void> {
  ledger.sent({ mark, channel: 'email', sender: from, at: new Date().toISOString(), acknowledgedAt: null });
  const transport = createTransport({ ...house.run.mail.smtp, secure: false, ignoreTLS: true });
  await transport.sendMail({ from, to: house.run.mail.address, subject: mark, text: 'Where is it?', attachments });
  transport.close();
}

/** A mail of this customer's, accepted by this agent. */
async function taken(agent: Desk, from: string, attachments: object[] = []): Promise<string> {
  const mark = `#m-${randomUUID().slice(0, 13)}#`;
  await writeMail(from, mark, attachments);
  const rung = async () => {
    await agent.comeOnline();
    const row = (await agent.list('?state=offered,assigned&assignee=me')).find(({ subject }) => subject === mark);
    if (row?.state === 'offered') await agent.order(row.id, 'accept');
    return row?.state === 'assigned' && row.id;
  };
  return eventually(rung, { what: `the mail of ${from} in the agent’s hand`, withinMs: 90_000, everyMs: 250 });
}

async function reply(agent: Desk, conversationId: string) {
  const mark = `#r-${randomUUID().slice(0, 13)}#`;
  const { id: messageId } = await agent.say(conversationId, `We see to it. ${mark}`);
  ledger.replied({ mark, messageId, conversationId });
  return { mark, messageId };
}

const stateOf = async (id: string) =>
  (await ask<{ state: string }>('SELECT state FROM channels.outbound WHERE id = $1', [id]))[0]?.state;
const timesIn = async (address: string, mark: string) =>
  (await readMailbox(house, address)).filter(({ text }) => text.includes(mark)).length;
const part = (...order: string[]) => house.tool('tools/stack/stack.mjs', ...order);

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

test('dump, destroy, restore: the ledger balances, and what may have gone out is asked for and not sent again', async () => {
  const administrator = await signInAsAdministrator(house);
  const keeper = await hire(house, administrator, { capacity: 2 });
  const first = await taken(keeper, 'alice@customer.test', [{ filename: 'bill.txt', content: bill }]);
  const second = await taken(keeper, 'bob@customer.test');
  const body = { kind: 'incident', subject: 'A lost parcel' };
  const ticket = await keeper.ask<Ticket>(`/conversations/${first}/tickets`, { method: 'POST', body });

  const agents = [await hire(house, administrator), await hire(house, administrator)];
  const isOver = { now: false };
  const startWork = () => agents.map((desk) => work(desk, ledger, () => isOver.now));
  let working = startWork();
  const crowd = await Promise.all(Array.from({ length: 6 }, () => new Visitor(house.run.channels).arrive()));
  const writing = { ledger, random, pauseMs: 1_000 };
  const traffic = (lines: number) =>
    Promise.all([
      ...crowd.map((visitor) => chatAway(visitor, lines, writing)),
      ...senders.map((from) => mailAway(house, from, lines, writing)),
    ]);
  await traffic(3);

  // one answer waits because the provider is away, another because Kafka is: both go out after the backup
  await wayOut.cut();
  const tried = await reply(keeper, first);
  await eventually(async () => (await stateOf(tried.messageId)) === 'queued', { what: 'an answer that waits' });
  const meanwhile = traffic(6);
  await part('stop', 'kafka', '--kill');
  const unheard = await reply(keeper, second);
  const repliedBefore = ledger.read().replied;
  const begun = new Date().toISOString();
  const printed = [await house.tool('tools/restore.mjs', 'backup', folder)];
  await part('start', 'kafka');
  await wayOut.mend();
  const held = [
    { ...tried, to: 'alice@customer.test' },
    { ...unheard, to: 'bob@customer.test' },
  ];
  for (const { mark, to } of held)
    await eventually(async () => (await timesIn(to, mark)) === 1, { what: `${to}’s answer`, withinMs: 90_000 });
  await meanwhile;
  await traffic(2);
  isOver.now = true;
  await Promise.all(working);
  const lateMails = ledger.read().sent.filter(({ channel, at }) => channel === 'email' && at > begun);

  await house.stopServices();
  printed.push(await house.tool('tools/restore.mjs', 'put-back', folder));
  const restarted = Date.now();
  await house.startServices();
  printed.push(`every service ready ${((Date.now() - restarted) / 1000).toFixed(1)} s\n`);
  isOver.now = false;
  working = startWork();
  const mails = ledger.read().sent.filter(({ channel }) => channel === 'email');
  const chats = ledger.read().sent.filter(({ acknowledgedAt }) => acknowledgedAt !== null && acknowledgedAt < begun);
  await eventually(async () => (await countArrived(house)) >= mails.length + chats.length, {
    what: 'every mail, and every chat line of before',
    withinMs: 120_000,
    everyMs: 500,
  });
  await settled(administrator);
  isOver.now = true;
  await Promise.all(working);
  await settled(administrator);

  for (const visitor of crowd)
    for (const { text, at } of visitor.lines.filter((line) => line.from === 'agent')) note(text, at);
  for (const address of [...senders, ...held.map(({ to }) => to)])
    for (const { text } of await readMailbox(house, address)) note(text, '');
  const outside = ledger.read();
  const whole = await collectEvidence(house, administrator, outside);
  const isShown = (mark: string) => whole.shown.some(({ text }) => text.includes(mark));
  const shownIds = new Set(whole.shown.map(({ messageId }) => messageId));
  // what a chat said after the backup is gone, and with it the answers of that time: the price of a restore
  const evidence = {
    ...whole,
    sent: outside.sent.filter((one) => isIn(mails, one) || isIn(chats, one) || isShown(one.mark)),
    replied: outside.replied.filter(({ messageId }) => shownIds.has(messageId)),
  };
  const verdicts = checkLaws(evidence, ['email']);
  process.stdout.write(
    `${sayVerdicts(verdicts, { faults: 1, seed })}; ${evidence.sent.length} of ${outside.sent.length} sent, ` +
      `${lateMails.length} mails came in again\n${printed.join('')}`,
  );
  for (const visitor of crowd) visitor.leave();
  expect(verdicts.filter((verdict) => verdict.broken.length > 0)).toEqual([]);
  expect(lateMails.length).toBeGreaterThan(0);
  expect(repliedBefore.filter(({ messageId }) => !shownIds.has(messageId))).toEqual([]);

  for (const { mark, messageId, to } of held) {
    const shown = (await keeper.messages(mark === tried.mark ? first : second)).find(({ id }) => id === messageId);
    expect(shown?.delivery).toMatchObject({ state: 'unknown', because: { code: 'restored' } });
    expect(await timesIn(to, mark)).toBe(1);
  }
  expect((await keeper.ask<Ticket>(`/tickets/${ticket.id}`)).number).toBe(ticket.number);
  const files = (await keeper.messages(first)).flatMap(({ attachments }) => attachments);
  expect(files).toMatchObject([{ name: 'bill.txt' }]);
  await keeper.ask(`/conversations/${second}/messages/${unheard.messageId}/arrived`, { method: 'POST', body: {} });
  const [row] = await ask<{ count: number }>(
    'SELECT count(*)::int AS count FROM sla.timer WHERE fired_at > $1 AND due_at < $2 AND NOT late',
    [new Date(restarted), new Date(restarted - 10_000)],
  );
  expect(row?.count).toBe(0);
}, 580_000);

const isIn = (some: { mark: string }[], one: { mark: string }) => some.some(({ mark }) => mark === one.mark);

function note(text: string, at: string): void {
  for (const [mark] of text.matchAll(/#r-[\w-]+#/g)) ledger.got({ mark, by: '', at });
}
