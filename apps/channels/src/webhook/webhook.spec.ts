/** The signed webhook without a network: whose requests hold, what stands in them, where files may come from, words out. */
import { newId } from '@trunkline/contracts';
import { readConfig } from '@trunkline/platform';
import type { Desk, ReceivedMessage, WebhookRequest, Word } from '../channel.ts';
import { fetchOutside } from '../fetch-outside.ts';
import { type Answering, givenProvider } from '../provider-for-specs.ts';
import { problemIn, signatureOf } from '../sign-webhook.ts';
import { readWebhookConfig, sampleSettings, variables, type WebhookConfig } from './config.ts';
import { fetchFiles } from './fetch-files.ts';
import { openRequest } from './open-request.ts';
import { parse } from './parse.ts';
import { send } from './send.ts';

const config = readWebhookConfig(readConfig(variables, sampleSettings)) as WebhookConfig;
const secret = config.accounts.get('shop')!.secrets[0]!;
const now = 1_700_000_000_000;
type Asked = { at?: number; by?: Buffer; id?: string; to?: string };
function post(what: unknown, { at = now, by = secret, id = 'req_1', to = 'shop' }: Asked = {}): WebhookRequest {
  const body = Buffer.from(typeof what === 'string' ? what : JSON.stringify(what));
  const time = String(at / 1000);
  const headers = {
    'webhook-id': id,
    'webhook-timestamp': time,
    'webhook-signature': signatureOf({ id, time, body }, by),
  };
  return { method: 'POST', url: `https://desk.test/hooks/webhook/${to}`, headers, body };
}
const said = { from: { address: 'u-1' }, text: 'ok' };
const open = (request: WebhookRequest) => openRequest(request, config, now);
function opened(what: unknown, asked?: Asked) {
  const one = open(post(what, asked));
  if (one.kind !== 'opened') throw new Error(one.detail);
  return { ...one, told: JSON.parse(one.answer!.body) };
}

test('the example of the standard holds', () => {
  // https://github.com/standard-webhooks/standard-webhooks: the vector of its own libraries
  const key = Buffer.from('MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'base64');
  const headers = {
    'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    'webhook-timestamp': '1614265330',
    'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  };
  const request = { method: 'POST', url: '', headers, body: Buffer.from('{"test": 2432232314}') };
  expect(problemIn(request, [key], 1614265330_000)).toBeUndefined();
});

test.each<[string, WebhookRequest]>([
  ['six minutes old', post(said, { at: now - 360_000 })],
  ['six minutes from the future', post(said, { at: now + 360_000 })],
  ['signed by another secret', post(said, { by: Buffer.alloc(32) })],
  ['for an account that is none', post(said, { to: 'nobody' })],
  ['under another id', { ...post(said), headers: { ...post(said).headers, 'webhook-id': 'req_2' } }],
  ['changed', { ...post(said), body: Buffer.from(JSON.stringify({ ...said, text: 'no' })) }],
  ['unsigned', { ...post(said), headers: { 'webhook-id': 'req_1', 'webhook-timestamp': String(now / 1000) } }],
])('V10 a request that is %s is refused', (_what, request) => {
  expect(open(request)).toMatchObject({ kind: 'refused', because: 'wrong-signature' });
});

test('while a secret is replaced both hold, and either of several signatures is enough', () => {
  const other = Buffer.alloc(32, 9);
  const account = { ...config.accounts.get('shop')!, secrets: [other, secret] };
  const both = { accounts: new Map([['shop', account]]) };
  expect(openRequest(post(said), both, now).kind).toBe('opened');
  expect(openRequest(post(said, { by: other }), both, now).kind).toBe('opened');
  const two = post(said);
  two.headers['webhook-signature'] = `v1,AAAA ${two.headers['webhook-signature']} v2,xyz`;
  expect(open(two).kind).toBe('opened');
});

test('its own id makes a message one; without it the request’s id does, and it counts as ours', () => {
  expect(opened({ ...said, externalId: 'm-1' }).items).toEqual([expect.objectContaining({ key: 'id:m-1' })]);
  expect(opened(said).items).toEqual([expect.objectContaining({ key: 'request:req_1', hasOwnKey: true })]);
  expect(opened(said, { id: 'req_2' }).items[0]!.key).toBe('request:req_2');
  expect(opened({ messages: [said, said] }).items.map(({ key }) => key)).toEqual([
    'request:req_1#0',
    'request:req_1#1',
  ]);
});

test('what cannot be read is kept, and its sender is told which field it is', async () => {
  const { items, told } = opened({
    messages: [said, { text: 'who?' }],
    statuses: [{ messageId: 'x', status: 'read' }],
  });
  expect(items).toHaveLength(2);
  expect(await parse(items[1]!.raw)).toMatchObject({ kind: 'unreadable' });
  expect(told).toMatchObject({
    messages: 2,
    statuses: 0,
    unreadable: [
      { at: 'messages.1', problem: expect.stringMatching(/^from/) },
      { at: 'statuses.0', problem: expect.stringMatching(/^messageId/) },
    ],
  });
  expect(opened('no json').items[0]!.raw.toString()).toBe('no json');
});

test('a status moves the word that it names, in its account', () => {
  const messageId = newId();
  const { moved } = opened({ statuses: [{ messageId, status: 'failed', detail: 'blocked' }] });
  expect(moved).toEqual([{ account: 'shop', messageId, to: 'failed', detail: 'blocked' }]);
});

test.each([
  'http://127.0.0.1:1/x',
  'http://[::1]/x',
  'http://169.254.169.254/latest',
  'http://10.0.0.1/',
  'http://localhost/',
])('V10 a file at %s is not fetched', async (url) => {
  expect(await fetchOutside(url)).toMatchObject({ kind: 'refused' });
});

describe('at a system that answers as it is told', () => {
  let system: Awaited<ReturnType<typeof givenProvider>>;
  let answer: Answering = { status: 200, body: {} };
  let desk: Desk<WebhookConfig>;
  beforeAll(async () => {
    system = await givenProvider(() => answer);
    const insideHosts = [new URL(system.url).host];
    const account = { ...config.accounts.get('shop')!, url: `${system.url}/answers`, insideHosts };
    desk = {
      config: { accounts: new Map([['shop', account]]) },
      readFile: async () => Buffer.from('hello'),
    } as unknown as Desk<WebhookConfig>;
  });
  afterAll(() => system.close());

  const word = {
    messageId: newId(),
    conversationId: newId(),
    account: 'shop',
    to: { address: 'u-1', name: null },
    text: '好的 😀',
    subject: null,
    author: { name: 'Bea' },
    attachments: [{ sha256: 'a'.repeat(64), name: 'a.txt', type: 'text/plain', bytes: 5 }],
    thread: { key: 'order-99', references: ['m-1'] },
    attempt: 1,
  } as unknown as Word;

  test('an answer is posted whole, signed by the first secret, under one id over all attempts', async () => {
    answer = { status: 200, body: { externalId: 'a-1' } };
    expect(await send(word, desk)).toEqual({ kind: 'sent', reference: 'a-1' });
    const [asked] = system.asked;
    const body = Buffer.from(asked!.body);
    const headers = asked!.headers as Record<string, string>;
    expect(headers['webhook-id']).toBe(`msg_${word.messageId}`);
    expect(problemIn({ method: 'POST', url: '', headers, body }, [secret], Date.now())).toBeUndefined();
    expect(JSON.parse(asked!.body)).toMatchObject({
      to: { address: 'u-1' },
      thread: 'order-99',
      answers: 'm-1',
      text: '好的 😀',
      files: [{ name: 'a.txt', base64: 'aGVsbG8=' }],
    });
  });

  test.each<[number, object]>([
    [204, { kind: 'sent', reference: null }],
    [410, { kind: 'failed', because: 'address-refused' }],
    [422, { kind: 'failed', because: 'provider-refused' }],
    [429, { kind: 'retry', because: 'provider-away' }],
    [503, { kind: 'retry', because: 'provider-away' }],
    [500, { kind: 'unknown' }],
  ])('answered %s a word is %s', async (status, expected) => {
    answer = { status, body: {} };
    expect(await send(word, desk)).toMatchObject(expected);
  });

  const named = (url: string): ReceivedMessage => {
    const raw = Buffer.from(JSON.stringify({ from: { address: 'u-1' }, files: [{ name: 'a.bin', url }] }));
    return { raw, account: 'shop' } as ReceivedMessage;
  };

  test('a file is fetched where its host is allowed; one that is not had is told as a file that says why', async () => {
    answer = { status: 200, body: Buffer.from('%PDF-1.4 file') };
    expect(await fetchFiles(named(`${system.url}/a`), desk)).toMatchObject([
      { name: 'a.bin', type: 'application/pdf' },
    ]);
    const [refused] = await fetchFiles(named('http://10.0.0.1/secret'), desk);
    expect(refused).toMatchObject({ name: 'a.bin.txt', type: 'text/plain' });
    expect(refused!.content.toString()).toContain('10.0.0.1 is not a public host');
    answer = { status: 503, body: {} };
    await expect(fetchFiles(named(`${system.url}/a`), desk)).rejects.toThrow('503');
  });
});
