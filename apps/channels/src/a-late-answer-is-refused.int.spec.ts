/** Reply windows on a real Postgres: told to the gateway, refused at the claim, and what may go out all the same. */
import { newId } from '@trunkline/contracts';
import { signServiceToken } from '@trunkline/platform';
import { freshDatabase, testPasswords } from '@trunkline/testing';
import type { AnyChannel, ReceivedMessage, Word } from './channel.ts';
import { channels as registry } from './channels.ts';
import { type GivenChannels, givenChannels, migrateChannels, testKeys, until } from './given-channels.ts';
import { Inbound } from './inbound.ts';
import { OutboundConsumer } from './outbound.consumer.ts';
import { givenProvider } from './provider-for-specs.ts';

const number = '100000000000001';
const channel = registry.find(({ replyWindow }) => replyWindow) as AnyChannel;
let database: Awaited<ReturnType<typeof freshDatabase>>;
let provider: Awaited<ReturnType<typeof givenProvider>>;
let desk: GivenChannels;

beforeAll(async () => {
  database = await freshDatabase();
  await migrateChannels(database.ownerUrl, testPasswords);
  provider = await givenProvider(() => ({ status: 200, body: { messages: [{ id: `wamid.${Math.random()}` }] } }));
  const settings = {
    WHATSAPP_NUMBER_ID: number,
    WHATSAPP_TOKEN: 'exam',
    WHATSAPP_APP_SECRET: 'exam',
    WHATSAPP_VERIFY_TOKEN: 'exam',
    WHATSAPP_TEMPLATES: JSON.stringify([
      { name: 'we_are_back', language: 'en', text: 'We are back about your request.' },
    ]),
    GRAPH_URL: provider.url,
  };
  desk = await givenChannels({ ownerUrl: database.ownerUrl, passwords: testPasswords, settings });
}, 60_000);
afterAll(async () => {
  await desk?.stop();
  await provider?.close();
  await database?.drop();
});

/** Somebody who last wrote so many hours ago. */
async function givenCustomer(hoursAgo: number): Promise<string> {
  const address = `+49170${String(Math.random()).slice(2, 10)}`;
  const from = { address, name: null, vouchedBy: null, email: null };
  const thread = { key: '', conversationId: null, reference: null, answers: [] };
  const rest = { subject: null, text: 'Hi', hasMore: false, files: [], automatic: null, sentAt: null, whole: null };
  const item = { kind: 'message', account: number, key: newId(), raw: Buffer.from('{}'), from, thread, ...rest };
  const taken = await desk.app.get(Inbound).takeIn(channel, item as ReceivedMessage);
  const sql = `UPDATE inbound_receipt SET received_at = now() - $2 * interval '1 h' WHERE id = $1`;
  await desk.postgres.query(sql, [taken.receiptId, hoursAgo]);
  return address;
}
async function answer(
  address: string,
  change: Partial<Word> = {},
): Promise<Record<string, unknown> & { type: string }> {
  const word: Word = {
    messageId: newId(),
    conversationId: newId(),
    channel: channel.name,
    account: number,
    to: { address, name: null },
    kind: 'reply',
    author: null,
    subject: null,
    text: 'An answer',
    attachments: [],
    thread: { key: '', references: [] },
    attempt: 1,
    ...change,
  };
  await desk.app.get(OutboundConsumer).queue([{ type: 'reply.written', data: word }] as never);
  const sql = 'SELECT type, body FROM outbox WHERE key = $1 ORDER BY id';
  const facts = () => desk.postgres.query<{ type: string; body: string }>(sql, [word.conversationId]);
  await until('it is settled', async () => (await facts()).length > 0);
  const [fact] = await facts();
  return { type: fact!.type, ...JSON.parse(fact!.body) };
}
async function ask(path: string): Promise<Record<string, unknown>> {
  const [kid, key] = testKeys.split(':') as [string, string];
  const keys = [{ kid, bytes: new Uint8Array(Buffer.from(key, 'base64url')) }];
  const token = await signServiceToken(keys, { from: 'gateway', to: 'channels', sub: 'gateway' });
  const asked = await fetch(`${desk.url}/internal/channels${path}`, { headers: { authorization: `Bearer ${token}` } });
  return asked.json() as Promise<Record<string, unknown>>;
}

test('within the window an answer goes out', async () => {
  expect(await answer(await givenCustomer(23))).toMatchObject({ type: 'delivery.sent' });
});

test('after it an answer is failed with that reason, and the provider is not even asked', async () => {
  provider.asked.length = 0;
  const late = await answer(await givenCustomer(25));
  expect(late).toMatchObject({ type: 'delivery.failed', because: 'reply-window-closed' });
  expect(provider.asked).toEqual([]);
});

test('a template goes out all the same, by its name', async () => {
  provider.asked.length = 0;
  const template = { template: 'we_are_back', text: 'We are back about your request.' };
  expect(await answer(await givenCustomer(25), template)).toMatchObject({ type: 'delivery.sent' });
  const body = { type: 'template', template: { name: 'we_are_back', language: { code: 'en' } } };
  expect(JSON.parse(provider.asked[0]!.body)).toMatchObject(body);
});

test('another service learns until when, and which channels there are', async () => {
  const address = await givenCustomer(23.5);
  const query = new URLSearchParams({ account: number, address });
  const { window } = (await ask(`/${channel.name}/reply-window?${query}`)) as { window: { until: string } };
  expect(window).toMatchObject({ isOpen: true, afterwards: 'templates' });
  expect(Date.parse(window.until) - Date.now()).toBeLessThan(31 * 60_000);
  const nobody = new URLSearchParams({ account: number, address: '+491' });
  expect(await ask(`/${channel.name}/reply-window?${nobody}`)).toMatchObject({
    window: { until: null, isOpen: false },
  });
  const { items } = (await ask('')) as { items: { name: string; isOn: boolean }[] };
  expect(items.map(({ name }) => name).sort()).toEqual(registry.map(({ name }) => name).sort());
  expect(items.filter(({ isOn }) => isOn)).toMatchObject([
    {
      name: channel.name,
      accounts: [number],
      replyWindowHours: 24,
      isPreview: true,
      templates: [{ name: 'we_are_back' }],
    },
  ]);
});
