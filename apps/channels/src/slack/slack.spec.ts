/** Slack without a network: whose requests are Slack's, what is a customer's in them, texts both ways, words and look-ups. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { verifySlackRequest } from '@slack/bolt';
import { newId } from '@trunkline/contracts';
import { readConfig } from '@trunkline/platform';
import { givenCases } from '@trunkline/testing';
import type { Desk, ReceivedMessage, WebhookRequest, Word } from '../channel.ts';
import { hashOf } from '../compare-secrets.ts';
import { type AskedOfProvider, givenProvider } from '../provider-for-specs.ts';
import { complete } from './complete.ts';
import { readSlackConfig, type SlackConfig, sampleSettings, variables } from './config.ts';
import { fetchFiles } from './fetch-files.ts';
import { format } from './format.ts';
import { lookUp } from './look-up.ts';
import { openRequest } from './open-request.ts';
import { parse } from './parse.ts';
import { send } from './send.ts';
import { textOfMrkdwn } from './text-of-mrkdwn.ts';

const settings = { ...sampleSettings, SLACK_CHANNELS: 'C00FAKECHAN1' };
const config = readSlackConfig(readConfig(variables, settings)) as SlackConfig;
const secret = 'sample-signing-secret';
const now = 1_700_000_000_000;
const sign = (body: Buffer, time: string, by = secret) =>
  `v0=${hashOf(Buffer.concat([Buffer.from(`v0:${time}:`), body]), { algorithm: 'sha256', secret: by, encoding: 'hex' })}`;
function post(what: unknown, { at = now, by = secret }: { at?: number; by?: string } = {}): WebhookRequest {
  const body = Buffer.from(typeof what === 'string' ? what : JSON.stringify(what));
  const time = String(at / 1000);
  const headers = { 'x-slack-request-timestamp': time, 'x-slack-signature': sign(body, time, by) };
  return { method: 'POST', url: 'https://desk.test/hooks/slack', headers, body };
}
const message = { type: 'message', channel: 'D1', user: 'U1', text: 'Hi', ts: '1700000000.000100' };
const event = (change: object = {}) => ({
  type: 'event_callback',
  team_id: 'T1',
  event_id: 'Ev1',
  event: { ...message, ...change },
});
const open = (request: WebhookRequest) => openRequest(request, config, now);
const itemsOf = (what: unknown) => {
  const opened = open(post(what));
  if (opened.kind !== 'opened') throw new Error(opened.detail);
  return opened.items;
};

test('the greeting is answered by its challenge, once it is signed', () => {
  const greeting = { type: 'url_verification', token: 'x', challenge: '3eZbrw1aB' };
  expect(open(post(greeting))).toMatchObject({ kind: 'opened', items: [], answer: { body: '3eZbrw1aB' } });
  expect(open({ ...post(greeting), headers: {} })).toMatchObject({ kind: 'refused' });
});

test('a retry, and the same message by another event, have one key: the room and its time', () => {
  const first = itemsOf(event());
  expect(first).toMatchObject([{ account: 'T1', key: 'D1:1700000000.000100' }]);
  expect(itemsOf({ ...event(), event_id: 'Ev2' })[0]!.key).toBe(first[0]!.key);
});

test.each<[string, object]>([
  ['our own bot', { bot_id: 'B1' }],
  ['a word of ours, by its mark', { metadata: { event_type: 'trunkline_word' } }],
  ['Slack itself', { user: 'USLACKBOT' }],
  ['a bot’s message', { subtype: 'bot_message', user: undefined }],
  ['somebody who joins', { subtype: 'channel_join', channel: 'C00FAKECHAN1' }],
  ['a message taken back', { subtype: 'message_deleted', deleted_ts: '1700000000.000100' }],
  ['an unfurled link', { subtype: 'message_changed', message: { ...message, edited: undefined } }],
  ['an edit of our own', { subtype: 'message_changed', message: { ...message, bot_id: 'B1', edited: { ts: '2' } } }],
  ['a channel that is not ours to listen to', { channel: 'C99' }],
  ['a reaction', { type: 'reaction_added' }],
])('%s is no customer', (_what, change) => {
  expect(itemsOf(event(change))).toEqual([]);
});

test('an edit is a message of its own, once', async () => {
  const change = { ...message, text: 'Hi, it is 4711', edited: { user: 'U1', ts: '1700000009.000000' } };
  const edited = event({ subtype: 'message_changed', message: change, previous_message: message });
  const [item] = itemsOf(edited);
  expect(item!.key).toBe('D1:1700000000.000100:edit:1700000009.000000');
  expect(await parse(item!.raw)).toMatchObject({ text: '✎ Hi, it is 4711', from: { address: 'U1' } });
});

test('signed bytes that are no event, and an event that is no message, are kept for a person', async () => {
  const [item] = itemsOf('{"half":');
  expect(await parse(item!.raw)).toMatchObject({ kind: 'unreadable' });
  expect(itemsOf(event({ ts: 'yesterday' }))).toMatchObject([{ key: 'event:Ev1' }]);
});

test.each<[string, (one: WebhookRequest) => WebhookRequest]>([
  ['six minutes old', () => post(event(), { at: now - 360_000 })],
  ['six minutes from the future', () => post(event(), { at: now + 360_000 })],
  ['signed by another secret', () => post(event(), { by: 'other' })],
  ['changed', (one) => ({ ...one, body: Buffer.concat([one.body, Buffer.from(' ')]) })],
  [
    'given another time',
    (one) => ({ ...one, headers: { ...one.headers, 'x-slack-request-timestamp': String(now / 1000 - 1) } }),
  ],
  ['given a time that is none', (one) => ({ ...one, headers: { ...one.headers, 'x-slack-request-timestamp': 'NaN' } })],
  ['given an empty signature', (one) => ({ ...one, headers: { ...one.headers, 'x-slack-signature': '' } })],
])('V10 a request that is %s is refused', (_what, spoil) => {
  expect(open(spoil(post(event())))).toMatchObject({ kind: 'refused', because: 'wrong-signature' });
});

test('while the secret is replaced, both verify', () => {
  const both = { ...config, secrets: ['new', secret] };
  expect(openRequest(post(event()), both, now).kind).toBe('opened');
  expect(openRequest(post(event(), { by: 'new' }), both, now).kind).toBe('opened');
});

test('Bolt’s own check takes a request from the future, which is why it is not ours (decision 0021)', () => {
  const { headers, body } = post(event(), { at: now + 3_600_000 });
  const asked = {
    'x-slack-signature': headers['x-slack-signature']!,
    'x-slack-request-timestamp': Number(headers['x-slack-request-timestamp']),
  };
  const check = () =>
    verifySlackRequest({ signingSecret: secret, body: body.toString(), headers: asked, nowMilliseconds: now });
  expect(check).not.toThrow();
});

test.each([
  ['&lt;b&gt; &amp;amp;', '<b> &amp;'],
  ['<https://a.test|https://a.test>', 'https://a.test'],
  ['<https://a.test/x|here>', 'here (https://a.test/x)'],
  ['<tel:+491512345|+491512345>', '+491512345'],
  ['<@U7> <@U8|bob> <@U9>', '@Ann @bob @U9'],
  ['<!date^1700000000^{date}|14 November>', '14 November'],
  ['<not a link', '<not a link'],
  ['*bold* _it_ ~no~ `x` :smile: 😀', '*bold* _it_ ~no~ `x` :smile: 😀'],
])('%s reads %s', (mrkdwn, text) => {
  expect(textOfMrkdwn(mrkdwn, new Map([['U7', 'Ann']]))).toBe(text);
});

const word = (change: Partial<Word> = {}): Word => ({
  messageId: newId(),
  conversationId: newId(),
  channel: 'slack',
  account: 'T1',
  to: { address: 'U1', name: null },
  kind: 'reply',
  author: null,
  subject: null,
  text: 'It is <on> its way & soon there',
  attachments: [],
  thread: { key: 'C1:1700000000.000100', references: ['C1:1700000000.000100'] },
  attempt: 1,
  ...change,
});

test('an answer goes into its thread, a direct message where it was said, anything else to the person', () => {
  const place = (thread: Word['thread']) => format(word({ thread }))[0];
  expect(format(word())[0]).toMatchObject({ channel: 'C1', thread_ts: '1700000000.000100' });
  expect(place({ key: 'D1', references: ['D1:5.1'] })).toMatchObject({ channel: 'D1' });
  expect(place({ key: 'D1', references: ['D1:5.1'] })).not.toHaveProperty('thread_ts');
  expect(place({ key: 'D1', references: ['D1:5.1:4.1'] })).toMatchObject({ channel: 'D1', thread_ts: '4.1' });
  expect(place({ key: '', references: [] })).toMatchObject({ channel: 'U1' });
});

test('nothing of a long text is lost, and none of it becomes markup', () => {
  const text = `${'a & b <c> '.repeat(1_000)}😀`;
  const parts = format(word({ text })) as { text: string; mrkdwn: boolean }[];
  expect(parts.map((part) => textOfMrkdwn(part.text)).join('')).toBe(text);
  expect(parts.every(({ mrkdwn }) => mrkdwn === false)).toBe(true);
});

describe('at a provider that answers as it is told', () => {
  let provider: Awaited<ReturnType<typeof givenProvider>>;
  let answer: (asked: AskedOfProvider) => { status: number; body: unknown };
  let desk: Desk<SlackConfig>;
  beforeAll(async () => {
    provider = await givenProvider((asked) => answer(asked));
    const bytes = Buffer.from('%PDF-1.4 file');
    desk = {
      config: { ...config, api: `${provider.url}/api` },
      readFile: async () => bytes,
    } as unknown as Desk<SlackConfig>;
  });
  afterAll(() => provider.close());
  const calls = () => provider.asked.map(({ path }) => path.split('/').at(-1));

  test.each<[string, number, object, object]>([
    ['taken', 200, { ok: true, channel: 'C1', ts: '5.5' }, { kind: 'sent', reference: 'C1:5.5' }],
    [
      'to a room that is gone',
      200,
      { ok: false, error: 'channel_not_found' },
      { kind: 'failed', because: 'address-refused' },
    ],
    ['too fast', 429, { ok: false, error: 'ratelimited' }, { kind: 'retry', because: 'provider-away' }],
    [
      'sent with a token that ended',
      200,
      { ok: false, error: 'token_revoked' },
      { kind: 'retry', because: 'sign-in-failed' },
    ],
    ['refused', 200, { ok: false, error: 'msg_too_long' }, { kind: 'failed', because: 'provider-refused' }],
    ['perhaps half done', 200, { ok: false, error: 'fatal_error' }, { kind: 'unknown' }],
    ['half broken', 502, {}, { kind: 'unknown' }],
  ])('a word is %s', async (_what, status, body, expected) => {
    answer = () => ({ status, body });
    expect(await send(word(), desk)).toMatchObject(expected);
  });

  test('files are put up before the text and shown after it; where they cannot be put up, nothing went out', async () => {
    const attachments = [{ sha256: 'a'.repeat(64), name: 'a.pdf', type: 'application/pdf', bytes: 13 }];
    answer = ({ path }) =>
      path.endsWith('getUploadURLExternal')
        ? { status: 200, body: { ok: true, upload_url: `${provider.url}/upload/F1`, file_id: 'F1' } }
        : { status: 200, body: { ok: true, channel: 'C1', ts: '6.6' } };
    provider.asked.length = 0;
    expect(await send(word({ attachments }), desk)).toMatchObject({ kind: 'sent', reference: 'C1:6.6' });
    expect(calls()).toEqual(['files.getUploadURLExternal', 'F1', 'chat.postMessage', 'files.completeUploadExternal']);
    const shown = new URLSearchParams(provider.asked[3]!.body);
    expect(Object.fromEntries(shown)).toMatchObject({ channel_id: 'C1', thread_ts: '1700000000.000100' });
    answer = () => ({ status: 200, body: { ok: false, error: 'ratelimited' } });
    expect(await send(word({ attachments }), desk)).toMatchObject({ kind: 'retry' });
  });

  test('a cut sending is looked up by our id: there, surely not there, or not to be known', async () => {
    const one = word();
    const there = {
      ts: '7.7',
      metadata: { event_type: 'trunkline_word', event_payload: { id: one.messageId, attempt: 1 } },
    };
    answer = () => ({ status: 200, body: { ok: true, messages: [{ ts: '7.1' }, there] } });
    expect(await lookUp(one, desk)).toEqual({ kind: 'sent', reference: 'C1:7.7' });
    answer = () => ({ status: 200, body: { ok: true, messages: [{ ts: '7.1' }] } });
    expect(await lookUp(one, desk)).toMatchObject({ kind: 'retry' });
    answer = () => ({ status: 500, body: {} });
    expect(await lookUp(one, desk)).toMatchObject({ kind: 'unknown' });
  });

  const received = (text: string, user: string, more: object = {}): ReceivedMessage => {
    const raw = Buffer.from(
      JSON.stringify({ channel: 'D1', isEdit: false, message: { ...message, user, text, ...more } }),
    );
    return { raw, from: { address: user, name: null, vouchedBy: null, email: null }, text, files: [] } as never;
  };

  test('who wrote and who is mentioned is told by Slack’s own record, which is asked once', async () => {
    provider.asked.length = 0;
    answer = ({ body }) => {
      const user = new URLSearchParams(body).get('user');
      const profile = { email: user === 'U21' ? 'ann@customer.test' : undefined };
      return { status: 200, body: { ok: true, user: { real_name: user === 'U21' ? 'Ann' : 'Bob', profile } } };
    };
    const done = await complete(received('Ask <@U22>', 'U21'), desk);
    expect(done).toMatchObject({
      text: 'Ask @Bob',
      from: { name: 'Ann', evidence: [{ kind: 'email', value: 'ann@customer.test', by: 'provider' }] },
    });
    await complete(received('Again', 'U21'), desk);
    expect(calls()).toHaveLength(2);
  });

  test('a bot without a mark is known by its record; where Slack does not say, the words are kept all the same', async () => {
    answer = () => ({ status: 200, body: { ok: true, user: { is_bot: true } } });
    expect(await complete(received('beep', 'U31'), desk)).toBeNull();
    answer = () => ({ status: 500, body: {} });
    expect(await complete(received('Hello', 'U32'), desk)).toMatchObject({ text: 'Hello', from: { name: null } });
  });

  test('a file is fetched once with our token, and the token goes to nobody else', async () => {
    provider.asked.length = 0;
    answer = () => ({ status: 200, body: Buffer.from('%PDF-1.4 file') });
    const files = [
      { id: 'F41', name: 'a.pdf', url_private: `${provider.url}/files-pri/a.pdf` },
      { id: 'F42', name: 'b.pdf', url_private: 'https://evil.test/b.pdf' },
    ];
    const one = received('', 'U1', { files });
    expect(await fetchFiles(one, desk)).toMatchObject([{ name: 'a.pdf', type: 'application/pdf' }]);
    await fetchFiles(one, desk);
    expect(provider.asked).toMatchObject([{ headers: { authorization: 'Bearer xoxb-sample' } }]);
  });
});

test.each([
  ['without a way in', { SLACK_SIGNING_SECRET: '' }, /SLACK_SIGNING_SECRET or SLACK_APP_TOKEN/],
  ['with a name instead of an id', { SLACK_CHANNELS: '#support' }, /no id of a channel/],
])('half a setting, %s, is refused with a sentence', (_what, change, sentence) => {
  expect(() => readSlackConfig(readConfig(variables, { ...sampleSettings, ...change }))).toThrow(sentence);
});

givenCases('webhooks', (folder) => {
  const read = (file: string) => JSON.parse(readFileSync(join(folder, file), 'utf8'));
  type Payload = { id: string; provider: string; body: { event: { user?: string; bot_id?: string; text?: string } } };
  const payloads: Payload[] = read('payloads.json').filter(({ provider }: Payload) => provider === 'slack');
  test.each(payloads.map((one) => [one.id, one] as const))('given payload %s', async (_id, { body }) => {
    const items = itemsOf(body);
    const { user, bot_id: bot, text } = body.event;
    const isSaid = text !== undefined && !bot && user !== 'USLACK';
    expect(items).toHaveLength(isSaid ? 1 : 0);
    if (isSaid) expect(await parse(items[0]!.raw)).toMatchObject({ kind: 'message', text, from: { address: user } });
  });
  type Signed = {
    provider: string;
    name: string;
    secret: string;
    timestamp: number;
    body: string;
    signature: string;
    now: number;
    valid: boolean;
  };
  const signed: Signed[] = read('signatures.json').filter(({ provider }: Signed) => provider === 'slack');
  test.each(signed.map((one) => [one.name, one] as const))('given signature: %s', (_name, one) => {
    const headers = { 'x-slack-request-timestamp': String(one.timestamp), 'x-slack-signature': one.signature };
    const request = { method: 'POST', url: 'https://desk.test/hooks/slack', headers, body: Buffer.from(one.body) };
    const of = { ...config, secrets: [one.secret] };
    expect(openRequest(request, of, one.now * 1000).kind).toBe(one.valid ? 'opened' : 'refused');
    // within its time it holds
    expect(
      openRequest(
        {
          ...request,
          headers: { ...headers, 'x-slack-signature': sign(request.body, String(one.timestamp), one.secret) },
        },
        of,
        one.timestamp * 1000,
      ).kind,
    ).toBe('opened');
  });
});
