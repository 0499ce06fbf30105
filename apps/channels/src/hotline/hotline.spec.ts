/** The hotline without a network: whose requests are Twilio's, what they report, and what Twilio is told to do next. */
import type { CallNow, PolicyV1 } from '@trunkline/contracts';
import { readConfig } from '@trunkline/platform';
import { defaultPolicy } from '@trunkline/rules';
import type { Desk, WebhookRequest } from '../channel.ts';
import { hashOf } from '../compare-secrets.ts';
import { answerRequest } from './answer-request.ts';
import { type HotlineConfig, readHotlineConfig, sampleSettings, variables } from './config.ts';
import { openRequest } from './open-request.ts';
import { parse } from './parse.ts';

const config = readHotlineConfig(readConfig(variables, sampleSettings)) as HotlineConfig;
const base = 'https://desk.test/hooks/hotline';
const call = {
  CallSid: 'CA1',
  From: '+491701234567',
  To: '+4930901820',
  CallStatus: 'in-progress',
  Direction: 'inbound',
};

function request(at: string, more: Record<string, string> = {}, token = 'sample-token'): WebhookRequest {
  const url = `${base}${at}`;
  const form: Record<string, string> = { ...call, ...more };
  const fields = Object.keys(form).sort();
  const signed = url + fields.map((name) => name + form[name]).join('');
  const signature = hashOf(signed, { algorithm: 'sha1', secret: token, encoding: 'base64' });
  const body = Buffer.from(new URLSearchParams(form).toString());
  return { method: 'POST', url, headers: { 'x-twilio-signature': signature }, body };
}
const keysOf = (one: WebhookRequest) => {
  const opened = openRequest(one, config);
  return opened.kind === 'opened' ? opened.items.map(({ account, key }) => [account, key]) : opened.kind;
};

test.each<[string, WebhookRequest, string | null]>([
  ['the first ring says nothing yet: the menu comes first', request(''), null],
  ['a caller who waits rings, however often they ask', request('/wait?language=zh'), 'CA1:ringing'],
  ['the key that leaves the queue is a missed call', request('/instead?language=zh', { Digits: '0' }), 'CA1:left'],
  ['another key there says nothing', request('/instead?language=zh', { Digits: '5' }), null],
  ['out of hours it is missed', request('/instead?closed=1'), 'CA1:left'],
  ['an agent’s telephone that rings says nothing', request('/leg?call=CA0', { CallStatus: 'ringing' }), null],
  ['picked up, it is answered', request('/leg?call=CA0&account=%2B4930901820'), 'CA1:answered:CA0'],
  ['a number’s status while it goes on says nothing', request('/status', { CallStatus: 'ringing' }), null],
  ['its end does', request('/status', { CallStatus: 'completed' }), 'CA1:over:completed'],
])('%s', (_sentence, one, key) => {
  expect(keysOf(one)).toEqual(key === null ? [] : [['+4930901820', key]]);
});

test.each<[string, WebhookRequest]>([
  ['by another token', request('/wait', {}, 'other')],
  ['for another address', { ...request('/wait'), url: `${base}/wait?language=en` }],
  ['with a changed form', { ...request('/wait'), body: Buffer.from('CallSid=CA2') }],
  ['not at all', { ...request('/wait'), headers: {} }],
])('V10 a request signed %s is refused', (_how, one) => expect(keysOf(one)).toBe('refused'));

test('while the token is replaced both verify, and the port may stand in the address or not', () => {
  expect(openRequest(request('/wait', {}, 'new'), { ...config, tokens: ['sample-token', 'new'] }).kind).toBe('opened');
  const { headers, body, method } = request('/wait');
  const url = `${base.replace('desk.test', 'desk.test:443')}/wait`;
  const form = [...new URLSearchParams(body.toString())].sort().flat().join('');
  const withPort = hashOf(url + form, { algorithm: 'sha1', secret: 'sample-token', encoding: 'base64' });
  expect(
    keysOf({ method, url: `${base}/wait`, headers: { ...headers, 'x-twilio-signature': withPort }, body }),
  ).toHaveLength(1);
});

const deskWith = (now: CallNow | Error, policy: PolicyV1 = defaultPolicy) =>
  ({
    config,
    settings: { policy },
    callNow: async () => {
      if (now instanceof Error) throw now;
      return now;
    },
  }) as unknown as Desk<HotlineConfig>;
const told = async (one: WebhookRequest, desk = deskWith({ kind: 'wait', place: 3 })) =>
  (await answerRequest(one, desk)).body;

test('A43 the caller is greeted, asked for a language, then for a topic, in the language chosen', async () => {
  const first = await told(request(''));
  expect(first).toContain('中文服务请按 1');
  expect(first).toContain('For English, press 2');
  expect(first).toContain('/hooks/hotline/language?language=zh');
  const topics = await told(request('/language?language=zh', { Digits: '2' }));
  expect(topics).toContain('For Payments and refunds, press 2.');
  expect(topics).toContain('/topic?language=en');
  const queued = await told(request('/topic?language=en', { Digits: '2' }));
  expect(queued).toContain('/wait?language=en&#38;topic=payment-and-settlement');
});

test('A43 one who waits hears their place in their language, and is asked again', async () => {
  const place = await told(request('/wait?language=en&topic=payment-and-settlement'));
  expect(place).toContain('You are number 3 in the queue.');
  expect(place).toMatch(/<Redirect[^>]*>[^<]*\/wait\?language=en/);
  expect(await told(request('/wait?language=zh'))).toContain('排在第 3 位');
  expect(await told(request('/wait?language=en'), deskWith(new Error('away')))).toContain('Please hold the line');
});

test('A43 whoever took it is rung up, recorded, and reported under the caller’s own call', async () => {
  const phone = '+493090182101';
  const dialled = await told(request('/wait?language=en'), deskWith({ kind: 'connect', agentId: 'a' as never, phone }));
  expect(dialled).toMatch(/<Dial [^>]*record="record-from-answer-dual"/);
  expect(dialled).toContain(`>${phone}</Number>`);
  expect(dialled).toContain('call=CA1');
  expect(await told(request('/dialled?language=en', { DialCallStatus: 'no-answer' }))).toContain('/wait?language=en');
  expect(await told(request('/dialled?language=en', { DialCallStatus: 'completed' }))).toContain('<Hangup/>');
});

const closedNow: PolicyV1 = {
  ...defaultPolicy,
  queues: defaultPolicy.queues.map((queue) => ({ ...queue, calendar: 'shut' })),
  calendars: {
    shut: { ...defaultPolicy.calendars.always!, hours: {}, special: { '2999-01-01': [['09:00', '10:00']] } },
  },
};

test.each([
  ['call-back', 'We will call you back.', '<Hangup/>'],
  ['voicemail', 'Please leave a message', '<Record'],
] as const)('A43 out of hours there is %s instead', async (instead, sentence, element) => {
  const policy = { ...closedNow, hotline: { ...closedNow.hotline, instead } };
  const desk = deskWith({ kind: 'wait', place: 1 }, policy);
  expect(await told(request('/topic?language=en'), desk)).toContain('/instead?language=en&#38;closed=1');
  const after = await told(request('/instead?language=en&closed=1'), desk);
  expect(after).toContain(sentence);
  expect(after).toContain(element);
});

test('what callers, policies and numbers hold is escaped', async () => {
  const name = { en: '<Dial>&"evil"', zh: '<Dial>' };
  const hotline = { ...defaultPolicy.hotline, menu: [{ key: '1', topic: 'other', name }] };
  const topics = await told(
    request('/language?language=en', { Digits: '2' }),
    deskWith({ kind: 'over' }, { ...defaultPolicy, hotline }),
  );
  expect(topics).not.toContain('<Dial>');
});

test.each([
  ['nothing', '', 'unreadable'],
  ['no call', 'step=wait&From=%2B491701234567', 'unreadable'],
  ['no step', 'CallSid=CA1', 'unreadable'],
  ['a NUL in a name', 'step=wait&CallSid=CA1&From=%2B491701234567&CallerName=a%00b', 'call'],
])('%s is read without a throw', async (_what, raw, kind) => {
  expect((await parse(Buffer.from(raw))).kind).toBe(kind);
});
