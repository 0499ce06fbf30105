/** E-mail without a server: what is cut and kept, what is automatic, what is signed, what is made harmless. */
import { readdirSync, readFileSync } from 'node:fs';
import { newId } from '@trunkline/contracts';
import { readConfig } from '@trunkline/platform';
import { givenCases } from '@trunkline/testing';
import { checkLimits } from './check-limits.ts';
import { type EmailConfig, readEmailConfig, sampleSettings, variables } from './config.ts';
import { cutQuotation } from './cut-quotation.ts';
import { format } from './format.ts';
import { makeSafe } from './make-safe.ts';
import { parse } from './parse.ts';
import { readSignedAddress, signAddress } from './sign-address.ts';
import { textOfHtml } from './text-of-html.ts';

const read = (env: Record<string, string>) => readEmailConfig(readConfig(variables, env));
const config = read(sampleSettings) as EmailConfig;
const mail = (header: string, body = 'Hello') => Buffer.from(`${header.trim()}\r\n\r\n${body}`);

test.each([
  [
    'Outlook in Chinese',
    '好的,谢谢!\n\n发件人: 客服 <support@desk.test>\n发送时间: 2026年11月20日 10:00\n收件人: 李伟\n主题: 回复: 退款\n\n您好,已处理。',
    '好的,谢谢!',
  ],
  [
    'a name without spaces before the verb',
    '收到了,谢谢!\n\n于2026年11月22日 客服写道:\n> 您好,退款今天会到账。',
    '收到了,谢谢!',
  ],
  [
    'QQ mail',
    '请尽快处理。\n\n\n------------------ 原始邮件 ------------------\n发件人: "客服"<support@desk.test>;\n\n您好',
    '请尽快处理。',
  ],
  ['Gmail in Chinese', '收到。\n\n客服 <support@desk.test> 于2026年11月20日周五 10:00写道:\n\n> 您好\n', '收到。'],
  ['NetEase', '还没有到。\n\n在 2026-11-20 10:00:00,"客服" <support@desk.test> 写道:\n>您好\n', '还没有到。'],
  [
    'iPhone in Chinese',
    '好的。\n\n发自我的 iPhone\n\n> 在 2026年11月20日,上午10:00,客服 <support@desk.test> 写道:\n> \n> 您好\n',
    '好的。',
  ],
  [
    'Gmail in Japanese',
    '了解しました。\n\n2026年11月20日(金) 10:00 Support <support@desk.test>:\n\n> こんにちは\n',
    '了解しました。',
  ],
  [
    'Outlook in Japanese',
    '了解です\n\n差出人: Support <s@desk.test>\n送信日時: 2026年11月20日 10:00\n宛先: 田中\n件名: Re: 返金\n\nこんにちは',
    '了解です',
  ],
  [
    'an answer under the quotation',
    'On Fri, Nov 20, 2026 at 10:00 AM Support <s@desk.test> wrote:\n> When?\n\nOn Tuesday, please.',
    'On Tuesday, please.',
  ],
])('%s: only what the customer newly wrote is left', (_program, text, expected) => {
  expect(cutQuotation(text)).toBe(expected);
});

test.each([
  [
    'a sentence of the customer’s own that looks like an attribution',
    'On Monday I sent you a mail at 10:30 about it:\nmy parcel is lost.',
  ],
  ['a mail that is all signature', '发自我的iPhone'],
  [
    'what somebody passes on',
    'FYI\n\n---------- Forwarded message ----------\nFrom: shop@x.test\nSubject: Invoice\n\nYour invoice.',
  ],
  ['the word from at the start of a line', 'From: the shop I got nothing.\nPlease help.'],
])('nothing is cut from %s', (_what, text) => {
  expect(cutQuotation(text)).toBe(text);
});

givenCases('reply', (folder) => {
  type Case = { kind: string; text?: string; html?: string; expected: string };
  const cases: Case[] = JSON.parse(readFileSync(`${folder}/cases.json`, 'utf8'));
  test('of the given replies at least 44 of 46 come out exactly, and no customer’s words vanish', () => {
    const plain = (text: string) => text.replace(/\s+/g, ' ').trim();
    const results = cases.map(({ kind, text, html, expected }) => {
      const form = kind === 'html' ? (one: string) => plain(one).replaceAll(' ', '') : plain;
      const got = form(cutQuotation(html ? textOfHtml(html) : text!));
      return { isRight: got === form(expected), isLost: got === '' && form(expected) !== '' };
    });
    expect(results.filter(({ isLost }) => isLost)).toHaveLength(0);
    expect(results.filter(({ isRight }) => isRight).length).toBeGreaterThanOrEqual(44);
  });
});

givenCases('mime', (folder) => {
  test('of the given malformed mails each is a message with what it says, none throws', async () => {
    const cases = new Map<string, { text: string | null; sender: string[] }>(
      JSON.parse(readFileSync(`${folder}/cases.json`, 'utf8')).map((one: { id: string }) => [one.id, one]),
    );
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.eml'))) {
      const parsed = await parse(readFileSync(`${folder}/${file}`), config);
      expect(parsed.kind).not.toBe('unreadable');
      const [sender] = cases.get(file.replace('.eml', ''))?.sender ?? [];
      if (sender && parsed.kind === 'message') expect(parsed.from.address).toBe(sender.toLowerCase());
    }
  });
});

test.each([
  ['Auto-Submitted: auto-replied', 'auto-replied'],
  ['Auto-Submitted: auto-generated (cron)', 'auto-generated'],
  ['Auto-Submitted: no', null],
  ['Precedence: bulk', 'bulk'],
  ['Precedence: auto_reply', 'auto-replied'],
  ['List-Id: <news.customer.test>', 'bulk'],
  ['List-Id: Our desk <support.desk.test>\r\nPrecedence: list\r\nList-Post: <mailto:support@desk.test>', null],
  ['List-Id: Our desk <support.desk.test>\r\nAuto-Submitted: auto-replied', 'auto-replied'],
  ['List-Id: <support.desk.test.evil.test>\r\nPrecedence: list', 'bulk'],
  ['X-Auto-Response-Suppress: OOF, AutoReply', 'auto-generated'],
  ['X-Auto-Response-Suppress: None', null],
  ['Return-Path: <>', 'auto-generated'],
  ['Subject: 自动回复:我休假了', 'auto-replied'],
  ['Subject: Out of office', 'auto-replied'],
  ['Subject: My offer is out of stock', null],
])('%s is %s', async (header, automatic) => {
  const parsed = await parse(mail(`From: a@customer.test\r\n${header}`), config);
  expect(parsed).toMatchObject({ kind: 'message', automatic });
});

test('V3 what the desk says of itself is automatic to another desk', async () => {
  const word = { messageId: newId(), conversationId: newId(), to: { address: 'a@b.test', name: null }, author: null };
  const thread = { key: 'k', references: [] };
  for (const kind of ['greeting', 'notice', 'survey', 'code', 'reply'] as const) {
    const made = { ...word, kind, subject: null, text: 'x', thread } as never;
    const { headers } = format(made, config.accounts[0]!, config.replyKeys);
    const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
    const parsed = await parse(mail(['From: desk@other.test', ...head].join('\r\n')), config);
    const automatic = { greeting: 'auto-replied', reply: null }[kind as string];
    expect(parsed).toMatchObject({
      kind: 'message',
      automatic: automatic === undefined ? 'auto-generated' : automatic,
    });
  }
});

test('a question stands in words, and as links to its page where there is one', () => {
  const choices = [
    { code: 'yes', label: 'Yes' },
    { code: 'no', label: 'No <b>' },
  ];
  const asking = { messageId: newId(), conversationId: newId(), to: { address: 'a@b.test', name: null }, author: null };
  const word = {
    ...asking,
    kind: 'notice',
    subject: null,
    text: 'Anything else?',
    choices,
    thread: { key: 'k', references: [] },
  };
  const made = (more: object) => format({ ...word, ...more } as never, config.accounts[0]!, config.replyKeys);
  expect(made({})).toMatchObject({ text: 'Anything else?\n\nYes / No <b>', html: expect.not.stringContaining('href') });
  const { text, html } = made({ answerAt: 'https://desk.test/answer/t' });
  expect(text).toBe('Anything else?\n\nYes / No <b>\nhttps://desk.test/answer/t');
  expect(html).toContain('href="https://desk.test/answer/t?chosen=no"');
  expect(html).toContain('>No &#60;b&#62;</a>');
});

test('several mailboxes: what is half set, stands twice or is looked at too rarely is refused with a sentence', () => {
  const more =
    (given: object, env = {}) =>
    () =>
      read({ ...sampleSettings, ...env, MAILBOXES: JSON.stringify([given]) });
  const sales = { address: 'sales@desk.test', imap: 'imaps://x:y@mail.test' };
  expect(more(sales)()!.addresses).toEqual(['support@desk.test', 'sales@desk.test']);
  expect(more(sales)()!.accounts[1]).toMatchObject({ smtp: { host: '127.0.0.1' }, imap: { port: 993, secure: true } });
  expect(more({ ...sales, address: 'support@desk.test' })).toThrow(/twice/);
  expect(more({ ...sales, imap: 'pop3://x' })).toThrow(/MAILBOXES.0.imap/);
  expect(more({ ...sales, password: 'hush' })).toThrow(/^(?!.*hush).*password/s);
  expect(more(sales, { MAIL_POLL_SECONDS: '300' })).toThrow(/1 to 60/);
  const oauth = { tokenUrl: 'http://tokens.test/t', clientId: 'c', refreshToken: 'r' };
  const values = { ...readConfig(variables, { ...sampleSettings, MAILBOXES: JSON.stringify([{ ...sales, oauth }]) }) };
  expect(() => readEmailConfig({ ...values, TRUNKLINE_PROFILE: 'production' })).toThrow(/https/);
});

test('a signed reply address names its conversation, in any case of letters and under the older key too', () => {
  const [older, newer] = [
    { kid: 'a', bytes: new Uint8Array(32) },
    { kid: 'b', bytes: new Uint8Array(32).fill(1) },
  ];
  const id = newId();
  const signed = signAddress('support@desk.test', id, [older]);
  expect(signed.split('@')[0]!.length).toBeLessThanOrEqual(64);
  const both = { addresses: ['support@desk.test'], replyKeys: [newer, older] };
  expect(readSignedAddress([signed.toUpperCase()], both)).toBe(id);
  expect(readSignedAddress([signed], { ...both, replyKeys: [newer] })).toBeNull();
});

test('a reply address with any digit changed names nothing', () => {
  const signed = signAddress('support@desk.test', newId(), config.replyKeys);
  for (let at = 'support+'.length; signed[at] !== '@'; at += 1) {
    const changed = `${signed.slice(0, at)}${signed[at] === 'a' ? 'b' : 'a'}${signed.slice(at + 1)}`;
    expect(readSignedAddress([changed], config)).toBeNull();
  }
  expect(readSignedAddress(['support@desk.test', 'support+@desk.test', 'x'.repeat(10_000)], config)).toBeNull();
});

test.each([
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<a href="javascript:alert(1)">x</a>',
  '<a href=" java\nscript:alert(1)">x</a>',
  '<svg><animate onbegin=alert(1) attributeName=x></svg>',
  '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>',
  '<form action="https://evil.test"><input name=password><button>go</button></form>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<div style="background:url(https://evil.test/x)">x</div>',
  '<img src="https://evil.test/pixel.gif">',
  '<link rel=stylesheet href="https://evil.test/x.css"><style>@import "https://evil.test/x.css"</style>',
  '<meta http-equiv=refresh content="0;url=https://evil.test"><base href="https://evil.test">',
  '<video src="https://evil.test/x" poster="https://evil.test/y"></video><object data="https://evil.test/z"></object>',
])('V4 no code and no foreign address is left of %s', (html) => {
  expect(makeSafe(html).replace(/ data-remote="[^"]*"/g, '')).not.toMatch(
    /script|on\w+=|evil\.test|<(svg|math|form|input|iframe|style|link|meta|base|video|object)/i,
  );
});

test.each([
  ['25 MiB', Buffer.alloc(26 * 1024 * 1024, 'a')],
  ['header', mail(`From: a@x.test\r\nX-Long: ${'a'.repeat(300 * 1024)}`)],
  ['recipients', mail(`From: a@x.test\r\nTo: ${'a@x.test, '.repeat(1_200)}b@x.test`)],
  ['parts', mail('From: a@x.test\r\nContent-Type: multipart/mixed; boundary="b"', '--b\r\n\r\nx\r\n'.repeat(200))],
  [
    'levels',
    mail(
      'From: a@x.test',
      Array.from(
        { length: 30 },
        (_, at) => `Content-Type: multipart/mixed; boundary="b${at}"\r\n\r\n--b${at}\r\n`,
      ).join(''),
    ),
  ],
])('V13 a mail over the limit of %s is put aside before it is parsed', async (what, raw) => {
  expect(checkLimits(raw)).toMatch(new RegExp(what === '25 MiB' ? 'MiB' : what));
  expect(await parse(raw, config)).toMatchObject({ kind: 'unreadable', because: 'too-large' });
});

test('half a configuration is refused with a sentence that names the variable', () => {
  expect(() => read({ ...sampleSettings, SMTP_URL: '' })).toThrow(/SMTP_URL/);
  expect(() => read({ ...sampleSettings, MAIL_REPLY_KEYS: '' })).toThrow(/MAIL_REPLY_KEYS/);
  expect(() => read({ ...sampleSettings, MAIL_ADDRESS: 'Support <a@b.test>' })).toThrow(/MAIL_ADDRESS/);
});

test('a word keeps its text in both shapes, its thread, and no line break in a header', () => {
  const word = {
    messageId: newId(),
    conversationId: newId(),
    to: { address: 'alice@customer.test', name: 'Alice\r\nBcc: x@evil.test' },
    kind: 'reply',
    author: null,
    subject: 'Late\r\nBcc: x@evil.test',
    text: 'Dear Alice,\n\n<b>5 > 4</b> & 退款',
    thread: { key: 'k', references: Array.from({ length: 40 }, (_, at) => `<${at}@x.test>`) },
  };
  const formatted = format(word as never, config.accounts[0]!, config.replyKeys);
  expect(formatted.subject).toBe('Re: Late Bcc: x@evil.test');
  expect(formatted.to.name).toBe('Alice Bcc: x@evil.test');
  expect(formatted.text).toBe(word.text);
  expect(formatted.html).toContain('&#60;b&#62;5 &#62; 4&#60;/b&#62; &#38; 退款');
  expect(formatted.references).toHaveLength(20);
  expect(formatted).toMatchObject({ inReplyTo: '<39@x.test>', references: expect.arrayContaining(['<0@x.test>']) });
});
