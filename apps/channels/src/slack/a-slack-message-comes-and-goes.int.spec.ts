/** A workspace at somebody else's Slack: posted and signed by it, caught up with, answered in the thread, with files. */
import { type FactBody, newId } from '@trunkline/contracts';
import { freshDatabase, testPasswords } from '@trunkline/testing';
import type { Word } from '../channel.ts';
import { freePort, type GivenChannels, givenChannels, migrateChannels, until } from '../given-channels.ts';
import { OutboundConsumer } from '../outbound.consumer.ts';

const emulator = process.env.SLACK_EMULATOR_URL!;
const support = 'C000000001';
let database: Awaited<ReturnType<typeof freshDatabase>>;
let channels: GivenChannels;
let hook: string;
let room: string;

type Answered = { ok: boolean; ts: string; channel: { id: string }; messages: Record<string, unknown>[] } & Record<
  string,
  unknown
>;
async function slack(who: string, method: string, body: object): Promise<Answered> {
  const answer = await fetch(`${emulator}/api/${method}`, {
    method: 'POST',
    headers: { authorization: `Bearer xoxb-${who}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const said = (await answer.json()) as Answered;
  if (!said.ok) throw new Error(`${method}: ${JSON.stringify(said)}`);
  return said;
}
const requestUrl = (what: string, url: string) =>
  fetch(`${emulator}/_apps/${what}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ url }),
  });
const says = (who: string, text: string, more: object = {}) =>
  slack(who, 'chat.postMessage', { channel: room, text, ...more });
type Fact = FactBody<'message.received'> & { messageId: string };
async function facts(type: string): Promise<Fact[]> {
  const rows = await channels.postgres.query<{ body: string }>('SELECT body FROM outbox WHERE type = $1 ORDER BY id', [
    type,
  ]);
  return rows.map(({ body }) => JSON.parse(body));
}
const received = async (text: string) => (await facts('message.received')).filter((fact) => fact.text === text);
async function comes(text: string): Promise<Fact> {
  await until(`“${text}”`, async () => (await received(text)).length > 0);
  const all = await received(text);
  expect(all).toHaveLength(1);
  return all[0]!;
}
const answerTo = (fact: Fact, text: string, change: Partial<Word> = {}): Word => ({
  messageId: newId(),
  conversationId: newId(),
  channel: 'slack',
  account: fact.account,
  to: { address: fact.from.address, name: null },
  kind: 'reply',
  author: null,
  subject: null,
  text,
  attachments: [],
  thread: { key: fact.thread.key, references: [fact.thread.reference!] },
  attempt: 1,
  ...change,
});
const say = (word: Word) => channels.app.get(OutboundConsumer).queue([{ type: 'reply.written', data: word }] as never);
const sent = (word: Word) =>
  until('sent', async () => (await facts('delivery.sent')).some(({ messageId }) => messageId === word.messageId));
const mark = newId().slice(-6);

beforeAll(async () => {
  database = await freshDatabase();
  await migrateChannels(database.ownerUrl, testPasswords);
  const me = (await slack('desk', 'auth.test', {})) as unknown as { user_id: string };
  room = (await slack('alice', 'conversations.open', { users: me.user_id })).channel.id;
  await says('alice', `before ${mark}`);
  const port = await freePort();
  hook = `http://127.0.0.1:${port}/hooks/slack`;
  const settings = {
    SLACK_BOT_TOKEN: 'xoxb-desk',
    SLACK_SIGNING_SECRET: 'slack_test_signing_secret',
    SLACK_CHANNELS: support,
    SLACK_URL: `${emulator}/api`,
    CHANNELS_PUBLIC_URL: `http://127.0.0.1:${port}`,
  };
  channels = await givenChannels({ ownerUrl: database.ownerUrl, passwords: testPasswords, settings, port });
  await requestUrl('request-url', hook);
}, 60_000);

afterAll(async () => {
  await requestUrl('remove-request-url', hook);
  await channels?.stop();
  await database?.drop();
});

test('what was said while nobody listened is caught up with, in a thread too', async () => {
  expect(await comes(`before ${mark}`)).toMatchObject({ channel: 'slack', from: { name: 'Alice Adams' } });
});

test('a direct message comes once, with who wrote it by Slack’s own record', async () => {
  const startedAt = Date.now();
  await says('alice', `Where is my parcel ${mark}? 在哪里？😀`); // the emulator waits for our answer
  expect(Date.now() - startedAt).toBeLessThan(3_000);
  expect(await comes(`Where is my parcel ${mark}? 在哪里？😀`)).toMatchObject({
    from: { name: 'Alice Adams', evidence: [{ kind: 'email', value: 'alice@customer.test', by: 'provider' }] },
    thread: { key: room },
  });
});

test('a thread in the support channel is a conversation, and the answer goes into it; our own words are no customer', async () => {
  const { ts } = await slack('bob', 'chat.postMessage', { channel: support, text: `The shop is down ${mark}` });
  const first = await comes(`The shop is down ${mark}`);
  expect(first.thread.key).toBe(`${support}:${ts}`);
  await slack('bob', 'chat.postMessage', { channel: support, text: `Still down ${mark}`, thread_ts: ts });
  expect((await comes(`Still down ${mark}`)).thread.key).toBe(first.thread.key);
  const word = answerTo(first, `It is <up> again & stays ${mark}`);
  await say(word);
  await sent(word);
  const { messages } = await slack('bob', 'conversations.replies', { channel: support, ts });
  expect(messages.at(-1)).toMatchObject({
    text: `It is &lt;up&gt; again &amp; stays ${mark}`,
    metadata: { event_payload: { id: word.messageId } },
  });
  await says('alice', `after ${mark}`);
  await comes(`after ${mark}`);
  expect((await facts('message.received')).filter(({ text }) => text.includes('stays'))).toEqual([]);
});

test('files come and go', async () => {
  const content = Buffer.from('%PDF-1.4 an invoice');
  const put = await slack('alice', 'files.getUploadURLExternal', { filename: 'invoice.pdf', length: content.length });
  await fetch(put.upload_url as string, { method: 'POST', body: content });
  await slack('alice', 'files.completeUploadExternal', {
    files: [{ id: put.file_id, title: 'invoice.pdf' }],
    channel_id: room,
    initial_comment: `My invoice ${mark}`,
  });
  const fact = await comes(`My invoice ${mark}`);
  expect(fact.attachments).toMatchObject([{ name: 'invoice.pdf', type: 'application/pdf', bytes: content.length }]);
  const word = answerTo(fact, `Here it is signed ${mark}`, { attachments: fact.attachments });
  await say(word);
  await sent(word);
  const { messages } = await slack('alice', 'conversations.history', { channel: room });
  expect(messages[0]).toMatchObject({ subtype: 'file_share', files: [{ name: 'invoice.pdf' }] });
  await says('alice', `thanks ${mark}`);
  await comes(`thanks ${mark}`);
  const shown = (await facts('message.received')).filter(({ attachments }) => attachments.length > 0);
  expect(shown).toHaveLength(1);
});

test('an edit is heard, a request that Slack did not sign is not', async () => {
  const { ts } = await says('alice', `parcel 1 ${mark}`);
  await comes(`parcel 1 ${mark}`);
  await slack('alice', 'chat.update', { channel: room, ts, text: `parcel 2 ${mark}` });
  await comes(`✎ parcel 2 ${mark}`);
  const body = JSON.stringify({ type: 'event_callback', event: { type: 'message', text: 'forged' } });
  expect((await fetch(hook, { method: 'POST', body })).status).toBe(403);
});
