/** A real mailbox and a real Postgres: what comes is taken in once, whatever breaks in between. */
import { freshDatabase, testPasswords } from '@trunkline/testing';
import { ImapFlow } from 'imapflow';
import { createTransport } from 'nodemailer';
import { type GivenChannels, givenChannels, migrateChannels, until } from '../given-channels.ts';

const { IMAP_URL = '', SMTP_URL = '' } = process.env;
let database: Awaited<ReturnType<typeof freshDatabase>>;
let channels: GivenChannels;

type Received = {
  text: string;
  subject: string;
  from: { address: string };
  receiptId: string;
  thread: { key: string };
};

/** The mailbox is the stack's one, so each test looks for its own subject. */
async function receivedAs(subject: string): Promise<Received[]> {
  const rows = await channels.postgres.query<{ body: string }>(
    `SELECT body FROM outbox WHERE type = 'message.received' AND body::jsonb->>'subject' LIKE $1 || '%' ORDER BY id`,
    [subject],
  );
  return rows.map(({ body }) => JSON.parse(body));
}
const mailIn = (subject: string, more = {}) =>
  smtp.sendMail({
    from: 'Alice <alice@customer.test>',
    to: 'support@desk.test',
    subject,
    text: `About ${subject}`,
    ...more,
  });
const open = () =>
  givenChannels({
    ownerUrl: database.ownerUrl,
    passwords: testPasswords,
    settings: { IMAP_URL, SMTP_URL, MAIL_POLL_SECONDS: '60' },
  });
const subjectOf = (title: string) => `${title} ${Math.random().toString(36).slice(2)}`;

const smtpAt = new URL(SMTP_URL || 'smtp://127.0.0.1:1');
const smtp = createTransport({ host: smtpAt.hostname, port: Number(smtpAt.port), ignoreTLS: true });

beforeAll(async () => {
  database = await freshDatabase();
  await migrateChannels(database.ownerUrl, testPasswords);
  channels = await open();
}, 60_000);

afterAll(async () => {
  await channels?.stop();
  await database?.drop();
});

test('a mail is taken in within a second of its arrival, long before the next poll', async () => {
  const subject = subjectOf('at once');
  await until(
    'the mailbox is idle',
    async () => (await channels.postgres.query('SELECT 1 FROM mailbox_cursor')).length === 1,
  );
  await mailIn(subject);
  const sentAt = Date.now();
  await until('it came', async () => (await receivedAs(subject)).length === 1);
  expect(Date.now() - sentAt).toBeLessThan(5_000);
  const [received] = await receivedAs(subject);
  expect(received).toMatchObject({ text: `About ${subject}`, from: { address: 'alice@customer.test' } });
});

test('two replicas read one mailbox, and each mail is one receipt', async () => {
  const other = await open();
  const subject = subjectOf('two replicas');
  await Promise.all(Array.from({ length: 12 }, (_, at) => mailIn(`${subject} ${at}`)));
  await until('all came', async () => (await receivedAs(subject)).length >= 12);
  await channels.stop();
  channels = other;
  await mailIn(`${subject} after the first was stopped`);
  await until('the other went on', async () => (await receivedAs(subject)).length >= 13);
  expect((await receivedAs(subject)).length).toBe(13);
});

test('after the server renumbered its mailbox nothing is taken in twice, and two equal mails both live', async () => {
  const subject = subjectOf('renumbered');
  const twin = { messageId: undefined, headers: {}, date: new Date(0) };
  await mailIn(subject, twin);
  await until('it came', async () => (await receivedAs(subject)).length === 1);
  await channels.stop();
  await channelsQuery('UPDATE mailbox_cursor SET uid_validity = uid_validity - 1');
  await channelsQuery(`UPDATE inbound_receipt SET provider_key = 'older:' || provider_key`);
  await mailIn(`${subject} meanwhile`);
  channels = await open();
  await until('the new one came', async () => (await receivedAs(`${subject} meanwhile`)).length === 1);
  expect((await receivedAs(subject)).length).toBe(2);
});

test('a mail that nobody can read is parked with its raw bytes, and the mailbox goes on', async () => {
  const subject = subjectOf('after the bad one');
  await smtp.sendMail({
    envelope: { from: 'bob@customer.test', to: 'support@desk.test' },
    raw: `From: bob@customer.test\r\nSubject: bad\r\n${Array.from({ length: 3_000 }, (_, at) => `To: r${at}@desk.test\r\n`).join('')}\r\nx`,
  });
  await mailIn(subject);
  await until('the good one came', async () => (await receivedAs(subject)).length === 1);
  const [parked] = await channels.postgres.query(
    `SELECT receipt.id, because FROM parked JOIN inbound_receipt AS receipt ON receipt.id = event_id`.replace(
      'because',
      'parked.because',
    ),
  );
  expect(parked).toMatchObject({ because: 'too-large' });
});

test('the mail stays in the mailbox as it was', async () => {
  const { hostname, port, username, password } = new URL(IMAP_URL);
  const client = new ImapFlow({
    host: hostname,
    port: Number(port),
    secure: false,
    auth: { user: decodeURIComponent(username), pass: password },
    logger: false,
  });
  await client.connect();
  await client.mailboxOpen('INBOX');
  expect(await client.search({ seen: true }, { uid: true })).toEqual([]);
  await client.logout();
});

/** The service is stopped at that moment. */
async function channelsQuery(sql: string): Promise<void> {
  const { Client } = await import('pg');
  const client = new Client({ connectionString: database.ownerUrl });
  await client.connect();
  await client.query('SET search_path = channels');
  await client.query(sql);
  await client.end();
}
