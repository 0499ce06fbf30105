/** Files in a bucket: what one replica keeps the other hands out, nothing is lost while the bucket is away or swept. */
import { createHash, randomBytes } from 'node:crypto';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { type Attachment, attachmentMaxBytes } from '@trunkline/contracts';
import { ConfigError, Leases, readConfig, setting, signServiceToken } from '@trunkline/platform';
import { freshDatabase, testPasswords } from '@trunkline/testing';
import { AttachmentsStore } from './attachments.store.ts';
import { channelsConfig } from './config.ts';
import { type GivenChannels, givenChannels, migrateChannels, testKeys, until } from './given-channels.ts';
import { Inbound } from './inbound.ts';
import { keepFile } from './keep-file.ts';
import { KeepFiles } from './keep-files.ts';
import { MoveFiles } from './move-files.ts';
import { readObjectSettings } from './object-settings.ts';
import { Desks } from './open-channels.ts';

const { keys } = readConfig({ keys: setting.keys({ help: '' }) }, { keys: testKeys });
const bucketServer = new URL(process.env.S3_EMULATOR_URL ?? 'http://127.0.0.1:1');
const dayMs = 24 * 3_600_000;
/** The line to the bucket, which a test may cut. */
const sockets = new Set<Socket>();
const isCut = { now: false };
let line: Server;
let database: Awaited<ReturnType<typeof freshDatabase>>;
let first: GivenChannels;
let second: GivenChannels;
let settings: Record<string, string>;

beforeAll(async () => {
  line = createServer((near) => {
    if (isCut.now) return void near.destroy();
    const far = connect(Number(bucketServer.port), bucketServer.hostname);
    for (const one of [near, far]) {
      sockets.add(one);
      one.on('error', () => {}).on('close', () => sockets.delete(one));
    }
    near.pipe(far).pipe(near);
  });
  await new Promise<void>((ready) => line.listen(0, '127.0.0.1', ready));
  settings = {
    ATTACHMENTS: 's3',
    S3_ENDPOINT: `http://127.0.0.1:${(line.address() as AddressInfo).port}`,
    S3_BUCKET: 'trunkline',
    S3_PREFIX: `spec-${randomBytes(4).toString('hex')}/`,
    S3_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
    S3_SECRET_ACCESS_KEY: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    WEBHOOK_ACCOUNTS: JSON.stringify([{ name: 'shop', secrets: [`whsec_${Buffer.alloc(32, 1).toString('base64')}`] }]),
  };
  database = await freshDatabase();
  await migrateChannels(database.ownerUrl, testPasswords);
  first = await openReplica();
  second = await openReplica();
}, 60_000);
afterEach(() => {
  isCut.now = false;
});
afterAll(async () => {
  await first?.stop();
  await second?.stop();
  for (const socket of sockets) socket.destroy();
  line?.close();
  await database?.drop();
});

const openReplica = (more: Record<string, string> = {}) =>
  givenChannels({ ownerUrl: database.ownerUrl, passwords: testPasswords, settings: { ...settings, ...more } });

function cutTheLine(): void {
  isCut.now = true;
  for (const socket of sockets) socket.destroy();
}

async function ask(replica: GivenChannels, path: string, init: RequestInit = {}): Promise<Response> {
  const token = await signServiceToken(keys, { from: 'gateway', to: 'channels', sub: 'li' });
  const headers = { 'content-type': 'application/octet-stream', authorization: `Bearer ${token}` };
  return fetch(`${replica.url}/internal/attachments${path}`, { ...init, headers });
}
const putUp = (replica: GivenChannels, content: Buffer) =>
  ask(replica, '?name=a.txt', { method: 'POST', body: new Uint8Array(content) });
const hashOf = (content: Buffer) => createHash('sha256').update(content).digest('hex');
const placeOf = async (sha256: string) => {
  const sql = 'SELECT length(bytes) AS bytes, object_key AS key FROM attachment WHERE sha256 = $1';
  return (
    await first.postgres.query<{ bytes: number | null; key: string | null }>(sql, [Buffer.from(sha256, 'hex')])
  )[0];
};
const objectsOf = async (replica = first) => (await replica.app.get(KeepFiles).objects!.list(null)).objects;
const keyOf = (sha256: string) => first.app.get(KeepFiles).objects!.keyOf(sha256);
const held = (replica: GivenChannels) =>
  new Promise<Parameters<MoveFiles['move']>[0]>((tell) => {
    const name = `spec ${randomBytes(4).toString('hex')}`;
    replica.app.get(Leases).hold(name, {
      onHeld: async (lease) => {
        tell(lease);
        await new Promise((end) => lease.signal.addEventListener('abort', end));
      },
    });
  });

test('what one replica took up, the other hands out: 25 MiB of it, byte for byte', async () => {
  const content = randomBytes(attachmentMaxBytes);
  const { sha256 } = (await (await putUp(first, content)).json()) as Attachment;
  expect(await placeOf(sha256)).toEqual({ bytes: null, key: keyOf(sha256) });
  const answer = await ask(second, `/${sha256}`);
  expect(hashOf(Buffer.from(await answer.arrayBuffer()))).toBe(hashOf(content));
  const mine = await (await ask(second, '?name=b.bin', { method: 'POST', body: new Uint8Array(content) })).json();
  expect(mine).toMatchObject({ sha256, bytes: attachmentMaxBytes });
}, 60_000);

test('both replicas put the same bytes up at once: one object, one row, both may send it', async () => {
  const content = Buffer.from('the same at both');
  const both = await Promise.all([first, second, first, second].map((replica) => putUp(replica, content)));
  expect(both.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
  expect((await objectsOf()).filter(({ key }) => key.endsWith(hashOf(content)))).toHaveLength(1);
});

test('a bucket that is away: an upload is refused with 503 and leaves no row, a download says why', async () => {
  const kept = (await (await putUp(first, Buffer.from('kept before'))).json()) as Attachment;
  cutTheLine();
  const refused = await putUp(first, Buffer.from('never kept'));
  expect(refused.status).toBe(503);
  expect(await refused.json()).toMatchObject({ reason: 'files-away' });
  expect(await placeOf(hashOf(Buffer.from('never kept')))).toBeUndefined();
  const unread = await ask(second, `/${kept.sha256}`);
  expect(unread.status).toBe(503);
  expect(await unread.json()).toMatchObject({ reason: 'files-away' });
  isCut.now = false;
  expect(await (await ask(second, `/${kept.sha256}`)).text()).toBe('kept before');
  expect((await putUp(first, Buffer.from('never kept'))).status).toBe(201);
});

const message = (key: string, text: string, files: Awaited<ReturnType<typeof keepFile>>[] = []) => ({
  kind: 'message' as const,
  account: 'shop',
  key,
  raw: Buffer.from(key),
  from: { address: 'mei', name: null, email: null, vouchedBy: null },
  thread: { key: '', conversationId: null, reference: null, answers: [] },
  subject: null,
  text,
  hasMore: false,
  files,
  automatic: null,
  sentAt: null,
  whole: null,
});

test('a bucket that is away: a message with a file is not stored at all, and the cursor beside it does not move', async () => {
  const inbound = first.app.get(Inbound);
  const { channel } = first.app.get(Desks).of('webhook')!;
  const file = await keepFile({ name: 'a.txt', type: 'text/plain', content: Buffer.from('of a mail') });
  cutTheLine();
  let moved = false;
  const cursor = async () => {
    moved = true;
  };
  const taking = inbound.takeInTogether(channel, [message('m1', 'see the file', [file])], cursor);
  await expect(taking).rejects.toMatchObject({ code: 'files-away', retryable: true });
  expect(moved).toBe(false);
  await expect(inbound.takeIn(channel, message('m1', 'see the file', [file]))).rejects.toMatchObject({
    code: 'files-away',
  });
  expect(await first.postgres.query('SELECT FROM inbound_receipt')).toEqual([]);
  isCut.now = false;
  await inbound.takeInTogether(channel, [message('m1', 'see the file', [file])], cursor);
  expect(moved).toBe(true);
  expect(await placeOf(file.sha256)).toMatchObject({ key: keyOf(file.sha256) });
});

test('L3 words of one customer do not overtake the file before them', async () => {
  const inbound = first.app.get(Inbound);
  const { channel } = first.app.get(Desks).of('webhook')!;
  const file = await keepFile({ name: 'big', type: '', content: randomBytes(2_000_000) });
  await Promise.all([
    inbound.takeIn(channel, message('o1', 'one', [file])),
    inbound.takeIn(channel, message('o2', 'two')),
    inbound.takeIn(channel, message('o3', 'three', [file])),
    inbound.takeIn(channel, message('o4', 'four')),
  ]);
  const rows = await first.postgres.query<{ text: string }>(
    `SELECT body::jsonb->>'text' AS text FROM outbox WHERE body::jsonb->>'text' IN ('one', 'two', 'three', 'four') ORDER BY id`,
  );
  expect(rows.map(({ text }) => text)).toEqual(['one', 'two', 'three', 'four']);
});

test('other bytes than were put there are refused and never handed out', async () => {
  const { sha256 } = (await (await putUp(first, Buffer.from('a true bill'))).json()) as Attachment;
  const false_ = { method: 'PUT', body: 'a false bil', headers: { 'content-type': 'text/plain' } };
  expect((await fetch(new URL(`/trunkline/${keyOf(sha256)}`, bucketServer), false_)).ok).toBe(true);
  const answer = await ask(second, `/${sha256}`);
  expect(answer.status).toBe(500);
  expect(await answer.json()).toMatchObject({ reason: 'file-damaged' });
  await fetch(new URL(`/trunkline/${keyOf(sha256)}`, bucketServer), { method: 'DELETE' });
  expect((await ask(second, `/${sha256}`)).status).toBe(404);
});

test('a desk that changes its mind reads the old ones, and moves them: into the bucket, and back', async () => {
  const content = randomBytes(300_000);
  const sha256 = hashOf(content);
  const inRows = await openReplica({ ATTACHMENTS: 'postgres' });
  try {
    await putUp(inRows, content);
    expect(await placeOf(sha256)).toEqual({ bytes: content.length, key: null });
    expect(hashOf(Buffer.from(await (await ask(first, `/${sha256}`)).arrayBuffer()))).toBe(sha256);
    await first.app.get(MoveFiles).move(await held(first));
    expect(await placeOf(sha256)).toEqual({ bytes: null, key: keyOf(sha256) });
    expect(hashOf(Buffer.from(await (await ask(inRows, `/${sha256}`)).arrayBuffer()))).toBe(sha256);
    await inRows.app.get(MoveFiles).move(await held(inRows));
    expect(await placeOf(sha256)).toEqual({ bytes: content.length, key: null });
  } finally {
    await inRows.stop();
  }
}, 30_000);

test('an orphan is swept after a day and not before; what a row names never is', async () => {
  const objects = first.app.get(KeepFiles).objects!;
  const named = (await (await putUp(first, Buffer.from('a row names it'))).json()) as Attachment;
  const orphan = Buffer.from('its transaction never came');
  await objects.put(keyOf(hashOf(orphan)), { sha256: hashOf(orphan), type: 'text/plain', content: orphan });
  const { signal } = new AbortController();
  const keysNow = async () => (await objectsOf()).map(({ key }) => key);
  expect(await first.app.get(MoveFiles).sweep(signal, new Date())).toBe(0);
  expect(await keysNow()).toContain(keyOf(hashOf(orphan)));
  expect(await first.app.get(MoveFiles).sweep(signal, new Date(Date.now() + dayMs + 60_000))).toBe(1);
  expect(await keysNow()).not.toContain(keyOf(hashOf(orphan)));
  expect(await keysNow()).toContain(keyOf(named.sha256));
  expect((await ask(second, `/${named.sha256}`)).status).toBe(200);
  expect((await putUp(second, orphan)).status).toBe(201);
});

test('who keeps the bytes of an orphan that is being swept is told to try again, and then keeps them', async () => {
  const content = Buffer.from('swept just now');
  const sha256 = hashOf(content);
  const store = first.app.get(AttachmentsStore);
  expect(await first.postgres.transaction((tx) => store.sweepBegins(tx, sha256))).toBe(true);
  const early = await putUp(second, content);
  expect([early.status, ((await early.json()) as { reason: string }).reason]).toEqual([503, 'try-again']);
  expect((await ask(second, `/${sha256}`)).status).toBe(404);
  await first.app.get(KeepFiles).objects!.delete(keyOf(sha256));
  await store.sweepEnds(sha256);
  expect((await putUp(second, content)).status).toBe(201);
  expect(await first.postgres.transaction((tx) => store.sweepBegins(tx, sha256))).toBe(false);
  await until('it can be read', async () => (await ask(first, `/${sha256}`)).status === 200);
});

test.each([
  ['a bucket without its keys', { S3_ACCESS_KEY_ID: '', S3_SECRET_ACCESS_KEY: '' }, 'S3_SECRET_ACCESS_KEY is not set'],
  ['a prefix that is the whole bucket', { S3_PREFIX: '/' }, 'S3_PREFIX must be'],
  ['an address with a path', { S3_ENDPOINT: 'https://host/bucket' }, 'S3_ENDPOINT must be'],
  ['half a bucket that is not used', { ATTACHMENTS: 'postgres', S3_BUCKET: '' }, 'S3_BUCKET is not set'],
])('%s is refused with a sentence', (_sentence, change, sentence) => {
  const env = { DATABASE_URL: database.ownerUrl, KAFKA_BROKERS: 'x', SERVICE_KEYS: testKeys, FIELD_KEY: testKeys };
  const config = readConfig(channelsConfig, { ...env, ...settings, ...change } as NodeJS.ProcessEnv);
  const reading = () => readObjectSettings(config as unknown as Parameters<typeof readObjectSettings>[0]);
  expect(reading).toThrow(ConfigError);
  expect(reading).toThrow(sentence);
});
