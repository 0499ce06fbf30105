/** Raw mails, also broken ones: headers, words and files come out as their sender meant them. */
import { readAddresses, readMail } from './read-mail.ts';

const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))));
const subjectOf = (...value: (string | number[])[]) => readMail(bytes('Subject: ', ...value, '\r\n\r\nx')).subject;
const gb = [0xcd, 0xcb, 0xbf, 0xee]; // 退款

test.each<[string, (string | number[])[], string]>([
  ['plain', ['Hello'], 'Hello'],
  ['base64', ['=?UTF-8?B?6YCA5qy+?='], '退款'],
  ['quoted-printable', ['=?utf-8?q?Gr=C3=BC=C3=9Fe_an_alle?='], 'Grüße an alle'],
  ['8-bit bytes within a word', ['=?utf-8?Q?Grüße?='], 'Grüße'],
  ['8-bit bytes within a word of Chinese', ['=?gb2312?Q?', gb, '?='], '退款'],
  ['UTF-8 within a word that claims Latin', ['=?iso-8859-1?Q?Grüße?='], 'Grüße'],
  ['raw UTF-8', ['退款 Grüße'], '退款 Grüße'],
  ['raw GBK', [gb], '退款'],
  ['raw Latin', ['Gr', [0xfc, 0xdf], 'e'], 'Grüße'],
  ['a character cut between two words', ['=?utf-8?B?6YA=?= =?utf-8?B?gOasvg==?='], '退款'],
  ['a character cut within four letters of base64', ['=?utf-8?B?6YCA5q?=\r\n =?utf-8?B?y+?='], '退款'],
  ['cut between quoted-printable words', ['=?utf-8?Q?=E9=80?= =?utf-8?Q?=80=E6=AC=BE?='], '退款'],
  ['two charsets', ['=?gb2312?B?zcu/7g==?= =?iso-8859-1?Q?f=FCr?='], '退款für'],
  ['words beside plain text', ['Re: =?utf-8?B?6YCA5qy+?= 4711'], 'Re: 退款 4711'],
  ['a language', ['=?utf-8*de?Q?Gr=C3=BC=C3=9Fe?='], 'Grüße'],
  ['Japanese by escapes', ['=?ISO-2022-JP?B?GyRCSlY2YhsoQg==?='], '返金'],
  ['Korean', ['=?ks_c_5601-1987?B?yK+60g==?='], '환불'],
  ['Big5', ['=?big5?B?sGi02g==?='], '退款'],
  ['KOI8-R', ['=?koi8-r?B?98/a19LB1A==?='], 'Возврат'],
  ['Windows-1251', ['=?windows-1251?Q?=C2=EE=E7=E2=F0=E0=F2?='], 'Возврат'],
  ['Shift_JIS', ['=?shift_jis?B?ldSL4A==?='], '返金'],
  ['an unknown charset', ['=?x-nothing?Q?Gr=C3=BC=C3=9Fe?='], 'Grüße'],
  ['spaces within a word', ['=?utf-8?Q?two words?='], 'two words'],
  ['a word without its end', ['=?utf-8?Q?never'], '=?utf-8?Q?never'],
  ['folded', ['one\r\n two'], 'one two'],
])('a subject in %s', (_what, value, expected) => {
  expect(subjectOf(...value)).toBe(expected);
});

const textOf = (header: string, ...body: (string | number[])[]) =>
  readMail(bytes(`${header}\r\n\r\n`, ...body)).text.trim();
test.each<[string, string, (string | number[])[], string]>([
  ['no header at all', 'Only words', [''], 'Only words'],
  ['GBK that says so', 'Content-Type: text/plain; charset=gbk', [gb], '退款'],
  ['GBK that says nothing', 'Content-Type: text/plain', [gb], '退款'],
  ['UTF-8 that claims ASCII', 'Content-Type: text/plain; charset=us-ascii', ['退款'], '退款'],
  ['UTF-8 that claims Latin', 'Content-Type: text/plain; charset=iso-8859-1', ['Grüße'], 'Grüße'],
  ['four-byte gb18030', 'Content-Type: text/plain; charset=gb18030', [[0x94, 0x39, 0xda, 0x33]], '💩'],
  ['base64', 'Content-Transfer-Encoding: base64', ['6YCA5qy+'], '退款'],
  ['base64 in padded pieces', 'Content-Transfer-Encoding: base64', ['YQ==\r\nYg==\r\n'], 'ab'],
  ['base64 with signs that do not belong', 'Content-Transfer-Encoding: base64', ['SGVs!!bG8='], 'Hello'],
  ['quoted-printable', 'Content-Transfer-Encoding: quoted-printable', ['Gr=C3=BC=\r\n=C3=9Fe =ZZ'], 'Grüße =ZZ'],
  [
    'flowed lines',
    'Content-Type: text/plain; format=flowed',
    ['one \r\ntwo\r\n> a \r\n> b\r\n\r\n-- \r\nme'],
    'one two\n> a b\n\n-- \nme',
  ],
  ['flowed without the space', 'Content-Type: text/plain; format=flowed; delsp=yes', ['退 \r\n款'], '退款'],
  [
    'a boundary that was never announced',
    'Content-Type: multipart/mixed',
    ['--x\r\nContent-Type: text/plain\r\n\r\nHi\r\n--x--'],
    'Hi',
  ],
  [
    'a boundary that is another',
    'Content-Type: multipart/mixed; boundary=y',
    ['--x\r\nContent-Type: text/plain\r\n\r\nHi\r\n--x--'],
    'Hi',
  ],
  ['no part at all', 'Content-Type: multipart/mixed; boundary=y', ['Hi there'], 'Hi there'],
  ['a multipart without an end', 'Content-Type: multipart/mixed; boundary=y', ['--y\r\n\r\nHi there'], 'Hi there'],
  [
    'words after HTML',
    'Content-Type: multipart/mixed; boundary=y',
    ['--y\r\nContent-Type: text/html\r\n\r\n<p>Hi</p>\r\n--y\r\n\r\nlist footer\r\n--y--'],
    'Hi\nlist footer',
  ],
  ['only line feeds', 'Content-Type: multipart/mixed; boundary=y\n\n--y\n\nHi\n--y--', [''], 'Hi'],
  ['an invalid content type', 'Content-Type: text', ['Hi'], 'Hi'],
])('the words of a mail with %s', (_what, header, body, expected) => {
  expect(textOf(header, ...body)).toBe(expected);
});

const fileOf = (header: string, body = 'x') =>
  readMail(Buffer.from(`Content-Type: multipart/mixed; boundary=y\r\n\r\n--y\r\n${header}\r\n\r\n${body}\r\n--y--`))
    .files[0];
test.each([
  ["Content-Disposition: attachment; filename*=utf-8''%E9%80%80%E6%AC%BE.pdf", '退款.pdf'],
  ["Content-Disposition: attachment; filename*0*=utf-8''%E9%80%80; filename*1*=%E6%AC%BE; filename*2=.pdf", '退款.pdf'],
  ['Content-Disposition: attachment; filename*0="a"; filename*1="b.pdf"', 'ab.pdf'],
  ["Content-Disposition: attachment; filename=old.pdf; filename*=utf-8''new.pdf", 'new.pdf'],
  ['Content-Disposition: attachment; filename="=?utf-8?B?6YCA5qy+?=.pdf"', '退款.pdf'],
  ['Content-Disposition: attachment; filename="退款.pdf"', '退款.pdf'],
  ['Content-Disposition: attachment; filename=my file.pdf', 'my file.pdf'],
  ['Content-Type: application/pdf; name="a;b.pdf"', 'a;b.pdf'],
  ['Content-Type: application/ms-tnef', 'winmail.dat'],
  ['Content-Type: text/calendar; method=REQUEST', 'invitation.ics'],
  ['Content-Type: message/rfc822', 'message.eml'],
])('the file of %s is called %s', (header, name) => {
  expect(fileOf(header)).toMatchObject({ name, content: Buffer.from('x') });
});

test('a file that stands in the text by uuencode is a file, and the text goes on without it', () => {
  const mail = readMail(Buffer.from('Subject: x\n\nSee:\nbegin 644 cat.txt\n#0V%T\n`\nend\nBye'));
  expect(mail.files).toMatchObject([{ name: 'cat.txt', content: Buffer.from('Cat') }]);
  expect(mail.text).toMatch(/See:\s+Bye/);
});

test.each([
  ['=?utf-8?Q?Doe,_John?= <john@x.test>', [{ name: 'Doe, John', address: 'john@x.test' }]],
  [
    '"Doe, John" <john@x.test>, b@x.test',
    [
      { name: 'Doe, John', address: 'john@x.test' },
      { name: '', address: 'b@x.test' },
    ],
  ],
  ['Team: a@x.test, b@x.test;', [{ address: 'a@x.test' }, { address: 'b@x.test' }]],
])('the addresses of %s', (value, expected) => {
  expect(readAddresses(value)).toMatchObject(expected);
});

test('of alternatives each is told once, with the picture that the HTML shows', () => {
  const inner =
    '--r\r\nContent-Type: text/html\r\n\r\n<p>Hi <img src="cid:a@b"></p>\r\n--r\r\nContent-Type: image/png\r\nContent-ID: <a@b>\r\n\r\npng\r\n--r--';
  const mail = readMail(
    Buffer.from(
      `Content-Type: multipart/alternative; boundary=y\r\n\r\n--y\r\n\r\nHi\r\n--y\r\nContent-Type: multipart/related; boundary=r\r\n\r\n${inner}\r\n--y--`,
    ),
  );
  expect(mail).toMatchObject({ text: 'Hi', files: [{ type: 'image/png', cid: 'a@b' }] });
  expect(mail.html).toContain('<p>Hi');
});
