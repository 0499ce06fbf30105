/** A line to the mailbox that dies without a word, and a mail that breaks it: both are got past, and nothing is lost. */
import { freshDatabase, testPasswords } from '@trunkline/testing';
import { createTransport } from 'nodemailer';
import { type GivenChannels, givenChannels, migrateChannels, until } from '../given-channels.ts';
import { type Line, openLine, type Passing } from './line-for-specs.ts';

const { IMAP_URL = '', SMTP_URL = 'smtp://127.0.0.1:1' } = process.env;
const { hostname, port } = new URL(SMTP_URL);
const smtp = createTransport({ host: hostname, port: Number(port), ignoreTLS: true });
const titled = (title: string) => `${title} ${Math.random().toString(36).slice(2)}`;
let database: Awaited<ReturnType<typeof freshDatabase>>;
let channels: GivenChannels | undefined;
let line: Line | undefined;

const mailIn = (subject: string, text = 'Hello') =>
  smtp.sendMail({ from: 'alice@customer.test', to: 'support@desk.test', subject, text });
const came = async (subject: string) =>
  (
    await channels!.postgres.query(
      `SELECT 1 FROM outbox WHERE type = 'message.received' AND body::jsonb->>'subject' = $1`,
      [subject],
    )
  ).length;
/** Of other specs' mails in the same mailbox some are parked as too large. */
const parked = () => channels!.postgres.query(`SELECT detail FROM parked WHERE because = 'unreadable-mail'`);
async function open(passing?: () => Passing): Promise<void> {
  line = await openLine(IMAP_URL, passing);
  const settings = { IMAP_URL: line.through(IMAP_URL), SMTP_URL, MAIL_POLL_SECONDS: '2' };
  channels = await givenChannels({ ownerUrl: database.ownerUrl, passwords: testPasswords, settings });
}

beforeEach(async () => {
  database = await freshDatabase();
  await migrateChannels(database.ownerUrl, testPasswords);
}, 60_000);

afterEach(async () => {
  await channels?.stop();
  await line?.close();
  await database?.drop();
});

test('a line that passes nothing any more is given up within 20 s of the next look, and what came meanwhile is read', async () => {
  await open();
  const before = titled('before');
  await mailIn(before);
  await until('the mailbox is read', async () => (await came(before)) === 1, 30);
  line!.swallow();
  const diedAt = Date.now();
  const after = titled('after');
  await mailIn(after);
  await until('it came by a new line', async () => (await came(after)) === 1, 60);
  // with the shipped look each 60 s this is 60 s more at most: below 120
  expect((Date.now() - diedAt) / 1000).toBeLessThan(30);
  expect(line!.opened()).toBe(2);
  expect([await came(before), await came(after)]).toEqual([1, 1]);
}, 90_000);

test('a mail over which the line breaks each time is parked, and those before and after it are taken in', async () => {
  const mark = titled('breaks-the-line').replace(' ', '-');
  const subjects = ['one', 'two', 'three', 'four'].map(titled);
  for (const subject of subjects.slice(0, 2)) await mailIn(subject);
  await mailIn('poison', mark);
  for (const subject of subjects.slice(2)) await mailIn(subject);
  await open(() => (chunk, from) => (from === 'server' && chunk.includes(mark) ? 'cut' : chunk));
  for (const subject of subjects) await until(`${subject} came`, async () => (await came(subject)) === 1, 60);
  expect(await parked()).toEqual([{ detail: expect.stringContaining('does not hand it over') }]);
}, 120_000);

test('an empty fetch is no proof: what the server lists and does not hand over at first is taken in later', async () => {
  const subject = titled('late');
  await mailIn(subject);
  let withheld = 2;
  await open(() => {
    let tag: string | undefined;
    return (chunk, from, answer) => {
      const [, asked] = /^(\S+) UID FETCH .*BODY/.exec(chunk.toString('latin1')) ?? [];
      if (from === 'server' || !asked || withheld === 0) return chunk;
      withheld -= 1;
      tag = asked;
      answer(`${tag} OK UID FETCH completed\r\n`);
      return null;
    };
  });
  await until('it came', async () => (await came(subject)) === 1, 30);
  expect(withheld).toBe(0);
  expect(await parked()).toEqual([]);
}, 60_000);
