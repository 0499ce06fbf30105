/** TX1 on a real Postgres: once or never, sealed at rest, in order, and read again by those who may. */
import { createHash } from 'node:crypto';
import { newId } from '@trunkline/contracts';
import { compareSchema, Parked, PermanentError, signServiceToken } from '@trunkline/platform';
import { freshDatabase, testPasswords } from '@trunkline/testing';
import type { AnyChannel, Received, ReceivedMessage } from './channel.ts';
import { type GivenChannels, givenChannels, migrateChannels, testKeys } from './given-channels.ts';
import { Inbound } from './inbound.ts';
import { tables } from './tables/index.ts';

let database: Awaited<ReturnType<typeof freshDatabase>>;
let channels: GivenChannels;
/** A channel as the port sees it: no provider stands behind this one. */
const paper = { name: 'paper', standard: 'mail', live: false } as AnyChannel;

const message = (change: Partial<ReceivedMessage> = {}): ReceivedMessage => ({
  kind: 'message',
  account: 'desk',
  key: newId(),
  raw: Buffer.from('raw canary 4711'),
  from: { address: 'alice', name: 'Alice', vouchedBy: null, email: null },
  thread: { key: '', conversationId: null, reference: null, answers: [] },
  subject: null,
  text: 'Hello',
  hasMore: false,
  files: [],
  automatic: null,
  sentAt: null,
  whole: { html: '<p>Hello</p>', text: 'Hello canary 4711', headers: [['x', 'y']] },
  ...change,
});
const takeIn = (item: Received) => channels.app.get(Inbound).takeIn(paper, item);
const facts = (from: string) =>
  channels.postgres
    .query<{ body: string; key: string }>(`SELECT body, key FROM outbox WHERE key = $1 ORDER BY id`, [`paper:${from}`])
    .then((rows) => rows.map(({ body }) => JSON.parse(body)));

async function ask(path: string): Promise<Response> {
  const key = testKeys.split(':');
  const keys = [{ kid: key[0]!, bytes: new Uint8Array(Buffer.from(key[1]!, 'base64url')) }];
  const token = await signServiceToken(keys, { from: 'gateway', to: 'channels', sub: 'gateway' });
  return fetch(`${channels.url}${path}`, { headers: { authorization: `Bearer ${token}` } });
}

beforeAll(async () => {
  database = await freshDatabase();
  await migrateChannels(database.ownerUrl, testPasswords);
  channels = await givenChannels({ ownerUrl: database.ownerUrl, passwords: testPasswords });
}, 60_000);

afterAll(async () => {
  await channels?.stop();
  await database?.drop();
});

test('the service starts without any channel’s settings', async () => {
  expect((await fetch(`${channels.url}/health/live`)).status).toBe(200);
});

test('the tables say what the migrated schema is', async () => {
  expect(await compareSchema({ ownerUrl: database.ownerUrl, service: 'channels', tables })).toEqual([]);
});

test('of five deliveries of one item, also at once, one is stored and said', async () => {
  const item = message({ from: { address: 'five', name: null, vouchedBy: null, email: null } });
  const results = await Promise.all(Array.from({ length: 5 }, () => takeIn(item)));
  expect(results.map(({ kind }) => kind).sort()).toEqual([
    'duplicate',
    'duplicate',
    'duplicate',
    'duplicate',
    'stored',
  ]);
  expect(new Set(results.map(({ receiptId }) => receiptId)).size).toBe(1);
  expect(await takeIn(item)).toMatchObject({ kind: 'duplicate', receiptId: results[0]!.receiptId });
  expect(await facts('five')).toHaveLength(1);
});

test('what arrives together shares commits and keeps each customer’s order', async () => {
  const who = Array.from({ length: 10 }, (_, at) => `order-${at}`);
  const items = Array.from({ length: 300 }, (_, at) =>
    message({ text: String(at), from: { address: who[at % who.length]!, name: null, vouchedBy: null, email: null } }),
  );
  const [before] = await channels.postgres.query('SELECT pg_current_xact_id()::text::int AS at');
  await Promise.all(items.map(takeIn));
  const [after] = await channels.postgres.query('SELECT pg_current_xact_id()::text::int AS at');
  expect(after.at - before.at).toBeLessThan(60);
  for (const one of who) {
    const said = (await facts(one)).map(({ text }) => Number(text));
    expect(said).toEqual(said.toSorted((a, b) => a - b));
    expect(said).toHaveLength(30);
  }
});

test('a text over 64 KiB, a NUL and half a character: the fact is cut and clean, the whole is kept', async () => {
  const from = { address: 'long', name: null, vouchedBy: null, email: null };
  const { receiptId } = await takeIn(message({ from, text: `\0\ud83d${'界'.repeat(30_000)}`, whole: null }));
  const [fact] = await facts('long');
  expect(Buffer.byteLength(fact.text)).toBeLessThanOrEqual(64 * 1024);
  expect(fact).toMatchObject({ hasMore: true });
  expect(fact.text).toMatch(/^\ufffd界+$/);
  const whole = (await (await ask(`/internal/receipts/${receiptId}`)).json()) as { text: string };
  expect(whole.text.length).toBeGreaterThan(30_000);
});

test('V22 raw bytes and the whole are sealed: nothing of them stands readable in the table', async () => {
  const { receiptId } = await takeIn(message());
  const [row] = await channels.postgres.query('SELECT raw, whole FROM inbound_receipt WHERE id = $1', [receiptId]);
  expect(row.raw.includes('canary') || row.whole.includes('canary')).toBe(false);
  expect(await (await ask(`/internal/receipts/${receiptId}/raw`)).text()).toBe('raw canary 4711');
  expect(await (await ask(`/internal/receipts/${receiptId}`)).json()).toMatchObject({ html: '<p>Hello</p>' });
});

test('V5 a file is only ever a download, whatever it says it is; and nobody outside the house gets it', async () => {
  const content = Buffer.from('<script>alert(1)</script>');
  const sha256 = createHash('sha256').update(content).digest('hex');
  const file = { sha256, name: 'x.html', type: 'application/octet-stream', bytes: content.length, content };
  await takeIn(message({ files: [file] }));
  const answer = await ask(`/internal/attachments/${sha256}?name=${encodeURIComponent('退款".html')}`);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent('退款".html')}`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
  });
  expect(await answer.text()).toBe(content.toString());
  expect((await fetch(`${channels.url}/internal/attachments/${sha256}`)).status).toBe(401);
  expect((await ask('/internal/attachments/..%2f..%2fetc%2fpasswd')).status).toBe(404);
  expect((await ask(`/internal/receipts/${newId()}`)).status).toBe(404);
});

test('what cannot be read is parked with its reason, and the bytes are not in the parked row', async () => {
  const item: Received = {
    kind: 'unreadable',
    account: 'desk',
    key: newId(),
    raw: Buffer.from('canary 4711'),
    because: 'unreadable-mail',
    detail: 'no end',
  };
  expect(await takeIn(item)).toMatchObject({ kind: 'parked', because: 'unreadable-mail' });
  const [parked] = await channels.app.get(Parked).list();
  expect(parked).toMatchObject({ consumer: 'receipts', because: 'unreadable-mail', detail: 'no end' });
  expect(parked!.raw.includes('canary')).toBe(false);
  expect(await takeIn(item)).toMatchObject({ kind: 'duplicate' });
});

test('one bad item among many harms none of the others', async () => {
  const from = { address: 'crowd', name: null, vouchedBy: null, email: null };
  const bad = message({
    from,
    thread: { key: '', conversationId: null, reference: null, answers: [] },
    key: 'bad\0key',
  });
  const results = await Promise.allSettled([message({ from }), bad, message({ from })].map(takeIn));
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(await facts('crowd')).toHaveLength(2);
});

test('what runs alongside belongs to the transaction: when it throws, nothing was taken in', async () => {
  const from = { address: 'cursor', name: null, vouchedBy: null, email: null };
  const failing = async () => {
    throw new PermanentError('the lease is lost');
  };
  await expect(channels.app.get(Inbound).takeInTogether(paper, [message({ from })], failing)).rejects.toThrow('lease');
  expect(await facts('cursor')).toEqual([]);
});
