/** The same mailbox by another maker: Dovecot, where it is installed; said and skipped where it is not. */
import { freshDatabase, testPasswords } from '@trunkline/testing';
import { type GivenChannels, givenChannels, migrateChannels, until } from '../given-channels.ts';
import { type Dovecot, startDovecot, whyNoDovecot } from './dovecot-for-specs.ts';

const whyNot = whyNoDovecot();
if (whyNot) console.log(`not tried with Dovecot: ${whyNot}`);
const perhaps = whyNot ? test.skip : test;

let dovecot: Dovecot;
let database: Awaited<ReturnType<typeof freshDatabase>>;
let channels: GivenChannels;

beforeAll(async () => {
  if (whyNot) return;
  dovecot = await startDovecot();
  database = await freshDatabase();
  await migrateChannels(database.ownerUrl, testPasswords);
  const settings = { IMAP_URL: dovecot.url, SMTP_URL: 'smtp://127.0.0.1:1', MAIL_POLL_SECONDS: '5' };
  channels = await givenChannels({ ownerUrl: database.ownerUrl, passwords: testPasswords, settings });
}, 60_000);
afterAll(async () => {
  await channels?.stop();
  await dovecot?.stop();
  await database?.drop();
});

let nth = 0;
const deliver = (subject: string, body = `About ${subject}`) => {
  nth += 1;
  const head = [`Message-ID: <${nth}-${process.pid}@customer.test>`, 'From: Alice <alice@customer.test>'];
  dovecot.deliver([...head, 'To: support@desk.test', `Subject: ${subject}`, '', body, ''].join('\r\n'));
};
async function subjects(): Promise<string[]> {
  const sql = `SELECT body::jsonb->>'subject' AS subject FROM outbox WHERE type = 'message.received' ORDER BY id`;
  return (await channels.postgres.query<{ subject: string }>(sql)).map(({ subject }) => subject);
}
const came = (count: number) => until(`${count} came`, async () => (await subjects()).length >= count, 60);

perhaps(
  'what lay there before, and what comes while it idles, is taken in once and in order',
  async () => {
    for (let at = 1; at <= 20; at += 1) deliver(`first ${at}`);
    await came(20);
    deliver('while idle');
    await came(21);
    deliver('once more');
    await came(22);
    const all = await subjects();
    expect([all.length, new Set(all).size, all.slice(-2)]).toEqual([22, 22, ['while idle', 'once more']]);
  },
  120_000,
);

perhaps(
  'the server restarts under the open line, and nothing is lost or doubled',
  async () => {
    await dovecot.restart();
    deliver('after the restart');
    await came(23);
    expect((await subjects()).filter((subject) => subject === 'after the restart')).toHaveLength(1);
  },
  120_000,
);

perhaps(
  'the mailbox is numbered anew (UIDVALIDITY), and nothing is taken in a second time',
  async () => {
    const validity = async () =>
      (await channels.postgres.query<{ v: string }>('SELECT uid_validity AS v FROM mailbox_cursor'))[0]!.v;
    const before = await validity();
    await dovecot.renumber();
    deliver('under the new numbers');
    await until('it is read under the new numbers', async () => (await validity()) !== before, 60);
    await came(24);
    deliver('and after it');
    await came(25);
    const all = await subjects();
    expect([all.length, new Set(all).size]).toEqual([25, 25]);
  },
  120_000,
);
