/** For specs: tortures mails, the same way for the same seed: cut, doubled, flipped, shuffled, lied about and nested. */

export type Random = (below: number) => number;

export function randomFrom(seed: number): Random {
  let state = seed >>> 0 || 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state % below;
  };
}

const charsets = ['gb18030', 'utf-16', 'iso-2022-jp', 'x-lie', 'us-ascii', 'koi8-r', '""', 'utf-7', '\0', 'big5'];
const encodings = ['base64', 'quoted-printable', 'x-uuencode', '8bit', 'binary', 'base64; x', ''];
const pick = <T>(random: Random, list: T[]) => list[random(list.length)]!;
const rewrite = (mail: Buffer, change: (text: string) => string) =>
  Buffer.from(change(mail.toString('latin1')), 'latin1');
const between = (mail: Buffer, random: Random) =>
  [random(mail.length + 1), random(mail.length + 1)].sort((a, b) => a - b) as [number, number];

const ways: ((mail: Buffer, random: Random) => Buffer)[] = [
  (mail, random) => mail.subarray(0, random(mail.length + 1)),
  (mail, random) => Buffer.concat([mail, mail.subarray(random(mail.length + 1))]),
  (mail, random) => {
    const [from, to] = between(mail, random);
    return Buffer.concat([mail.subarray(0, from), mail.subarray(to)]);
  },
  (mail, random) => {
    const flipped = Buffer.from(mail);
    for (let many = random(40); many > 0 && flipped.length > 0; many -= 1)
      flipped[random(flipped.length)]! ^= 1 << random(8);
    return flipped;
  },
  (mail, random) =>
    rewrite(mail, (text) =>
      text
        .split(/(?<=\n)/)
        .sort(() => random(3) - 1)
        .join(''),
    ),
  (mail, random) => rewrite(mail, (text) => text.replace(/charset=[^\s;]+/gi, `charset=${pick(random, charsets)}`)),
  (mail, random) =>
    rewrite(mail, (text) => text.replace(/(content-transfer-encoding:).*/gi, `$1 ${pick(random, encodings)}`)),
  (mail, random) =>
    rewrite(mail, (text) => text.replace(/boundary="?[^"\s;]+"?/gi, `boundary="${'b'.repeat(random(90))}"`)),
  (mail, random) =>
    rewrite(mail, (text) =>
      text.replaceAll(pick(random, [' ', ':', '\r', '\n', '=', '-']), pick(random, ['\0', '', '\n\n', '??', '\u00ff'])),
    ),
  (mail, random) =>
    Buffer.concat([
      Buffer.from(`X-Long: ${'a '.repeat(random(60_000))}\r\nTo: ${'a@x.test,'.repeat(random(900))}\r\n`),
      mail,
    ]),
  (mail, random) =>
    Buffer.concat([
      Buffer.from(`Content-Type: message/rfc822\r\nSubject: =?utf-8?B?${'6YA'.repeat(random(2_000))}\r\n\r\n`),
      mail,
    ]),
  (mail, random) => {
    const depth = random(30);
    const open = Array.from(
      { length: depth },
      (_, at) => `Content-Type: multipart/mixed; boundary=n${at}\r\n\r\n--n${at}\r\n`,
    ).join('');
    return Buffer.concat([Buffer.from(`From: deep@x.test\r\n${open}`), mail]);
  },
  (mail, random) =>
    Buffer.concat([mail, Buffer.from(`\r\n${'<div>'.repeat(random(6_000))}${'> '.repeat(random(6_000))}`)]),
];

/** One to four ways one after the other. */
export function mangle(mail: Buffer, random: Random): Buffer {
  let mangled = mail;
  for (let many = 1 + random(4); many > 0; many -= 1) mangled = pick(random, ways)(mangled, random);
  return mangled;
}
