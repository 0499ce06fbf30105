/** The answer page over real rows: looking changes nothing, the first click counts, whatever is sent is answered. */
import { newId } from '@trunkline/contracts';
import { freshDatabase, testPasswords } from '@trunkline/testing';
import type { Word } from './channel.ts';
import { type GivenChannels, givenChannels, migrateChannels, testKeys } from './given-channels.ts';
import { OutboundConsumer } from './outbound.consumer.ts';
import { signAnswer } from './sign-answer.ts';

const key = { kid: 'k1', bytes: Buffer.from(testKeys.slice(3), 'base64url') };
let database: Awaited<ReturnType<typeof freshDatabase>>;
let channels: GivenChannels;

beforeAll(async () => {
  database = await freshDatabase();
  await migrateChannels(database.ownerUrl, testPasswords);
  const settings = { IMAP_URL: 'imap://support%40desk.test:x@127.0.0.1:1', SMTP_URL: 'smtp://127.0.0.1:1' };
  channels = await givenChannels({ ownerUrl: database.ownerUrl, passwords: testPasswords, settings });
}, 60_000);
afterAll(async () => {
  await channels?.stop();
  await database?.drop();
});

async function asked(change: Partial<Word> = {}) {
  const word: Word = {
    messageId: newId(),
    conversationId: newId(),
    channel: 'email',
    account: 'support@desk.test',
    to: { address: `${newId()}@customer.test`, name: 'Alice' },
    kind: 'survey',
    author: null,
    subject: 'My parcel',
    text: 'How satisfied were you?',
    choices: [5, 4, 3, 2, 1].map((score) => ({ code: `score-${score}`, label: `${score}` })),
    attachments: [],
    thread: { key: '<first@customer.test>', references: ['<first@customer.test>'] },
    attempt: 1,
    ...change,
  };
  await channels.app.get(OutboundConsumer).queue([{ type: 'reply.written', data: word }] as never);
  const page = `${channels.url}/answer/${signAnswer(word.messageId, [key])}`;
  const press = (form: Record<string, string>) => fetch(page, { method: 'POST', body: new URLSearchParams(form) });
  const heard = async () => {
    const sql = `SELECT body FROM outbox WHERE type = 'message.received' AND key = $1 ORDER BY id`;
    const rows = await channels.postgres.query<{ body: string }>(sql, [`email:${word.to.address}`]);
    return rows.map(({ body }) => JSON.parse(body));
  };
  return { word, page, press, heard };
}

test('A34 looking changes nothing, however often; one press answers from the address that was asked', async () => {
  const { word, page, press, heard } = await asked();
  for (let look = 0; look < 3; look += 1) {
    const shown = await fetch(`${page}?chosen=score-4`);
    expect([shown.status, shown.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(await shown.text()).toContain('4 · Send this answer');
  }
  expect(await heard()).toEqual([]);
  const answered = await press({ chosen: 'score-4', comment: 'Very\0 kind.' });
  expect(await answered.text()).toContain('Thank you. We have your answer: 4');
  expect(await heard()).toEqual([
    expect.objectContaining({
      from: expect.objectContaining({ address: word.to.address }),
      thread: expect.objectContaining({ key: word.thread.key, conversationId: word.conversationId }),
      text: '4\nVery kind.',
      chosen: 'score-4',
      automatic: null,
    }),
  ]);
});

test('A34 the first press counts; the second is told, ten at once are one', async () => {
  const { press, heard } = await asked();
  const answers = await Promise.all(Array.from({ length: 10 }, (_, at) => press({ chosen: `score-${(at % 5) + 1}` })));
  const pages = await Promise.all(answers.map((answer) => answer.text()));
  expect(pages.filter((page) => page.includes('We have your answer'))).toHaveLength(1);
  expect(pages.filter((page) => page.includes('settled already'))).toHaveLength(9);
  expect(await heard()).toHaveLength(1);
});

test('what is no choice shows the question again, and nothing is stored', async () => {
  const { page, press, heard } = await asked();
  for (const form of [{}, { chosen: 'score-9' }, { chosen: '__proto__' }, { comment: 'x' }]) {
    const shown = await press(form as Record<string, string>);
    expect([shown.status, await shown.text()]).toEqual([200, expect.stringContaining('How satisfied were you?')]);
  }
  const long = await fetch(page, { method: 'POST', body: 'x'.repeat(2_000_000) });
  expect(long.status).toBe(413);
  expect(await heard()).toEqual([]);
});

test('a forged token, a word that asked nothing and one that is not kept are told the same', async () => {
  const plain = await asked({ kind: 'reply' });
  await channels.postgres.query(`UPDATE outbound SET word = word - 'choices' WHERE id = $1`, [plain.word.messageId]);
  const foreign = signAnswer(newId(), [{ kid: 'x', bytes: new Uint8Array(32) }]);
  const tokens = [foreign, signAnswer(newId(), [key]), 'x', '%00', signAnswer(plain.word.messageId, [key])];
  for (const token of tokens) {
    for (const method of ['GET', 'POST']) {
      const answer = await fetch(`${channels.url}/answer/${token}`, { method });
      expect([answer.status, await answer.text()]).toEqual([404, expect.stringContaining('no question here')]);
    }
  }
});
