/** Several mailboxes, by password and by OAuth2: each its own lease, account and way out; one that fails hinders none. */
import { createServer, type Server } from 'node:http';
import { newId } from '@trunkline/contracts';
import { freshDatabase, testPasswords } from '@trunkline/testing';
import { createTransport } from 'nodemailer';
import { SMTPServer } from 'smtp-server';
import type { Word } from '../channel.ts';
import { type GivenChannels, givenChannels, migrateChannels, until } from '../given-channels.ts';
import { OutboundConsumer } from '../outbound.consumer.ts';
import { type Line, openLine, type Passing } from './line-for-specs.ts';

const { IMAP_URL = '', SMTP_URL = 'smtp://127.0.0.1:1' } = process.env;
const { hostname, port } = new URL(SMTP_URL);
const smtp = createTransport({ host: hostname, port: Number(port), ignoreTLS: true });
const titled = (title: string) => `${title} ${Math.random().toString(36).slice(2)}`;
const [desk, sales] = ['support@desk.test', 'bob@customer.test'] as const;
const mailIn = (to: string, subject: string) =>
  smtp.sendMail({ from: 'alice@customer.test', to, subject, text: 'Hello' });

let database: Awaited<ReturnType<typeof freshDatabase>>;
let channels: GivenChannels | undefined;
const open = (settings: Record<string, string>) =>
  givenChannels({ ownerUrl: database.ownerUrl, passwords: testPasswords, settings });
const accountOf = async (subject: string) =>
  (
    await channels!.postgres.query<{ account: string }>(
      `SELECT body::jsonb->>'account' AS account FROM outbox
        WHERE type = 'message.received' AND body::jsonb->>'subject' = $1`,
      [subject],
    )
  ).map(({ account }) => account);
const comesTo = async (account: string, subject: string) => {
  await mailIn(account, subject);
  await until(`${subject} came`, async () => (await accountOf(subject)).length === 1, 30);
  expect(await accountOf(subject)).toEqual([account]);
};
const word = (account: string): Word => ({
  messageId: newId(),
  conversationId: newId(),
  channel: 'email',
  account,
  to: { address: 'alice@customer.test', name: null },
  kind: 'reply',
  author: null,
  subject: 'Late',
  text: 'It is on its way.',
  attachments: [],
  thread: { key: 'k', references: [] },
  attempt: 1,
});
const stateOf = async ({ messageId }: Word) =>
  (
    await channels!.postgres.query<{ state: string; because: string | null; detail: string | null }>(
      'SELECT state, because, detail FROM outbound WHERE id = $1',
      [messageId],
    )
  )[0];
const say = (one: Word) => channels!.app.get(OutboundConsumer).queue([{ type: 'reply.written', data: one }] as never);

/** Takes mails of whoever signs in with the right token. */
const inbox: { from: string; user: string }[] = [];
const token = { right: 'first', given: 'first' };
const outgoing = new SMTPServer({
  authOptional: true,
  authMethods: ['XOAUTH2', 'PLAIN'],
  disabledCommands: ['STARTTLS'],
  allowInsecureAuth: true,
  onAuth: ({ username = '', accessToken }, _session, done) =>
    accessToken === token.right ? done(null, { user: username }) : done(new Error('token refused')),
  onData: (stream, session, done) => {
    stream.resume();
    const from = session.envelope.mailFrom;
    stream.on('end', () => {
      inbox.push({ from: from ? from.address : '', user: String(session.user ?? '') });
      done();
    });
  },
});
/** The token endpoint: away, refusing, or handing tokens out. */
const asked: Record<string, string>[] = [];
let mood: 'gives' | 'refuses' = 'gives';
let endpoint: Server;
/** A mailbox server that knows tokens: GreenMail knows passwords, so the line says one for the other. */
let imapLine: Line;
const withTokens = (): Passing => (chunk, from, answer) => {
  const text = chunk.toString('latin1');
  if (from === 'server') return Buffer.from(text.replaceAll('IMAP4rev1', 'IMAP4rev1 SASL-IR AUTH=XOAUTH2'), 'latin1');
  const [, tag, sasl] = /^(\S+) AUTHENTICATE XOAUTH2 (\S+)/.exec(text) ?? [];
  if (!tag) return chunk;
  const said = Buffer.from(sasl!, 'base64').toString();
  if (said === `user=${sales}\x01auth=Bearer ${token.right}\x01\x01`)
    return Buffer.from(`${tag} LOGIN ${sales} secret\r\n`);
  answer(`${tag} NO token refused\r\n`);
  return null;
};

beforeAll(async () => {
  await new Promise<void>((ready) => outgoing.listen(0, '127.0.0.1', ready));
  endpoint = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      asked.push(Object.fromEntries(new URLSearchParams(body)));
      const [status, answer] =
        mood === 'gives'
          ? [200, { access_token: token.given, expires_in: 3600 }]
          : [400, { error: 'invalid_grant', error_description: 'the refresh token has ended' }];
      response.writeHead(status as number, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
    });
  });
  await new Promise<void>((ready) => endpoint.listen(0, '127.0.0.1', ready));
  imapLine = await openLine(IMAP_URL, withTokens);
});
afterAll(async () => {
  await imapLine?.close();
  endpoint?.close();
  await new Promise<void>((done) => outgoing.close(() => done()));
});
beforeEach(async () => {
  mood = 'gives';
  Object.assign(token, { right: 'first', given: 'first' });
  asked.length = 0;
  inbox.length = 0;
  database = await freshDatabase();
  await migrateChannels(database.ownerUrl, testPasswords);
}, 60_000);
afterEach(async () => {
  await channels?.stop();
  await database?.drop();
});

const at = (server: { server: { address(): unknown } } | { address(): unknown }) =>
  ((('server' in server ? server.server : server).address() ?? {}) as { port: number }).port;
const oauthMailbox = () => ({
  address: sales,
  imap: `imap://127.0.0.1:${imapLine.port}`,
  smtp: `smtp://127.0.0.1:${at(outgoing)}`,
  oauth: {
    tokenUrl: `http://127.0.0.1:${at(endpoint)}/token`,
    clientId: 'desk',
    clientSecret: 'hush',
    refreshToken: 'refresh',
  },
});
const settings = (mailboxes: object[]) => ({
  IMAP_URL,
  SMTP_URL: `smtp://127.0.0.1:${at(outgoing)}`,
  MAILBOXES: JSON.stringify(mailboxes),
  MAIL_POLL_SECONDS: '1',
});

test('each mail says which mailbox it came by, each answer leaves by its own, and two replicas share them', async () => {
  const imap = Object.assign(new URL(IMAP_URL), { username: sales, password: 'secret' }).href;
  const all = settings([{ address: sales, name: 'Sales', imap }]);
  channels = await open(all);
  const other = await open(all);
  await Promise.all([comesTo(desk, titled('to the desk')), comesTo(sales, titled('to sales'))]);
  const leases = await channels.postgres.query(`SELECT name FROM lease WHERE name LIKE 'mailbox %' AND until > now()`);
  expect(leases).toHaveLength(2);
  await other.stop();
  await Promise.all([comesTo(desk, titled('to the desk')), comesTo(sales, titled('to sales'))]);
  for (const account of [desk, sales]) {
    const one = word(account);
    await say(one);
    await until('it went out', async () => (await stateOf(one))?.state === 'sent');
  }
  expect(inbox.map(({ from }) => from)).toEqual([desk, sales]);
  const gone = word('old@desk.test');
  await say(gone);
  await until('it failed', async () => (await stateOf(gone))?.state === 'failed');
  expect(await stateOf(gone)).toMatchObject({ because: 'account-gone' });
}, 90_000);

test('OAuth2: one token for both ways, a new one when the server will not have it', async () => {
  channels = await open(settings([oauthMailbox()]));
  await comesTo(sales, titled('by token'));
  const one = word(sales);
  await say(one);
  await until('it went out', async () => (await stateOf(one))?.state === 'sent');
  expect(inbox).toEqual([{ from: sales, user: sales }]);
  const grant = { grant_type: 'refresh_token', refresh_token: 'refresh', client_id: 'desk', client_secret: 'hush' };
  expect(asked).toEqual([grant]);
  Object.assign(token, { right: 'second', given: 'second' });
  const next = word(sales);
  await say(next);
  await until('it went out', async () => (await stateOf(next))?.state === 'sent');
  expect(asked).toEqual([grant, grant]);
}, 60_000);

test('a token endpoint that refuses hinders no other mailbox, is asked ever more rarely, and its secrets are told nobody', async () => {
  mood = 'refuses';
  channels = await open(settings([oauthMailbox()]));
  const waits = word(sales);
  await say(waits);
  await until('it is put back', async () => (await stateOf(waits))?.because === 'sign-in-failed');
  expect(await stateOf(waits)).toMatchObject({ state: 'queued', detail: expect.stringContaining('invalid_grant') });
  expect((await stateOf(waits))!.detail).not.toMatch(/hush|refresh_token=|secret/);
  await comesTo(desk, titled('to the desk meanwhile'));
  expect(asked.length).toBeLessThanOrEqual(4);
  mood = 'gives';
  await comesTo(sales, titled('once it gives again'));
  await until('it went out', async () => (await stateOf(waits))?.state === 'sent', 30);
}, 90_000);
