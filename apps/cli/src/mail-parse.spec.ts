/** Raw mails, odd ones too, through the command line: none is lost, and what is new in them is found. */
import { readFileSync } from 'node:fs';
import { givenCases } from '@trunkline/testing';
import { type Called, callTrunkline } from './call-trunkline.ts';

const lines = (text: string) => text.replaceAll('\n', '\r\n');
const asMail = (type: string, body: string) =>
  lines(
    `From: Alice <alice@customer.test>\nTo: desk@shop.test\nSubject: A word\nMIME-Version: 1.0\n` +
      `Content-Type: text/${type}; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n${body}\n`,
  );
const parseMail = (input: string | Buffer) => callTrunkline(['mail', 'parse', '-'], { input });

test('a reply is told from what it quotes, and the whole stays', async () => {
  const body = 'It has come, thank you.\n\nOn Mon, 16 Nov 2026 at 10:00, Desk <desk@shop.test> wrote:\n> Has it come?';
  const { code, out } = await parseMail(asMail('plain', body));
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    subject: 'A word',
    from: 'alice@customer.test',
    reply: 'It has come, thank you.',
    text: expect.stringContaining('Has it come?'),
    attachments: [],
    automatic: null,
  });
}, 60_000);

test('a mail of nothing is an answer of one line', async () => {
  const { code, out } = await parseMail('');
  expect(code).toBeLessThan(2);
  expect(JSON.parse(out).kind).toMatch(/message|unreadable/);
}, 60_000);

/** Two at a time: each mail is read in a process of its own. */
async function parseAll(mails: readonly (string | Buffer)[]): Promise<Called[]> {
  const called: Called[] = [];
  const waiting = mails.entries();
  const takeTurns = async () => {
    for (const [at, mail] of waiting) called[at] = await parseMail(mail);
  };
  await Promise.all([takeTurns(), takeTurns()]);
  return called;
}

const folded = (text: string) => text.replaceAll('\u00a0', ' ').replace(/\s+/g, ' ').trim();

type MimeCase = {
  id: string;
  subject: string | null;
  sender: string[];
  to: string[];
  text: string | null;
  html: string | null;
  attachments: { name: string | null }[];
};
type Said = {
  subject: string | null;
  from: string;
  text: string;
  html: string | null;
  headers: [string, string][];
  attachments: { name: string | null }[];
};

/** Which stated fields differ; html is made safe on its way in, so only whether there is any is compared. */
function differences(stated: MimeCase, said: Said): string[] {
  const receivers = said.headers.flatMap(([name, value]) => (name === 'to' ? value.toLowerCase() : [])).join(' ');
  const names = (attachments: { name: string | null }[]) => attachments.map(({ name }) => name ?? '').filter(Boolean);
  return Object.entries({
    subject: !stated.subject || folded(said.subject ?? '') === folded(stated.subject),
    sender: stated.sender.length === 0 || stated.sender.some((one) => one.toLowerCase() === said.from),
    to: stated.to.every((one) => receivers.includes(one.toLowerCase())),
    text: !stated.text || folded(said.text).startsWith(folded(stated.text)),
    html: !stated.html || said.html !== null,
    count: said.attachments.length === stated.attachments.length,
    names: names(stated.attachments).every((name) => names(said.attachments).includes(name)),
  }).flatMap(([field, isRight]) => (isRight ? [] : [field]));
}

givenCases('mime', (folder) => {
  test('of the given malformed mails none is lost, throws or hangs, and what they state is found', async () => {
    const cases: MimeCase[] = JSON.parse(readFileSync(`${folder}/cases.json`, 'utf8'));
    const called = await parseAll(cases.map(({ id }) => readFileSync(`${folder}/${id}.eml`)));
    expect(called.map(({ code, complaint }) => ({ code, complaint }))).toEqual(
      cases.map(() => ({ code: 0, complaint: '' })),
    );
    const found = cases.map((one, at) => ({ id: one.id, off: differences(one, JSON.parse(called[at]?.out ?? '')) }));
    const right = found.filter(({ off }) => off.length === 0).length;
    const misses = found.filter(({ off }) => off.length > 0).map(({ id, off }) => `${id} (${off.join(', ')})`);
    process.stdout.write(`mime through mail parse: ${right} of ${cases.length}; ${misses.join('; ')}\n`);
    expect(right).toBeGreaterThanOrEqual(7);
  }, 300_000);
});

givenCases('reply', (folder) => {
  type ReplyCase = { id: string; kind: string; text?: string; html?: string; expected: string };
  test('of the given replies every third, and each in HTML, comes out exactly through a mail but for one, and no customer’s words vanish', async () => {
    const cases: ReplyCase[] = JSON.parse(readFileSync(`${folder}/cases.json`, 'utf8')).filter(
      ({ kind }: ReplyCase, at: number) => kind === 'html' || at % 3 === 0, // all of them are email.spec.ts's affair
    );
    const mails = cases.map(({ html, text }) => asMail(html ? 'html' : 'plain', html ?? text ?? ''));
    const called = await parseAll(mails);
    const found = cases.map(({ id, kind, expected }, at) => {
      const form = kind === 'html' ? (one: string) => folded(one).replaceAll(' ', '') : folded;
      const got = form(JSON.parse(called[at]?.out ?? '').reply ?? '');
      return { id, isRight: got === form(expected), isLost: got === '' && form(expected) !== '' };
    });
    const right = found.filter(({ isRight }) => isRight).length;
    const misses = found.flatMap(({ id, isRight }) => (isRight ? [] : [id]));
    process.stdout.write(`reply through mail parse: ${right} of ${cases.length}; ${misses.join('; ')}\n`);
    expect(found.filter(({ isLost }) => isLost)).toEqual([]);
    expect(right).toBeGreaterThanOrEqual(cases.length - 1);
  }, 300_000);
});
