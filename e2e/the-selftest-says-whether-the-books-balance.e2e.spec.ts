/** Journey: the desk writes to itself through every door; it says what is broken, and whether the books balance. */
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Books, ConversationPage } from '@trunkline/contracts';
import pg from 'pg';
import { BreakableLine } from './breakable-line.ts';
import { Visitor } from './customer.ts';
import { type Desk, hire, signInAsAdministrator } from './desk.ts';
import { eventually } from './eventually.ts';
import { type House, startHouse } from './start-house.ts';

const trunkline = resolve(import.meta.dirname, '../apps/cli/bin/trunkline.mjs');
const secret = `whsec_${randomBytes(32).toString('base64')}`;
let house: House;
let administrator: Desk;
let agent: Desk;
let smtp: BreakableLine;

beforeAll(async () => {
  const server = new URL(process.env.SMTP_URL!);
  smtp = await BreakableLine.open({ host: server.hostname, port: Number(server.port) });
  const line = new URL(server.href);
  line.port = String(smtp.port);
  const env = {
    SMTP_URL: line.href,
    TRUNKLINE_RESTART: 'on',
    WEBHOOK_ACCOUNTS: JSON.stringify([{ name: 'shop', secrets: [secret] }]),
  };
  house = await startHouse({ env });
  administrator = await signInAsAdministrator(house);
  agent = await hire(house, administrator);
  await agent.comeOnline();
}, 180_000);
afterAll(async () => {
  await house?.stop();
  await smtp?.cut();
}, 60_000);

type Door = {
  channel: string;
  outcome: string;
  hops: Record<string, number>;
  because?: string;
  conversationId?: string;
};
type Said = { code: number; out: string; doors: Door[]; books: Books | undefined; killed: string[] };
async function selftest(...words: string[]): Promise<Said> {
  const env = { ...process.env, TRUNKLINE_URL: house.run.api, TRUNKLINE_TOKEN: administrator.token };
  const called = [trunkline, 'selftest', '--json', '--within', '30', ...words];
  const { code, out } = await promisify(execFile)(process.execPath, called, { env }).then(
    ({ stdout }) => ({ code: 0, out: stdout }),
    (failed: { code: number; stdout: string; stderr: string }) => ({
      code: failed.code,
      out: failed.stdout + failed.stderr,
    }),
  );
  const lines = out.split('\n').flatMap((line) => (line.startsWith('{') ? [JSON.parse(line)] : []));
  return {
    ...{
      code,
      out,
      doors: lines.flatMap(({ door }) => door ?? []),
      killed: lines.flatMap(({ killed }) => killed ?? []),
    },
    books: lines.find(({ books }) => books)?.books,
  };
}

test('on a healthy desk every door passes, nobody is called, and the books balance', async () => {
  const { code, out, doors, books } = await selftest();
  process.stdout.write(out);
  expect({ code, out }).toMatchObject({ code: 0 });
  const byName = new Map(doors.map((door) => [door.channel, door]));
  for (const name of ['email', 'webchat']) {
    expect(byName.get(name)).toMatchObject({ outcome: 'passed', hops: { came: expect.any(Number) } });
    expect(byName.get(name)!.hops.arrived).toBeGreaterThan(0);
  }
  expect(byName.get('webhook')).toMatchObject({ outcome: 'passed', because: expect.stringContaining('not answered') });
  expect(byName.get('sms')).toMatchObject({ outcome: 'not-looped', because: expect.stringContaining('forged') });
  expect(books).toMatchObject({ balanced: true, faults: [], nowhere: [], wordsNowhere: [], silent: [] });
  expect(books!.received.accepted).toBe(books!.stored);
  const rang = await agent.ask<ConversationPage>('/conversations?assignee=me&state=offered,assigned,with-customer');
  expect(rang.items).toEqual([]);
  for (const { conversationId } of doors) {
    if (!conversationId) continue;
    const page = await administrator.show(conversationId);
    expect([page.state, page.agentId]).toEqual(['closed', null]);
    expect(await administrator.ask(`/customers/${page.customer.id}`)).toMatchObject({ tags: ['selftest'] });
  }
  expect((await administrator.parked()).items).toEqual([]);
}, 120_000);

test('where the mail server is away the mailbox fails with a sentence, and the others pass', async () => {
  await smtp.cut();
  const { code, doors } = await selftest('--only', 'email,webchat');
  await smtp.mend();
  expect(code).toBe(1);
  expect(doors.find(({ channel }) => channel === 'webchat')).toMatchObject({ outcome: 'passed' });
  expect(doors.find(({ channel }) => channel === 'email')).toMatchObject({
    outcome: 'failed',
    because: expect.stringMatching(/could not be sent: .*ECONNREFUSED/),
  });
}, 120_000);

test('a customer cannot make words look like a test', async () => {
  const mark = `selftest-${randomBytes(8).toString('hex')}`;
  const visitor = await new Visitor(house.run.channels).arrive();
  await visitor.say(`Where is my parcel? ${mark}`);
  const row = await eventually(async () => (await administrator.list(`?q=${mark}`))[0], { what: 'the conversation' });
  expect(row.state).not.toBe('solved');
  const order = administrator.ask(`/selftest/conversations/${row.id}/answer`, { method: 'POST', body: { mark } });
  await expect(order).rejects.toThrow('not-a-test');
  await expect(agent.ask('/books')).rejects.toThrow('not-allowed');
  visitor.leave();
}, 60_000);

test('every service is killed once under way, only on the word, and the books balance again', async () => {
  const file = resolve(house.home, 'run.json');
  expect(await selftest('--pids', file)).toMatchObject({ code: 2, out: expect.stringContaining('nothing is killed') });
  const before = house.look().pids;
  const { code, out, killed, books } = await selftest('--only', 'webhook,email', '--chaos', '--pids', file);
  expect({ code, out }).toMatchObject({ code: 0 });
  expect(killed.sort()).toEqual(['channels', 'gateway', 'router', 'sla']);
  const after = house.look().pids;
  for (const service of killed) expect(after[service]).not.toBe(before[service]);
  expect(books).toMatchObject({ balanced: true });
}, 400_000);

test('a message that is gone is named by its receipt, and the selftest is red', async () => {
  const database = new pg.Client({ connectionString: house.run.postgres });
  await database.connect();
  const { rows } = await database.query(
    `DELETE FROM router.message WHERE id = (SELECT id FROM router.message WHERE receipt_id IS NOT NULL ORDER BY id DESC LIMIT 1)
     RETURNING receipt_id`,
  );
  await database.end();
  const { code, out, books } = await selftest('--only', 'webhook', '--within', '5');
  expect({ code, out }).toMatchObject({ code: 1 });
  expect(books).toMatchObject({ balanced: false, nowhere: [rows[0].receipt_id] });
  expect(books!.faults[0]!.en).toContain(
    `1 messages were taken in and are stored nowhere: receipts ${rows[0].receipt_id}`,
  );
}, 120_000);
