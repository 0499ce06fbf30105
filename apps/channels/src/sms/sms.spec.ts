/** SMS without a network: whose requests are Twilio's, what is in them, whole words, long texts. */
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { newId } from '@trunkline/contracts';
import { readConfig } from '@trunkline/platform';
import { givenCases } from '@trunkline/testing';
import type { OpenedRequest, WebhookRequest, Word } from '../channel.ts';
import { readSmsConfig, type SmsConfig, sampleSettings, variables } from './config.ts';
import { format } from './format.ts';
import { openRequest } from './open-request.ts';
import { wholeWordOf } from './whole-words.ts';

const config = readSmsConfig(readConfig(variables, sampleSettings)) as SmsConfig;
const url = 'https://desk.test/hooks/sms';
const form = { MessageSid: 'SM1', From: '+4915112345678', To: '+15005550006', Body: 'Hallo' };

const signatureOf = (token: string, at: string, fields: Record<string, string>) => {
  const sorted = Object.keys(fields).sort();
  const hash = createHmac('sha1', token).update(at + sorted.map((name) => name + fields[name]).join(''));
  return hash.digest('base64');
};
type Asked = { at?: string; fields?: Record<string, string>; token?: string };
function request({ at = url, fields = form, token = 'sample-token' }: Asked = {}): WebhookRequest {
  const headers = { 'x-twilio-signature': signatureOf(token, at, fields) };
  return { method: 'POST', url: at, headers, body: Buffer.from(new URLSearchParams(fields).toString()) };
}
const open = (asked: WebhookRequest, settings = config) => openRequest(asked, settings);
const status = (value: string): OpenedRequest => {
  const at = `${url}/status/0193a1b2-0000-7000-8000-000000000001`;
  return open(request({ at, fields: { MessageSid: 'SM9', From: '+15005550006', To: '+49151', MessageStatus: value } }));
};

test('a signed message is opened under its own id and our number, and answered by an empty document', () => {
  expect(open(request())).toMatchObject({
    kind: 'opened',
    items: [{ account: '+15005550006', key: 'SM1' }],
    moved: [],
    answer: { type: 'text/xml; charset=utf-8', body: '<Response/>' },
  });
});

test('while the token is replaced, both verify; a third does not', () => {
  const both = { ...config, tokens: ['new-token', 'sample-token'] };
  expect(open(request(), both).kind).toBe('opened');
  expect(open(request({ token: 'new-token' }), both).kind).toBe('opened');
  expect(open(request({ token: 'other' }), both).kind).toBe('refused');
});

test.each<[string, (one: WebhookRequest) => WebhookRequest]>([
  ['another address', (one) => ({ ...one, url: `${one.url}?x=1` })],
  ['another host', (one) => ({ ...one, url: one.url.replace('desk', 'evil') })],
  ['a changed body', (one) => ({ ...one, body: Buffer.from(one.body.toString().replace('Hallo', 'Hello')) })],
  ['a field more', (one) => ({ ...one, body: Buffer.from(`${one.body}&Extra=1`) })],
  [
    'a cut signature',
    (one) => ({ ...one, headers: { 'x-twilio-signature': one.headers['x-twilio-signature']!.slice(1) } }),
  ],
  ['an empty signature', (one) => ({ ...one, headers: { 'x-twilio-signature': '' } })],
  ['no signature', (one) => ({ ...one, headers: {} })],
])('V10 %s is refused', (_what, change) => {
  expect(open(change(request()))).toMatchObject({ kind: 'refused', because: 'wrong-signature' });
});

test.each([
  ['sent', 'sent'],
  ['delivered', 'delivered'],
  ['undelivered', 'failed'],
  ['failed', 'failed'],
])('a callback that says %s moves our message, named in its address, to %s', (said, to) => {
  expect(status(said)).toMatchObject({
    items: [],
    moved: [{ messageId: '0193a1b2-0000-7000-8000-000000000001', reference: 'SM9', account: '+15005550006', to }],
  });
});

test.each(['queued', 'accepted', 'sending', 'whatever comes next year'])(
  'a callback that says %s moves nothing',
  (said) => {
    expect(status(said)).toMatchObject({ kind: 'opened', moved: [] });
  },
);

test.each([
  ['STOP', 'stop'],
  [' stop. ', 'stop'],
  ['ＳＴＯＰ', 'stop'],
  ['退订', 'stop'],
  ['退訂！', 'stop'],
  ['TD', 'stop'],
  ['Start', 'start'],
  ['HELP', 'help'],
  ['Please stop calling me', null],
  ['我想退订会员', null],
  ['end of month?', null],
  ['', null],
])('%s as a whole message is %s', (text, expected) => {
  expect(wholeWordOf(text)).toBe(expected);
});

test.each([
  ['short', 'Hello'],
  ['exactly one', 'x'.repeat(1_600)],
  ['words', 'All is well. '.repeat(400)],
  ['no blanks', 'y'.repeat(5_000)],
  ['emoji at the cut', `${'z'.repeat(1_599)}😀${'z'.repeat(50)}`],
])('a text of %s is cut into parts that joined are the text', (_what, text) => {
  const parts = format({ messageId: newId(), text } as Word);
  expect(parts.join('')).toBe(text);
  for (const part of parts) {
    expect(part.length).toBeLessThanOrEqual(1_600);
    expect(/[\ud800-\udbff]$|^[\udc00-\udfff]/.test(part)).toBe(false);
  }
});

test.each([
  ['without a token', { TWILIO_AUTH_TOKEN: '' }, /TWILIO_AUTH_TOKEN/],
  ['without a number', { TWILIO_NUMBERS: '' }, /TWILIO_NUMBERS/],
  ['with a number that is none', { TWILIO_NUMBERS: '0151 123' }, /must be written/],
  ['without our public address', { CHANNELS_PUBLIC_URL: '' }, /CHANNELS_PUBLIC_URL/],
])('half a setting, %s, is refused with a sentence', (_what, change, sentence) => {
  expect(() => readSmsConfig(readConfig(variables, { ...sampleSettings, ...change }))).toThrow(sentence);
});

givenCases('webhooks', (folder) => {
  type Signed = {
    provider: string;
    name: string;
    token: string;
    url: string;
    params?: Record<string, string>;
    body?: string;
    signature: string;
    valid: boolean;
  };
  const all: Signed[] = JSON.parse(readFileSync(join(folder, 'signatures.json'), 'utf8'));
  const twilio = all.filter(({ provider }) => provider === 'twilio');
  test.each(twilio.map((one) => [one.name, one] as const))('given signature: %s', (_name, one) => {
    const body = Buffer.from(one.body ?? new URLSearchParams(one.params).toString());
    const asked = { method: 'POST', url: one.url, headers: { 'x-twilio-signature': one.signature }, body };
    expect(open(asked, { ...config, tokens: [one.token] }).kind).toBe(one.valid ? 'opened' : 'refused');
    for (const other of [
      { ...asked, headers: { 'x-twilio-signature': `${one.signature}=` } },
      { ...asked, body: Buffer.from('x=1') },
    ])
      expect(open(other, { ...config, tokens: [one.token] }).kind).toBe('refused');
    expect(open(asked, { ...config, tokens: ['another'] }).kind).toBe('refused');
  });
});
