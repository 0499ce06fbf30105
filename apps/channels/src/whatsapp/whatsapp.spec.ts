/** WhatsApp without a network: whose requests are Meta's, what is in them, and what becomes of a word. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { newId } from '@trunkline/contracts';
import { readConfig } from '@trunkline/platform';
import { givenCases } from '@trunkline/testing';
import type { Desk, Parsed, Word } from '../channel.ts';
import { hashOf } from '../compare-secrets.ts';
import { type Answering, givenProvider } from '../provider-for-specs.ts';
import { readWhatsappConfig, sampleSettings, variables, type WhatsappConfig } from './config.ts';
import { openRequest } from './open-request.ts';
import { parse } from './parse.ts';
import { send } from './send.ts';

const config = readWhatsappConfig(readConfig(variables, sampleSettings)) as WhatsappConfig;
const url = 'https://desk.test/hooks/whatsapp';
const sign = (body: Buffer, secret = 'sample-secret') =>
  `sha256=${hashOf(body, { algorithm: 'sha256', secret, encoding: 'hex' })}`;
const post = (payload: unknown, secret?: string) => {
  const body = Buffer.from(typeof payload === 'string' ? payload : JSON.stringify(payload));
  return { method: 'POST', url, headers: { 'x-hub-signature-256': sign(body, secret) }, body };
};
const value = (inside: object) => ({
  object: 'whatsapp_business_account',
  entry: [
    {
      id: '0',
      changes: [
        { field: 'messages', value: { messaging_product: 'whatsapp', metadata: { phone_number_id: '77' }, ...inside } },
      ],
    },
  ],
});
const message = { from: '15551234567', id: 'wamid.1', timestamp: '1700000000', type: 'text', text: { body: 'Hi' } };

test('two messages in one request are two items, each with its own id, its sender and our number', async () => {
  const contacts = [{ wa_id: '15551234567', profile: { name: 'Alice' } }];
  const opened = openRequest(post(value({ contacts, messages: [message, { ...message, id: 'wamid.2' }] })), config);
  if (opened.kind !== 'opened') throw new Error(opened.detail);
  expect(opened.items.map(({ account, key }) => [account, key])).toEqual([
    ['77', 'wamid.1'],
    ['77', 'wamid.2'],
  ]);
  const parsed = (await parse(opened.items[0]!.raw)) as Extract<Parsed, { kind: 'message' }>;
  expect(parsed).toMatchObject({ text: 'Hi', from: { address: '+15551234567', name: 'Alice' } });
});

test.each([
  ['unsigned', (one: ReturnType<typeof post>) => ({ ...one, headers: {} })],
  [
    'signed with another secret',
    (one: ReturnType<typeof post>) => ({ ...one, headers: { 'x-hub-signature-256': sign(one.body, 'x') } }),
  ],
  ['changed', (one: ReturnType<typeof post>) => ({ ...one, body: Buffer.concat([one.body, Buffer.from(' ')]) })],
  [
    'cut',
    (one: ReturnType<typeof post>) => ({ ...one, headers: { 'x-hub-signature-256': sign(one.body).slice(0, -1) } }),
  ],
  [
    'signed by SHA-1',
    (one: ReturnType<typeof post>) => ({
      ...one,
      headers: { 'x-hub-signature-256': sign(one.body).replace('sha256', 'sha1') },
    }),
  ],
])('V10 a request that is %s is refused', (_what, change) => {
  expect(openRequest(change(post(value({ messages: [message] }))), config)).toMatchObject({ kind: 'refused' });
});

test('the greeting is answered by its challenge for the word agreed, and for no other', () => {
  const greeting = (word: string) =>
    openRequest(
      {
        method: 'GET',
        url: `${url}?hub.mode=subscribe&hub.verify_token=${word}&hub.challenge=42`,
        headers: {},
        body: Buffer.alloc(0),
      },
      config,
    );
  expect(greeting('sample-word')).toMatchObject({ kind: 'opened', answer: { body: '42' } });
  expect(greeting('guess')).toMatchObject({ kind: 'refused' });
});

test('signed bytes that are no payload are kept whole, for a person to see', async () => {
  const opened = openRequest(post('{"half":'), config);
  if (opened.kind !== 'opened') throw new Error(opened.detail);
  expect(opened.items).toHaveLength(1);
  expect(await parse(opened.items[0]!.raw)).toMatchObject({ kind: 'unreadable' });
});

describe('what becomes of a word', () => {
  let graph: Awaited<ReturnType<typeof givenProvider>>;
  let answer: Answering = { status: 200, body: {} };
  beforeAll(async () => {
    graph = await givenProvider(() => answer);
  });
  afterAll(() => graph.close());

  const word = {
    messageId: newId(),
    text: '好的 😀',
    to: { address: '+15551234567', name: null },
    thread: { key: '', references: ['wamid.1'] },
  } as unknown as Word;
  const say = () => send(word, { config: { ...config, api: `${graph.url}/v25.0` } } as Desk<WhatsappConfig>);

  test.each<[string, number, object, object]>([
    ['taken', 200, { messages: [{ id: 'wamid.9' }] }, { kind: 'sent', reference: 'wamid.9' }],
    [
      'outside the 24 hours',
      400,
      { error: { code: 131047, message: 'Re-engagement message' } },
      { kind: 'failed', because: 'reply-window-closed' },
    ],
    ['to nobody', 400, { error: { code: 131026 } }, { kind: 'failed', because: 'address-refused' }],
    ['too fast', 400, { error: { code: 130429 } }, { kind: 'retry', because: 'provider-away' }],
    ['refused', 401, { error: { code: 190 } }, { kind: 'failed', because: 'provider-refused' }],
    ['half broken', 500, {}, { kind: 'unknown' }],
  ])('%s', async (_what, status, body, expected) => {
    answer = { status, body };
    expect(await say()).toMatchObject(expected);
  });

  test('what goes out is the whole text to that number, as an answer to the last message', () => {
    const [first] = graph.asked;
    expect(first).toMatchObject({
      path: '/v25.0/000000000000000/messages',
      headers: { authorization: 'Bearer sample' },
    });
    const body = { to: '15551234567', text: { body: '好的 😀' }, context: { message_id: 'wamid.1' } };
    expect(JSON.parse(first!.body)).toMatchObject(body);
  });
});

givenCases('webhooks', (folder) => {
  const read = (file: string) => JSON.parse(readFileSync(join(folder, file), 'utf8'));
  const payloads = read('payloads.json').filter(({ provider }: { provider: string }) => provider === 'whatsapp');
  test.each<[string, { body: unknown; name: string }]>(payloads.map((one: { id: string }) => [one.id, one]))(
    'given payload %s',
    (_id, { body, name }) => {
      const opened = openRequest(post(body), config);
      if (opened.kind !== 'opened') throw new Error(opened.detail);
      expect(opened.items).toEqual([]); // neither a reaction nor a state is a message
      expect(opened.moved).toHaveLength(name.startsWith('Status') ? 1 : 0);
    },
  );
  const signed = read('signatures.json').filter(({ provider }: { provider: string }) => provider === 'meta');
  test.each<[string, { secret: string; body: string; signature: string; valid: boolean }]>(
    signed.map((one: { name: string }) => [one.name, one]),
  )('given signature: %s', (_name, { secret, body, signature, valid }) => {
    const request = { method: 'POST', url, headers: { 'x-hub-signature-256': signature }, body: Buffer.from(body) };
    expect(openRequest(request, { ...config, secrets: [secret] }).kind).toBe(valid ? 'opened' : 'refused');
  });
});
