/** Calls at somebody else's Twilio: begun and ended under its signature, caught up with, and hurried by our word. */
import { newId } from '@trunkline/contracts';
import { freshDatabase, testPasswords } from '@trunkline/testing';
import { CallsConsumer } from '../calls.consumer.ts';
import { freePort, type GivenChannels, givenChannels, migrateChannels, until } from '../given-channels.ts';
import { givenProvider } from '../provider-for-specs.ts';

const emulator = process.env.TWILIO_EMULATOR_URL!;
const account = `AC${'0'.repeat(32)}`;
const token = 'twilio_test_auth_token';
const suffix = String(Date.now()).slice(-7);
const ours = `+1501${suffix}`;
const theirs = `+4915${suffix}98`;
let database: Awaited<ReturnType<typeof freshDatabase>>;
let channels: GivenChannels;
let port: number;

async function twilio<T>(path: string, form: Record<string, string>): Promise<T> {
  const answer = await fetch(`${emulator}${path}`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${account}:${token}`).toString('base64')}` },
    body: new URLSearchParams(form),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer.json() as Promise<T>;
}
const calls = () => twilio<{ sid: string }>('/_twilio/simulate/inbound-call', { To: ours, From: theirs });
const ends = (CallSid: string, Status = 'completed') => twilio('/_twilio/simulate/call-status', { CallSid, Status });
const facts = async (call: string) => {
  const sql = 'SELECT body FROM outbox WHERE type = $1 ORDER BY id';
  const rows = await channels.postgres.query<{ body: string }>(sql, ['call.changed']);
  return rows.map(({ body }) => JSON.parse(body)).filter((fact) => fact.call === call);
};
const open = (more: Record<string, string> = {}) =>
  givenChannels({
    ownerUrl: database.ownerUrl,
    passwords: testPasswords,
    port,
    settings: {
      HOTLINE_ACCOUNT_SID: account,
      HOTLINE_AUTH_TOKEN: token,
      HOTLINE_NUMBERS: ours,
      HOTLINE_URL: emulator,
      CHANNELS_PUBLIC_URL: `http://127.0.0.1:${port}`,
      ...more,
    },
  });

beforeAll(async () => {
  database = await freshDatabase();
  await migrateChannels(database.ownerUrl, testPasswords);
  port = await freePort();
  const hooks = `http://127.0.0.1:${port}/hooks/hotline`;
  const of = { PhoneNumber: ours, VoiceUrl: hooks, StatusCallback: `${hooks}/status` };
  await twilio(`/2010-04-01/Accounts/${account}/IncomingPhoneNumbers.json`, of);
  channels = await open();
}, 60_000);
afterAll(async () => {
  await channels?.stop();
  await database?.drop();
});

test('a call that ends is reported once, under Twilio’s own signature', async () => {
  const { sid } = await calls();
  await ends(sid);
  await ends(sid);
  await until('its end', async () => (await facts(sid)).length > 0);
  expect(await facts(sid)).toMatchObject([
    { channel: 'hotline', account: ours, state: 'ended', direction: 'in', address: theirs, dialled: ours, agent: null },
  ]);
});

test('C1 the end of a call that nobody heard of is asked for, and is one', async () => {
  const { sid } = await calls();
  await channels.stop();
  await ends(sid).catch(() => undefined);
  channels = await open();
  await until('its end', async () => (await facts(sid)).length > 0);
  await ends(sid);
  expect(await facts(sid)).toHaveLength(1);
}, 30_000);

test('whoever took a waiting call is told to Twilio at once; a Twilio that is away costs nothing but seconds', async () => {
  const provider = await givenProvider(() => ({ status: 200, body: {} }));
  await channels.stop();
  channels = await open({ HOTLINE_URL: provider.url });
  const data = {
    conversationId: newId(),
    channel: 'hotline',
    account: ours,
    call: 'CA1',
    language: 'en',
    to: { kind: 'agent', agentId: newId(), phone: '+493090182101', name: 'Lin Wei' },
  };
  const direct = (more = {}) =>
    channels.app.get(CallsConsumer).direct([{ type: 'call.directed', data: { ...data, ...more } }] as never);
  await direct();
  await direct({ channel: 'nobody-has-it' });
  const told = () => provider.asked.filter(({ path }) => path.includes('/Calls/CA1.json'));
  await until('Twilio is told', async () => told().length > 0);
  expect(new URLSearchParams(told()[0]!.body).get('Url')).toBe(
    `http://127.0.0.1:${port}/hooks/hotline/wait?language=en`,
  );
  await channels.stop();
  channels = await open({ HOTLINE_URL: 'http://127.0.0.1:1' });
  await direct();
  await provider.close();
}, 30_000);
