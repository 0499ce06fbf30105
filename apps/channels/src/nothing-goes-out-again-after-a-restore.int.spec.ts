/** A restored database holds words as unsent that may have gone out since: shown as unknown, sent by a person or never. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { newId } from '@trunkline/contracts';
import { afterRestore } from '@trunkline/platform';
import { freshDatabase, testPasswords } from '@trunkline/testing';
import type { Word } from './channel.ts';
import { type GivenChannels, givenChannels, migrateChannels, until } from './given-channels.ts';
import { OutboundConsumer } from './outbound.consumer.ts';

const posted: string[] = [];
/** The account's system: away, or taking what is posted. */
const isAway = { now: false };
let system: Server;
let database: Awaited<ReturnType<typeof freshDatabase>>;
let channels: GivenChannels | undefined;

beforeAll(async () => {
  system = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      if (!isAway.now) posted.push(Buffer.concat(chunks).toString());
      response.writeHead(isAway.now ? 503 : 200, { 'content-type': 'application/json' }).end('{}');
    });
  });
  await new Promise<void>((ready) => system.listen(0, '127.0.0.1', ready));
  database = await freshDatabase();
  await migrateChannels(database.ownerUrl, testPasswords);
}, 60_000);
afterEach(() => close());
afterAll(async () => {
  system?.close();
  await database?.drop();
});

async function open(): Promise<GivenChannels> {
  const url = `http://127.0.0.1:${(system.address() as AddressInfo).port}/`;
  const accounts = [{ name: 'shop', url, secrets: [`whsec_${Buffer.alloc(32, 1).toString('base64')}`] }];
  const settings = { WEBHOOK_ACCOUNTS: JSON.stringify(accounts) };
  channels = await givenChannels({ ownerUrl: database.ownerUrl, passwords: testPasswords, settings });
  return channels;
}
async function close(): Promise<void> {
  await channels?.stop();
  channels = undefined;
}

const word = (text: string): Word => ({
  messageId: newId(),
  conversationId: newId(),
  channel: 'webhook',
  account: 'shop',
  to: { address: 'mei', name: null },
  kind: 'reply',
  author: null,
  subject: null,
  text,
  attachments: [],
  thread: { key: '', references: [] },
  attempt: 1,
});
const hear = (data: Word, at: Date) =>
  channels!.app.get(OutboundConsumer).queue([{ type: 'reply.written', data, at: at.toISOString() }] as never);
const rowOf = async ({ messageId }: Word) => {
  const sql = 'SELECT state, because FROM outbound WHERE id = $1';
  return (await channels!.postgres.query<{ state: string; because: string | null }>(sql, [messageId]))[0];
};
const saidOf = async ({ conversationId }: Word) => {
  const sql = 'SELECT type, body FROM outbox WHERE key = $1 ORDER BY id';
  const rows = await channels!.postgres.query<{ type: string; body: string }>(sql, [conversationId]);
  return rows.map(({ type, body }) => ({ type, ...JSON.parse(body) }));
};
const isNow = (one: Word, state: string) => until(`it is ${state}`, async () => (await rowOf(one))?.state === state);
const postsOf = ({ text }: Word) => posted.filter((body) => body.includes(text)).length;

test('what waited at the backup, or is only heard of now, becomes unknown with its reason; what is new goes out', async () => {
  await open();
  isAway.now = true;
  const waiting = word('waited at the backup');
  await hear(waiting, new Date());
  await until('it was tried', async () => (await rowOf(waiting))?.because === 'provider-away');
  await expect(afterRestore({ ownerUrl: database.ownerUrl })).rejects.toThrow('Stop the services first');
  await close();
  isAway.now = false;

  const before = new Date();
  expect(await afterRestore({ ownerUrl: database.ownerUrl })).toContain('channels');
  await open();
  const unheard = word('was written and not heard of');
  await hear(unheard, before);
  const fresh = word('written after the restore');
  await hear(fresh, new Date(Date.now() + 1_000));
  await isNow(fresh, 'sent');
  for (const one of [waiting, unheard]) {
    await isNow(one, 'unknown');
    expect(await saidOf(one)).toEqual([expect.objectContaining({ type: 'delivery.unknown', because: 'restored' })]);
    expect(postsOf(one)).toBe(0);
  }
  expect(postsOf(fresh)).toBe(1);

  await hear({ ...waiting, attempt: 2 }, new Date(Date.now() + 1_000));
  await isNow(waiting, 'sent');
  expect(postsOf(waiting)).toBe(1);
}, 60_000);

test('lines of a chat are numbered above any that an open tab may have seen', async () => {
  await open();
  await channels!.postgres.query(
    `INSERT INTO chat_session (id, account, address, last_sequence) VALUES (gen_random_uuid(), 'demo', 'mei', 7)`,
  );
  await close();
  await afterRestore({ ownerUrl: database.ownerUrl });
  await open();
  const [row] = await channels!.postgres.query<{ last: number }>('SELECT last_sequence AS last FROM chat_session');
  expect(row?.last).toBe(100_007);
}, 60_000);
