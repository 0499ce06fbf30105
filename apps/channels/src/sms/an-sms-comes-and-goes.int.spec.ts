/** Messages at somebody else's Twilio: posted and signed by it, caught up with, answered, and called back. */
import { newId } from '@trunkline/contracts';
import { freshDatabase, testPasswords } from '@trunkline/testing';
import type { Word } from '../channel.ts';
import { type GivenChannels, givenChannels, migrateChannels, until } from '../given-channels.ts';
import { OutboundConsumer } from '../outbound.consumer.ts';

const emulator = process.env.TWILIO_EMULATOR_URL!;
const account = `AC${'0'.repeat(32)}`;
const token = 'twilio_test_auth_token';
const suffix = String(Date.now()).slice(-7);
const ours = `+1500${suffix}`;
const theirs = `+4915${suffix}99`;
let database: Awaited<ReturnType<typeof freshDatabase>>;
let channels: GivenChannels;

async function twilio<T>(path: string, form: Record<string, string>): Promise<T> {
  const answer = await fetch(`${emulator}${path}`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${account}:${token}`).toString('base64')}` },
    body: new URLSearchParams(form),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer.json() as Promise<T>;
}
const texts = (Body: string) =>
  twilio<{ sid: string }>('/_twilio/simulate/inbound-message', { To: ours, From: theirs, Body });
const say = (word: Word) => channels.app.get(OutboundConsumer).queue([{ type: 'reply.written', data: word }] as never);
const word = (text: string): Word => ({
  messageId: newId(),
  conversationId: newId(),
  channel: 'sms',
  account: ours,
  to: { address: theirs, name: null },
  kind: 'reply',
  author: null,
  subject: null,
  text,
  attachments: [],
  thread: { key: '', references: [] },
  attempt: 1,
});
const facts = async (key: string) => {
  const sql = 'SELECT type, body FROM outbox WHERE key = $1 ORDER BY id';
  const rows = await channels.postgres.query<{ type: string; body: string }>(sql, [key]);
  return rows.map(({ type, body }) => ({ type, ...JSON.parse(body) }));
};
const received = async () => (await facts(`sms:${theirs}`)).map(({ text }) => text as string);
const became = (one: Word, type: string) =>
  until(`${type} of “${one.text}”`, async () => (await facts(one.conversationId)).some((fact) => fact.type === type));
const stateOf = async (one: Word) =>
  (
    await channels.postgres.query<{ state: string; provider_id: string }>(
      'SELECT state, provider_id FROM outbound WHERE id = $1',
      [one.messageId],
    )
  )[0]!;

const settings = (publicUrl: string) => ({
  TWILIO_ACCOUNT_SID: account,
  TWILIO_AUTH_TOKEN: token,
  TWILIO_NUMBERS: ours,
  TWILIO_URL: emulator,
  CHANNELS_PUBLIC_URL: publicUrl,
});
let number: { sid: string };
const reachedAt = (SmsUrl: string) =>
  twilio(`/2010-04-01/Accounts/${account}/IncomingPhoneNumbers/${number.sid}.json`, { SmsUrl });

beforeAll(async () => {
  database = await freshDatabase();
  await migrateChannels(database.ownerUrl, testPasswords);
  number = await twilio(`/2010-04-01/Accounts/${account}/IncomingPhoneNumbers.json`, {
    PhoneNumber: ours,
    SmsUrl: 'http://127.0.0.1:9/nobody',
  });
  await texts('Sent while nobody listened');
  const { createServer } = await import('node:net');
  const port = await new Promise<number>((found) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => found(port));
    });
  });
  const publicUrl = `http://127.0.0.1:${port}`;
  channels = await givenChannels({
    ownerUrl: database.ownerUrl,
    passwords: testPasswords,
    settings: settings(publicUrl),
    port,
  });
  await reachedAt(`${publicUrl}/hooks/sms`);
}, 60_000);

afterAll(async () => {
  await channels?.stop();
  await database?.drop();
});

test('what came while nobody listened is caught up with at the start', async () => {
  await until('the message of before', async () => (await received()).includes('Sent while nobody listened'));
});

test('what Twilio posts and signs is taken in once, with what it says, however often it is posted', async () => {
  await texts('Where is my parcel? 在哪里？😀');
  await until('the message', async () => (await received()).includes('Where is my parcel? 在哪里？😀'));
  expect((await received()).filter((text) => text.startsWith('Where'))).toHaveLength(1);
});

test('a request that Twilio did not sign is refused, and nothing of it is kept', async () => {
  const body = new URLSearchParams({ MessageSid: 'SMforged', From: theirs, To: ours, Body: 'forged' });
  const answer = await fetch(`${await channels.app.getUrl()}/hooks/sms`, { method: 'POST', body });
  expect(answer.status).toBe(403);
  expect(await answer.json()).toMatchObject({ reason: 'wrong-signature' });
  expect(await received()).not.toContain('forged');
});

test.each([
  ['JSON that is none', 'application/json', '{"a":'],
  ['bytes', 'application/octet-stream', '\u0000\u0001'],
  ['nothing', '', ''],
])('%s without a signature is refused, never a failure of ours', async (_what, type, body) => {
  const answer = await fetch(`${await channels.app.getUrl()}/hooks/sms`, {
    method: 'POST',
    headers: type ? { 'content-type': type } : {},
    body,
  });
  expect(answer.status).toBe(403);
});

test('more than a megabyte is refused', async () => {
  const answer = await fetch(`${await channels.app.getUrl()}/hooks/sms`, {
    method: 'POST',
    body: 'x'.repeat(1_100_000),
  });
  expect(answer.status).toBe(413);
});

test('an answer goes out, and what Twilio says of it later moves it on, never back', async () => {
  const one = word('It is on its way.');
  await say(one);
  await became(one, 'delivery.sent');
  const { provider_id: sid } = await stateOf(one);
  const callBack = (Status: string) => twilio('/_twilio/simulate/message-status', { MessageSid: sid, Status });
  await callBack('delivered');
  await became(one, 'delivery.delivered');
  await callBack('sent');
  await callBack('failed');
  expect((await stateOf(one)).state).toBe('delivered');
});

test('whoever said STOP is written to no more, and again after START', async () => {
  await texts('STOP');
  await until('the word STOP', async () => (await received()).includes('STOP'));
  const one = word('One more offer!');
  await say(one);
  await became(one, 'delivery.failed');
  expect((await facts(one.conversationId)).at(-1)).toMatchObject({ because: 'opted-out' });
  await texts('START');
  await until('the word START', async () => (await received()).includes('START'));
  const other = word('Welcome back.');
  await say(other);
  await became(other, 'delivery.sent');
});
