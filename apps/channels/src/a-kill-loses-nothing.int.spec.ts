/** Kills the service at its fault points: what was acknowledged is there, what was not comes again, each once. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { newId } from '@trunkline/contracts';
import { urlOfService } from '@trunkline/platform';
import { freshDatabase, testPasswords } from '@trunkline/testing';
import { createTransport } from 'nodemailer';
import { Client } from 'pg';
import { migrateChannels, testKeys, until } from './given-channels.ts';

const { IMAP_URL = '', SMTP_URL = '', KAFKA_BROKERS = '' } = process.env;
const main = new URL('../dist/main.js', import.meta.url).pathname;
const prefix = `kill-${newId().slice(-6)}.`;
const smtpAt = new URL(SMTP_URL || 'smtp://127.0.0.1:1');
const smtp = createTransport({ host: smtpAt.hostname, port: Number(smtpAt.port), ignoreTLS: true });

let database: Awaited<ReturnType<typeof freshDatabase>>;
let client: Client;
let running: ChildProcess | undefined;

function start(more: Record<string, string> = {}): ChildProcess {
  running = spawn(process.execPath, [main], {
    stdio: 'ignore',
    env: {
      PATH: process.env.PATH,
      DATABASE_URL: urlOfService(database.ownerUrl, 'channels', testPasswords.channels),
      KAFKA_TOPIC_PREFIX: prefix,
      SERVICE_KEYS: testKeys,
      FIELD_KEY: testKeys,
      MAIL_REPLY_KEYS: testKeys,
      MAIL_POLL_SECONDS: '2',
      ...{ IMAP_URL, SMTP_URL, KAFKA_BROKERS },
      ...more,
    },
  });
  return running;
}

async function stop(): Promise<void> {
  if (!running || running.exitCode !== null || running.signalCode !== null) return;
  running.kill('SIGKILL');
  await once(running, 'exit');
}

const rows = async (sql: string, values: unknown[] = []) => (await client.query(sql, values)).rows;
const said = (subject: string) =>
  rows(`SELECT id FROM outbox WHERE type = 'message.received' AND body::jsonb->>'subject' = $1`, [subject]);
const mailIn = (subject: string) =>
  smtp.sendMail({ from: 'bob@customer.test', to: 'support@desk.test', subject, text: 'Hello' });

beforeAll(async () => {
  if (!existsSync(main)) throw new Error('channels is not built: npm run build');
  database = await freshDatabase();
  await migrateChannels(database.ownerUrl, testPasswords);
  client = new Client({ connectionString: database.ownerUrl });
  await client.connect();
  await client.query('SET search_path = channels');
}, 60_000);

afterAll(async () => {
  await stop();
  await client?.end();
  await database?.drop();
});

afterEach(stop);

test.each(['mailbox.after-fetch', 'inbound.before-commit', 'inbound.after-commit'])(
  'killed at %s, a mail is one receipt and one fact after the next start',
  async (point) => {
    const subject = `killed at ${point} ${newId()}`;
    await mailIn(subject);
    const [, signal] = await once(start({ FAULT_POINTS: `${point}=kill` }), 'exit');
    expect(signal).toBe('SIGKILL');
    start();
    await until('it was said', async () => (await said(subject)).length > 0, 60);
    await mailIn(`${subject} next`);
    await until('the next came', async () => (await said(`${subject} next`)).length > 0, 60);
    expect(await said(subject)).toHaveLength(1);
  },
  90_000,
);

test('killed between the call and the record, a word is unknown and not sent again', async () => {
  const id = newId();
  const word = {
    ...{ messageId: id, conversationId: newId(), channel: 'email', account: 'support@desk.test', kind: 'reply' },
    ...{ to: { address: 'alice@customer.test', name: null }, author: null, subject: 'once', text: 'Once.' },
    ...{ attachments: [], thread: { key: '', references: [] }, attempt: 1 },
  };
  await rows(
    `INSERT INTO outbound (id, conversation_id, channel, channel_account, word, state, attempt)
     VALUES ($1, $2, 'email', 'email:support@desk.test', $3, 'queued', 1)`,
    [id, word.conversationId, JSON.stringify(word)],
  );
  await once(start({ FAULT_POINTS: 'outbound.after-call=kill' }), 'exit');
  expect(await rows('SELECT state FROM outbound WHERE id = $1', [id])).toEqual([{ state: 'sending' }]);
  await rows(`UPDATE outbound SET lease_until = now() - interval '1 s' WHERE id = $1`, [id]);
  start();
  const unknown = () =>
    rows(`SELECT id FROM outbox WHERE type = 'delivery.unknown' AND key = $1`, [word.conversationId]);
  await until('it is unknown', async () => (await unknown()).length === 1, 30);
  expect(await rows('SELECT state, tries FROM outbound WHERE id = $1', [id])).toEqual([{ state: 'unknown', tries: 1 }]);
}, 90_000);

test('a line to the mail server that is cut is opened again, and what came meanwhile is read', async () => {
  const sockets = new Set<Socket>();
  const to = new URL(IMAP_URL);
  const proxy = createServer((socket) => {
    const far = connect(Number(to.port), to.hostname);
    for (const [one, other] of [
      [socket, far],
      [far, socket],
    ] as const) {
      sockets.add(one);
      one
        .on('error', () => other.destroy())
        .on('close', () => other.destroy())
        .pipe(other);
    }
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const through = new URL(IMAP_URL);
  through.port = String((proxy.address() as { port: number }).port);
  start({ IMAP_URL: through.href });
  for (const subject of [`before ${newId()}`, `after ${newId()}`]) {
    await mailIn(subject);
    await until('it came', async () => (await said(subject)).length === 1, 30);
    for (const socket of sockets) socket.destroy();
  }
  await stop();
  proxy.close();
}, 90_000);
