/** A real SMTP server that can be told to fail: each failure is named as what it is, and nothing goes out twice. */
import { newId } from '@trunkline/contracts';
import { freshDatabase, testPasswords } from '@trunkline/testing';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import type { Word } from '../channel.ts';
import { ClaimReply } from '../claim-reply.ts';
import { type GivenChannels, givenChannels, migrateChannels, until } from '../given-channels.ts';
import { Inbound } from '../inbound.ts';
import { keepFile } from '../keep-file.ts';
import { KeepFiles } from '../keep-files.ts';
import { OutboundConsumer } from '../outbound.consumer.ts';
import { email } from './index.ts';
import { signAddress } from './sign-address.ts';

type Mood = 'takes' | 'refuses' | 'is busy once' | 'is cut before the body' | 'is cut after the body';
const replyKeys = [{ kid: 'a', bytes: new Uint8Array(32) }];
const mails: Buffer[] = [];
const tries = new Map<string, number>();
let mood: Mood = 'takes';
let database: Awaited<ReturnType<typeof freshDatabase>>;
let channels: GivenChannels;

const answer = (code: number, message: string) => Object.assign(new Error(message), { responseCode: code });
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onRcptTo({ address }, session, done) {
    tries.set(address, (tries.get(address) ?? 0) + 1);
    if (mood === 'refuses') return done(answer(550, 'no such mailbox'));
    if (mood === 'is busy once' && tries.get(address) === 1) return done(answer(451, 'later, please'));
    if (mood === 'is cut before the body' && tries.get(address) === 1) return cut(session);
    return done();
  },
  onData(stream, session, done) {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk) => chunks.push(chunk));
    stream.on('end', () => {
      mails.push(Buffer.concat(chunks));
      return mood === 'is cut after the body' ? cut(session) : done();
    });
  },
});
const cut = (session: unknown) => {
  for (const client of server.connections as Set<{ session: unknown; _socket: { destroy(): void } }>) {
    if (client.session === session) client._socket.destroy();
  }
};

const word = (change: Partial<Word> = {}): Word => ({
  messageId: newId(),
  conversationId: newId(),
  channel: 'email',
  account: 'support@desk.test',
  to: { address: `${newId()}@customer.test`, name: 'Alice' },
  kind: 'reply',
  author: { agentId: newId(), name: 'Li Wei' },
  subject: 'My parcel',
  text: 'It is on its way.\n\nLi Wei',
  attachments: [],
  thread: { key: '<first@customer.test>', references: ['<first@customer.test>'] },
  attempt: 1,
  ...change,
});
const say = (...words: Word[]) =>
  channels.app.get(OutboundConsumer).queue(words.map((data) => ({ type: 'reply.written', data })) as never);
const facts = (one: Word) =>
  channels.postgres
    .query<{ type: string; body: string }>('SELECT type, body FROM outbox WHERE key = $1 ORDER BY id', [
      one.conversationId,
    ])
    .then((rows) => rows.map(({ type, body }) => ({ type, ...JSON.parse(body) })));
const became = async (one: Word, type: string) => {
  await until(`${type} is said`, async () => (await facts(one)).some((fact) => fact.type === type));
  return (await facts(one)).find((fact) => fact.type === type);
};
const sentTo = (one: Word) => mails.filter((mail) => mail.includes(one.to.address));

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as { port: number };
  database = await freshDatabase();
  await migrateChannels(database.ownerUrl, testPasswords);
  channels = await givenChannels({
    ownerUrl: database.ownerUrl,
    passwords: testPasswords,
    settings: {
      IMAP_URL: 'imap://support%40desk.test:x@127.0.0.1:1',
      SMTP_URL: `smtp://127.0.0.1:${port}`,
      MAIL_NAME: 'Desk',
    },
  });
}, 60_000);

afterAll(async () => {
  await channels?.stop();
  await new Promise<void>((resolve) => server.close(() => resolve()));
  await database?.drop();
});

beforeEach(() => {
  mood = 'takes';
});

test('an answer goes out once, under its own Message-ID, into the customer’s thread', async () => {
  const one = word();
  await say(one, one);
  await say(one);
  const sent = await became(one, 'delivery.sent');
  expect(sent).toMatchObject({ messageId: one.messageId, attempt: 1, reference: `<${one.messageId}@desk.test>` });
  const [raw, ...more] = sentTo(one);
  expect(more).toEqual([]);
  const mail = await simpleParser(raw!);
  expect(mail.messageId).toBe(`<${one.messageId}@desk.test>`);
  expect(mail).toMatchObject({ subject: 'Re: My parcel', inReplyTo: '<first@customer.test>' });
  expect(mail.text?.trim()).toBe(one.text);
  expect(mail.replyTo?.text).toMatch(/support\+[0-9a-z]{50}@desk\.test/);
  expect(mail.headers.has('auto-submitted')).toBe(false);
});

test('files go out with their names and bytes; without one of them, or too heavy, nothing does', async () => {
  const content = Buffer.from('invoice, 发票');
  const file = await keepFile({ name: '发票 "1".txt', type: 'text/plain', content });
  await channels.app.get(KeepFiles).putUp(file, 'li');
  const attached = { sha256: file.sha256, name: file.name, type: file.type, bytes: file.bytes };
  const one = word({ attachments: [attached] });
  await say(one);
  await became(one, 'delivery.sent');
  const { attachments } = await simpleParser(sentTo(one)[0]!);
  expect(attachments).toMatchObject([{ filename: file.name, contentType: 'text/plain', content }]);
  const gone = word({ attachments: [attached, { ...attached, sha256: '0'.repeat(64) }] });
  const heavy = word({
    attachments: [
      { ...attached, bytes: 13_107_201 },
      { ...attached, bytes: 13_107_200 },
    ],
  });
  await say(gone, heavy);
  expect(await became(gone, 'delivery.failed')).toMatchObject({ because: 'file-gone' });
  expect(await became(heavy, 'delivery.failed')).toMatchObject({ because: 'file-too-large' });
  expect([...sentTo(gone), ...sentTo(heavy)]).toEqual([]);
});

test('what the desk says of itself is marked as automatic, what a person says is not', async () => {
  const notice = word({ kind: 'notice', author: null });
  await say(notice);
  await became(notice, 'delivery.sent');
  expect(String(sentTo(notice)[0])).toMatch(/^Auto-Submitted: auto-generated/im);
});

test('a refused address fails with the server’s words, and is not tried again', async () => {
  mood = 'refuses';
  const one = word();
  await say(one);
  const failed = await became(one, 'delivery.failed');
  expect(failed).toMatchObject({ because: 'address-refused', detail: expect.stringContaining('no such mailbox') });
  expect(tries.get(one.to.address)).toBe(1);
});

test.each(['is busy once', 'is cut before the body'] as const)(
  'a server that %s gets it a little later, once',
  async (given) => {
    mood = given;
    const one = word();
    await say(one);
    await became(one, 'delivery.sent');
    expect(sentTo(one)).toHaveLength(1);
    expect(tries.get(one.to.address)).toBe(2);
  },
);

test('a line cut after the body leaves it unknown: shown, never sent again by itself, and an agent may send it again', async () => {
  mood = 'is cut after the body';
  const one = word();
  await say(one);
  await became(one, 'delivery.unknown');
  mood = 'takes';
  await say(one);
  expect(sentTo(one)).toHaveLength(1);
  await say({ ...one, attempt: 2 });
  expect(await became(one, 'delivery.sent')).toMatchObject({ attempt: 2 });
  expect(sentTo(one)).toHaveLength(2);
});

test('words of one conversation go out in their order, also when the first has to be tried twice', async () => {
  mood = 'is busy once';
  const conversationId = newId<Word['conversationId']>();
  const to = { address: `${newId()}@customer.test`, name: null };
  const words = ['one', 'two', 'three'].map((text) => word({ conversationId, to, text }));
  await say(...words);
  await became(words[2]!, 'delivery.sent');
  await until('all are out', async () => (await facts(words[0]!)).length === 3);
  expect((await facts(words[0]!)).map(({ messageId }) => messageId)).toEqual(words.map(({ messageId }) => messageId));
});

test('a word whose sender died is unknown, not sent again', async () => {
  const one = word();
  await channels.postgres.query(
    `INSERT INTO outbound (id, conversation_id, channel, channel_account, word, state, attempt, lease_until)
     VALUES ($1, $2, 'email', 'email:support@desk.test', $3, 'sending', 1, now() - interval '1 s')`,
    [one.messageId, one.conversationId, JSON.stringify(one)],
  );
  channels.app.get(ClaimReply).poke();
  await became(one, 'delivery.unknown');
  expect(sentTo(one)).toEqual([]);
});

test('an address that two parsers could read in two ways is refused before any server hears of it', async () => {
  const given = [
    '"a@evil.test x"@customer.test',
    'a@customer.test, b@evil.test',
    'a@customer.test\r\nBcc: b@evil.test',
    '<a@x.test>',
  ];
  for (const address of given) {
    const one = word({ to: { address, name: null } });
    await say(one);
    expect(await became(one, 'delivery.failed')).toMatchObject({ because: 'address-refused' });
  }
});

test('a bounce is attached to what bounced; one that names nothing of ours is parked', async () => {
  const one = word();
  await say(one);
  await became(one, 'delivery.sent');
  const bounce = {
    kind: 'bounce' as const,
    account: 'support@desk.test',
    raw: Buffer.from('x'),
    detail: '550 unknown',
  };
  const inbound = channels.app.get(Inbound);
  const taken = await inbound.takeIn(email, { ...bounce, key: newId(), messageIds: [one.messageId] });
  expect(taken.kind).toBe('stored');
  expect(await became(one, 'delivery.failed')).toMatchObject({ because: 'bounced', detail: '550 unknown' });
  const stray = await inbound.takeIn(email, { ...bounce, key: newId(), messageIds: [newId()] });
  expect(stray).toMatchObject({ kind: 'parked', because: 'bounce-of-nothing' });
});

test('a customer’s answer to an unknown word shows that it arrived', async () => {
  mood = 'is cut after the body';
  const one = word();
  await say(one);
  await became(one, 'delivery.unknown');
  const raw = Buffer.from(
    [
      `From: ${one.to.address}`,
      `To: ${signAddress('support@desk.test', one.conversationId, replyKeys)}`,
      `In-Reply-To: <${one.messageId}@desk.test>`,
      '',
      'Got it.',
    ].join('\r\n'),
  );
  const parsed = await email.parse(raw, {
    addresses: ['support@desk.test'],
    domains: ['desk.test'],
    replyKeys,
  } as never);
  await channels.app
    .get(Inbound)
    .takeIn(email, { ...parsed, account: 'support@desk.test', key: newId(), raw } as never);
  await became(one, 'delivery.delivered');
});
