/** Mails that came back, from servers of all kinds, name what bounced and why. */
import { readConfig } from '@trunkline/platform';
import { type EmailConfig, readEmailConfig, sampleSettings, variables } from './config.ts';
import { parse } from './parse.ts';

const config = readEmailConfig(readConfig(variables, sampleSettings)) as EmailConfig;
const id = '01930000-0000-7000-8000-000000000001';
const original = `From: support@desk.test\r\nTo: a@customer.test\r\nMessage-ID: <${id}@desk.test>\r\nSubject: Re: Parcel\r\n\r\nDear customer`;
const report = (status: string, diagnostic: string, action = 'failed') =>
  [
    'Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\n\r\nYour mail came back.',
    `--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.test\r\n\r\nFinal-Recipient: rfc822; a@customer.test\r\nAction: ${action}\r\nStatus: ${status}\r\n${diagnostic}`,
    `--b\r\nContent-Type: message/rfc822\r\n\r\n${original}\r\n--b--`,
  ].join('\r\n');
const head = (from: string, subject: string, more = '') => `From: ${from}\r\nSubject: ${subject}\r\n${more}`;
const plain = (words: string) => `Content-Type: text/plain; charset=utf-8\r\n\r\n${words}\r\n\r\n${original}`;
const encoded = (words: string) =>
  `Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(words).toString('base64')}\r\n--b\r\nContent-Type: message/rfc822\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(original).toString('base64')}\r\n--b--`;

const daemon = 'MAILER-DAEMON@mx.test';
const reports: [string, string, string, RegExp][] = [
  [
    'no such user',
    '5.1.1',
    'smtp; 550 5.1.1 <a@customer.test>: Recipient address rejected: User unknown',
    /^550 5\.1\.1/,
  ],
  ['no such domain', '5.1.2', 'smtp; 550 5.1.2 Host unknown', /^550 5\.1\.2/],
  ['a full mailbox', '5.2.2', 'smtp; 552 5.2.2 Mailbox full', /^for now: 552/],
  ['a full mailbox for now', '4.2.2', 'smtp; 452 4.2.2 Over quota', /^for now: 452/],
  ['too large', '5.3.4', 'smtp; 552 5.3.4 Message too big', /^552 5\.3\.4/],
  ['refused as spam', '5.7.1', 'smtp; 554 5.7.1 Rejected as spam', /^554 5\.7\.1/],
  ['a disabled account', '5.2.1', 'smtp; 550 5.2.1 The account is disabled', /^550 5\.2\.1/],
  ['time ran out', '4.4.7', 'smtp; 4.4.7 Delivery time expired', /^for now: 4\.4\.7/],
  ['a policy', '5.7.26', 'smtp; 550-5.7.26 Unauthenticated mail is not accepted', /^550-5\.7\.26/],
  ['a relay', '5.7.54', 'smtp; 550 5.7.54 Unable to relay recipient', /^550 5\.7\.54/],
  ['X-Postfix', '5.4.4', 'X-Postfix; Host or domain name not found', /Host or domain name not found/],
  ['folded words', '5.1.1', 'smtp; 550 5.1.1\r\n User unknown', /^550 5\.1\.1 User unknown/],
];
test.each(reports)('RFC 3464: %s', async (_what, status, diagnostic, why) => {
  const mail = head(daemon, 'Undelivered Mail Returned to Sender') + report(status, `Diagnostic-Code: ${diagnostic}`);
  expect(await parse(Buffer.from(mail), config)).toMatchObject({
    kind: 'bounce',
    messageIds: [id],
    detail: expect.stringMatching(why),
  });
});

test.each<[string, string, string, RegExp]>([
  [
    'Postfix',
    head(daemon, 'Undelivered Mail Returned to Sender'),
    plain('<a@customer.test>: host mx[1.2.3.4] said: 550 5.1.1 User unknown'),
    /5\.1\.1/,
  ],
  [
    'Exim',
    head(
      'Mailer-Daemon@exim.test',
      'Mail delivery failed: returning message to sender',
      'X-Failed-Recipients: a@customer.test\r\n',
    ),
    plain('SMTP error from remote mail server after RCPT TO: 550 No such user here'),
    /No such user/,
  ],
  [
    'Exim without its header',
    head('Mailer-Daemon@exim.test', 'Mail delivery failed: returning message to sender'),
    plain('  a@customer.test\r\n    Unrouteable address'),
    /./,
  ],
  [
    'qmail',
    head(daemon, 'failure notice'),
    plain('Hi. This is the qmail-send program.\r\n<a@customer.test>:\r\nSorry, no mailbox here by that name. (#5.1.1)'),
    /./,
  ],
  [
    'qmail with an answer',
    head(daemon, 'failure notice'),
    plain('Remote host said: 550 sorry, no mailbox here by that name'),
    /^550 sorry/,
  ],
  [
    'Sendmail',
    head(daemon, 'Returned mail: see transcript for details'),
    plain('550 5.1.1 <a@customer.test>... User unknown'),
    /^550 5\.1\.1/,
  ],
  [
    'Exchange',
    head('MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@x.test', 'Undeliverable: Re: Parcel'),
    plain("Remote Server returned '550 5.1.10 RESOLVER.ADR.RecipientNotFound'"),
    /5\.1\.10/,
  ],
  [
    'Exchange in German',
    head('postmaster@x.test', 'Unzustellbar: Re: Paket'),
    plain('#550 5.1.1 RESOLVER.ADR.RecipNotFound; not found ##'),
    /5\.1\.1/,
  ],
  ['Exchange in French', head('postmaster@x.test', 'Non remis : Colis'), plain('550 5.7.1 Refused'), /5\.7\.1/],
  ['Exchange in Dutch', head('postmaster@x.test', 'Onbestelbaar: Pakket'), plain('550 5.1.1 Onbekend'), /5\.1\.1/],
  ['Exchange in Spanish', head('postmaster@x.test', 'No se puede entregar: Paquete'), plain('550 5.1.1 x'), /5\.1\.1/],
  [
    'Gmail',
    head(
      'mailer-daemon@googlemail.com',
      'Delivery Status Notification (Failure)',
      'X-Failed-Recipients: a@customer.test\r\n',
    ),
    plain('The response was:\r\n\r\n550 5.1.1 The email account that you tried to reach does not exist.'),
    /5\.1\.1/,
  ],
  [
    'Yahoo',
    head('MAILER-DAEMON@yahoo.com', 'Failure Notice'),
    plain("<a@customer.test>:\r\n554: delivery error: dd This user doesn't have an account - mta"),
    /delivery error/,
  ],
  [
    'QQ Mail',
    head('PostMaster@qq.com', '系统退信/Systems bounce'),
    encoded('<p>退信原因:收件人邮件地址不存在</p><p>550 Mailbox not found. http://service.mail.qq.com</p>'),
    /Mailbox not found/,
  ],
  [
    'QQ Mail without a code',
    head('PostMaster@qq.com', '来自qq.com的退信'),
    encoded('<p>退信原因:收件人邮箱已满</p>'),
    /for now: .*已满/,
  ],
  [
    'NetEase 163',
    head('Postmaster@163.com', '系统退信'),
    encoded('<p>抱歉,您的邮件被退回</p><p>退信代码 550 User not found: a@customer.test</p>'),
    /User not found/,
  ],
  ['NetEase 126', head('postmaster@126.com', '系统退信通知'), encoded('<p>退信原因:用户不存在</p>'), /用户不存在/],
  ['Sina', head('mailer-daemon@sina.com', '退信通知'), plain('失败原因:邮箱不存在'), /邮箱不存在/],
  [
    'Aliyun',
    head('postmaster@aliyun.com', '[Postmaster] Failed to deliver: 系统退信'),
    plain('550 RP:TRC user unknown'),
    /RP:TRC/,
  ],
  [
    'Outlook.com',
    head('postmaster@outlook.com', 'Undeliverable: Parcel'),
    plain('550 5.5.0 Requested action not taken: mailbox unavailable'),
    /5\.5\.0/,
  ],
  [
    'iCloud',
    head('mailer-daemon@icloud.test', 'Undelivered Mail Returned to Sender'),
    plain('552 5.2.2 <a@customer.test>: user is over quota'),
    /^for now/,
  ],
  [
    'Mail.ru',
    head('mailer-daemon@corp.mail.ru', 'Mail failure.'.replace('Mail failure.', 'Mail delivery failed')),
    plain('550 Message was not accepted -- invalid mailbox.'),
    /invalid mailbox/,
  ],
  [
    'Yandex',
    head('mailer-daemon@yandex.ru', 'Недоставленное сообщение'),
    plain('550 5.7.1 No such user!'),
    /No such user/,
  ],
  [
    'GMX',
    head('mailer-daemon@gmx.de', 'Mail delivery failed: returning message to sender'),
    plain('550 Requested action not taken: mailbox unavailable'),
    /mailbox unavailable/,
  ],
  [
    'Zoho',
    head('mailer-daemon@mail.zoho.com', 'Undelivered Mail Returned to Sender'),
    plain('ERROR_CODE :550, ERROR_CODE :5.1.1 recipient unknown'),
    /./,
  ],
  [
    'a Japanese carrier',
    head('MAILER-DAEMON@docomo.test', 'Mail System Error - Returned Mail'),
    plain('550 Unknown user a@customer.test'),
    /Unknown user/,
  ],
  ['Naver', head('mailer-daemon@naver.test', '메일 전송 실패 알림'), plain('550 5.1.1 No such user'), /5\.1\.1/],
  [
    'an empty return path',
    head('someone@mx.test', 'Delivery failure', 'Return-Path: <>\r\n'),
    plain('550 5.1.1 No such user'),
    /5\.1\.1/,
  ],
])('%s says what bounced and why', async (_server, header, body, why) => {
  expect(await parse(Buffer.from(header + body), config)).toMatchObject({
    kind: 'bounce',
    messageIds: [id],
    detail: expect.stringMatching(why),
  });
});

test.each([
  [
    'a report of a delay',
    head(daemon, 'Delayed Mail (still being retried)') + report('4.4.1', 'Diagnostic-Code: smtp; 451 later', 'delayed'),
    'bounce',
  ],
  [
    'a report that it arrived',
    head(daemon, 'Successful Mail Delivery Report') + report('2.0.0', '', 'delivered'),
    'bounce',
  ],
  [
    'a customer who writes about a bounce',
    `${head('a@customer.test', 'Undeliverable: why?')}\r\nMy mail came back: 550 5.1.1`,
    null,
  ],
])('%s is no bounce', async (_what, mail, automatic) => {
  expect(await parse(Buffer.from(mail), config)).toMatchObject({ kind: 'message', automatic });
});

test('a bounce of nothing of ours names nothing', async () => {
  const mail = (head(daemon, 'failure notice') + plain('550 5.1.1 x')).replaceAll('@desk.test', '@other.test');
  expect(await parse(Buffer.from(mail), config)).toMatchObject({ kind: 'bounce', messageIds: [] });
});
