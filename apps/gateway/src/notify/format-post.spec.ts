/** The six kinds: what goes out is what their documentation asks, and their no is understood though it comes as HTTP 200. */
import { createHmac } from 'node:crypto';
import type { ConversationId } from '@trunkline/contracts';
import { defaultPolicy } from '@trunkline/rules';
import { formatPost, type ToPost, type WebKind } from './format-post.ts';
import { readAnswer } from './read-answer.ts';
import { sayNotification } from './say-notification.ts';
import type { ToSay } from './to-say.ts';

const said: ToSay = {
  kind: 'escalation',
  conversationId: '0193a1b2-0000-7000-8000-000000000001' as ConversationId,
  level: 2,
  trigger: 'limit-missed',
  because: 'not-acknowledged',
  queue: 'payments & <refunds>',
  raisedAt: '2027-03-01T06:05:00.000Z',
  acknowledgeBy: '2027-03-01T06:20:00.000Z',
};
const queue = {
  ...defaultPolicy.queues[0]!,
  code: 'payments & <refunds>',
  name: { en: 'Payments & <refunds>', zh: '支付' },
  calendar: 'cn',
};
const policy = {
  ...defaultPolicy,
  queues: [queue],
  calendars: { cn: { ...defaultPolicy.calendars.always!, tz: 'Asia/Shanghai' } },
};
const text = (language: 'en' | 'zh', attempt = 1) =>
  sayNotification({ said, policy, language, publicUrl: 'https://desk.example.com/', attempt });
const now = Date.parse('2027-03-01T06:05:01.500Z');
const toPost = (kind: WebKind, secret: string | null = null): ToPost => ({
  ...{ kind, secret, said, now, id: 'note-1', escalationId: 'esc-1', attempt: 1, text: text('en') },
  address: 'https://robot.example.com/send?access_token=abc',
});
const bodyOf = (kind: WebKind, secret?: string) => JSON.parse(formatPost(toPost(kind, secret)).body);

test('the text says what, where, since when, which level, how long, and leads to the conversation', () => {
  expect([text('en').title, ...text('en', 2).lines].join('\n')).toBe(
    [
      `${policy.desk.name.en} · Level 2 · A time limit has passed`,
      'Queue: Payments & <refunds>',
      'Since: 2027-03-01 14:05 (Asia/Shanghai)',
      'Acknowledge within 15 min, by 14:20',
      'Conversation: https://desk.example.com/inbox/groups/0193a1b2-0000-7000-8000-000000000001',
      'Try 2: you may have had this before.',
    ].join('\n'),
  );
  expect(text('zh').title).toBe(`${policy.desk.name.zh} · 第 2 级 · 已超时`);
  expect(text('zh').lines).toContain('请在 15 分钟内确认（14:20 前）');
});

test('Slack: one text, its three special characters escaped', () => {
  expect(bodyOf('slack').text).toContain('Queue: Payments &amp; &lt;refunds&gt;');
});

test('a webhook is signed by Standard Webhooks, as its own example shows', () => {
  // the example of the specification: msg_p5jXN8AQM9LWM0D4loKWxJek, 1614265330, {"test": 2432232314}
  const known = createHmac('sha256', Buffer.from('MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'base64'))
    .update('msg_p5jXN8AQM9LWM0D4loKWxJek.1614265330.{"test": 2432232314}')
    .digest('base64');
  expect(known).toBe('g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
  const { headers, body } = formatPost(toPost('webhook', 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'));
  expect(headers).toMatchObject({ 'webhook-id': 'note-1', 'webhook-timestamp': String(Math.floor(now / 1000)) });
  const wanted = createHmac('sha256', Buffer.from('MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'base64'))
    .update(`note-1.${Math.floor(now / 1000)}.${body}`)
    .digest('base64');
  expect(headers['webhook-signature']).toBe(`v1,${wanted}`);
  expect(JSON.parse(body)).toMatchObject({
    type: 'escalation.raised',
    data: { escalationId: 'esc-1', level: 2, attempt: 1 },
  });
});

test('WeCom: a text of at most 2,048 bytes, no character in halves', () => {
  const long = { ...toPost('wecom'), text: { title: '长'.repeat(1_000), lines: ['a'], link: null } };
  const { msgtype, text: told } = JSON.parse(formatPost(long).body);
  expect([msgtype, Buffer.byteLength(told.content)]).toEqual(['text', 2_046]);
  expect(told.content).not.toContain('\uFFFD');
});

test('DingTalk: milliseconds and the secret under the secret, in the query', () => {
  const url = new URL(formatPost(toPost('dingtalk', 'SECabc')).address);
  const sign = createHmac('sha256', 'SECabc').update(`${now}\nSECabc`).digest('base64');
  expect(Object.fromEntries(url.searchParams)).toEqual({ access_token: 'abc', timestamp: String(now), sign });
  expect(url.search).toContain(`sign=${encodeURIComponent(sign)}`);
  expect(bodyOf('dingtalk')).toMatchObject({ msgtype: 'text', text: { content: expect.stringContaining('Level 2') } });
  expect(formatPost(toPost('dingtalk')).address).not.toContain('sign');
});

test('Feishu: nothing under seconds and the secret, in the body', () => {
  const timestamp = String(Math.floor(now / 1000));
  const sign = createHmac('sha256', `${timestamp}\nabc`).update('').digest('base64');
  expect(bodyOf('feishu', 'abc')).toMatchObject({
    timestamp,
    sign,
    msg_type: 'text',
    content: { text: expect.any(String) },
  });
  expect(bodyOf('feishu')).not.toHaveProperty('sign');
});

const answered = (status: number, body = '', retryAfter?: string) =>
  ({ kind: 'answered', status, body, retryAfter }) as const;
const readAs = (kind: WebKind, posted: Parameters<typeof readAnswer>[1]) => {
  const told = readAnswer(kind, posted, { hide: ['abc-token'], now });
  return told.kind === 'sent'
    ? 'sent'
    : `${told.kind} ${told.because.code}${told.kind === 'again' ? ` ${told.afterMs}` : ''}`;
};

test.each<[string, WebKind, Parameters<typeof readAnswer>[1], string]>([
  ['Slack says ok', 'slack', answered(200, 'ok'), 'sent'],
  ['Slack knows no such hook', 'slack', answered(404, 'no_service'), 'failed target-refused'],
  ['Slack asks for patience', 'slack', answered(429, 'rate_limited', '30'), 'again target-refused 30000'],
  ['Slack is broken', 'slack', answered(500), 'again target-refused 0'],
  ['a webhook takes it', 'webhook', answered(204), 'sent'],
  ['a webhook is gone for good', 'webhook', answered(410), 'failed target-refused'],
  ['a webhook refuses, which may be mended', 'webhook', answered(401), 'again target-refused 0'],
  ['a webhook sends elsewhere', 'webhook', answered(302), 'failed target-redirects'],
  [
    'a webhook names a date',
    'webhook',
    answered(503, '', 'Mon, 01 Mar 2027 06:06:01 GMT'),
    'again target-refused 59500',
  ],
  ['no patience is longer than an hour', 'webhook', answered(503, '', '999999'), 'again target-refused 3600000'],
  ['WeCom takes it', 'wecom', answered(200, '{"errcode":0,"errmsg":"ok"}'), 'sent'],
  [
    'WeCom knows no such key',
    'wecom',
    answered(200, '{"errcode":93000,"errmsg":"invalid webhook url"}'),
    'failed robot-refused',
  ],
  [
    'WeCom has had twenty in a minute',
    'wecom',
    answered(200, '{"errcode":45009,"errmsg":"api freq out of limit"}'),
    'again robot-refused 0',
  ],
  ['DingTalk takes it', 'dingtalk', answered(200, '{"errcode":0,"errmsg":"ok"}'), 'sent'],
  [
    'DingTalk finds the signature wrong',
    'dingtalk',
    answered(200, '{"errcode":310000,"errmsg":"sign not match"}'),
    'failed robot-refused',
  ],
  ['DingTalk is busy', 'dingtalk', answered(200, '{"errcode":-1,"errmsg":"系统繁忙"}'), 'again robot-refused 0'],
  [
    'DingTalk has had too many',
    'dingtalk',
    answered(200, '{"errcode":130101,"errmsg":"send too fast, exceed 20 times per minute"}'),
    'again robot-refused 0',
  ],
  ['Feishu takes it', 'feishu', answered(200, '{"code":0,"msg":"success","data":{}}'), 'sent'],
  ['Feishu takes it in its older words', 'feishu', answered(200, '{"StatusCode":0,"StatusMessage":"success"}'), 'sent'],
  [
    'Feishu finds the signature wrong',
    'feishu',
    answered(200, '{"code":19021,"msg":"sign match fail or timestamp is not within one hour from current time"}'),
    'failed robot-refused',
  ],
  [
    'Feishu has had too many',
    'feishu',
    answered(200, '{"code":9499,"msg":"too many request"}'),
    'again robot-refused 0',
  ],
  ['a robot answers with a page', 'feishu', answered(200, '<html>'), 'failed answer-not-understood'],
  ['a robot answers null', 'wecom', answered(200, 'null'), 'failed answer-not-understood'],
])('%s', (_sentence, kind, posted, told) => expect(readAs(kind, posted)).toBe(told));

test('what the other side echoes of a key is not repeated', () => {
  const told = readAnswer('wecom', answered(200, '{"errcode":93000,"errmsg":"bad key abc-token\\u0007!"}'), {
    hide: ['abc-token'],
    now,
  });
  expect(told).toMatchObject({ because: { values: { number: 93000, detail: 'bad key … !' } } });
});
